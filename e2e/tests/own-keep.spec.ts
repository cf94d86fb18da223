// Figures of the reader's own, given away and opened again: as a page, a package, tables for data/.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { MARK, OwnPanel, ROOT, SHEET, copyOfData, data } from "../lib/own.ts";
import { ready } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

/** Names of the tables of a package, and no more. */
const DESCRIPTOR = JSON.stringify({
  version: "1",
  resources: ["recorded-crime", "sources"].map((name) => ({
    name,
    path: `${name}.csv`,
    schema: {
      fields: readFileSync(join(ROOT, `data/${name}.csv`), "utf8").split(/\r?\n/)[0].split(",").map((field) => ({ name: field, type: "string" })),
    },
  })),
});

test("a saved page and a saved package open again and show the same", async ({ page, browser, baseURL }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("answers.csv", SHEET);
  await own.show({ Publisher: "The campaign", Title: "Answers" });
  const answer = await page.locator("#answer").innerText();
  const labels = () => page.locator("#map a").evaluateAll((all) => all.map((a) => a.getAttribute("aria-label")));
  // A map out of sight follows a moment later.
  await expect.poll(labels).toContain("West Midlands: 1,241 offences");
  const map = await labels();

  const html = await own.saved("Save this page with these figures");
  const zip = await own.saved("Save as a data package (ZIP)");
  const tables = unzipSync(zip.bytes);
  expect(Object.keys(tables).sort()).toEqual(["datapackage.json", "figures.csv", "sources.csv"]);
  expect(JSON.parse(strFromU8(tables["datapackage.json"])).resources.map((r: { name: string }) => r.name)).toEqual(["figures", "sources"]);

  // The page, by double-click.
  await page.goto(`file://${html.path}`);
  await ready(page);
  await expect(page.locator("html")).toHaveAttribute("data-figures", "own");
  await expect(page.locator("#answer")).toHaveText(answer);
  await expect.poll(labels).toEqual(map);
  await expect(page.locator("#notices")).toContainText(MARK);
  // It can be saved from again, and the published figures are still in it.
  const again = await new OwnPanel(page).saved("Save this page with these figures");
  await page.goto(`file://${again.path}`);
  await ready(page);
  await expect(page.locator("#answer")).toHaveText(answer);
  await page.getByRole("button", { name: "Back to the published figures" }).click();
  await expect(page.locator("#answer")).toContainText("5,653");

  // Read without a script it shows the same figures and says whose they are.
  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await still.goto(`file://${html.path}`);
  await expect(still.locator("#answer")).toHaveText(answer);
  await expect(still.locator("#notices")).toContainText(MARK);
  await still.context().close();

  // The package.
  await page.goto(`${baseURL}share.html?own`);
  await ready(page);
  await own.choose("package.zip", zip.bytes);
  await own.step("report");
  await own.show();
  await expect(page.locator("#answer")).toHaveText(answer);
  await expect.poll(labels).toEqual(map);
});

test("a package of one force is saved with its page; where the figures in it are spoilt, the still page stays", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const text = (name: string) => readFileSync(join(ROOT, "data", name), "utf8").split("\n");
  const crime = text("recorded-crime.csv").filter((row, at) => at === 0 || row.startsWith("E23000032")).join("\n");
  const zip = zipSync({ "datapackage.json": strToU8(DESCRIPTOR), "recorded-crime.csv": strToU8(crime), "sources.csv": strToU8(text("sources.csv").join("\n")) });
  await own.choose("kent.zip", zip);
  await own.step("report");
  await own.show();
  const answer = await page.locator("#answer").innerText();
  expect(answer).toContain("1 of the 43 police forces");
  const saved = await own.saved("Save this page with these figures");
  await page.goto(`file://${saved.path}`);
  await ready(page);
  await expect(page.locator("#answer")).toHaveText(answer);
  await expect(page.locator("#notices")).toContainText(MARK);

  const html = saved.bytes.toString();
  const spoilt = html.replace(/(id="own-figures"[^>]*>)[^<]*/, "$1AAAA");
  expect(spoilt).not.toBe(html);
  writeFileSync(saved.path, spoilt);
  await page.goto(`file://${saved.path}`);
  await expect(page.locator("html")).toHaveAttribute("data-app", "failed");
  await expect(page.locator("#answer")).toHaveText(answer);
  await expect(page.locator("#load-note")).toContainText("It stopped because of a fault in it.");
});

test("the published package itself, opened together with the published figures, adds nothing", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const answer = await page.locator("#answer").innerText();
  const names = ["datapackage.json", "areas.csv", "offences.csv", "measures.csv", "cautions.csv", "sources.csv", "districts.csv", "figures.csv", "recorded-crime.csv", "population.csv", "events.csv"];
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(join(ROOT, "data", name))])));
  await own.choose("data.zip", zip);
  await own.step("report");
  await expect(own.panel).toContainText("areas.csv was not read");
  await own.panel.getByLabel(/Together with the published figures/).check();
  await own.show();
  await expect(page.locator("#answer")).toHaveText(answer);
  await expect(own.panel).toContainText("Against the published figures: 0 added, 0 changed, 0 withdrawn");
});

test("tables for data/ hold the published figures and the reader's", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("one.csv", "force,year,offences\nKent,2025/26,12\n");
  await own.show({ Publisher: "The campaign", Title: "Answers", Address: "https://example.org/answers", Terms: "Facts" });
  await page.locator("#own-change").fill("Answers of 2026.");
  const zip = await own.saved("Save the tables for data/ (ZIP)");
  const tables = unzipSync(zip.bytes);
  expect(Object.keys(tables).sort()).toEqual(["CHANGELOG-entry.md", "figures.csv", "recorded-crime.csv", "sources.csv"]);
  const figures = strFromU8(tables["figures.csv"]).trim().split(/\r?\n/);
  expect(figures.length).toBe(446);
  expect(figures.filter((line) => line.startsWith("online,E23000032,Kent,2025-04-01,2026-03-31,total,12,exact"))).toHaveLength(1);
  expect(strFromU8(tables["CHANGELOG-entry.md"])).toContain("Answers of 2026.");
  expect(strFromU8(tables["CHANGELOG-entry.md"])).toContain("2 added");
  expect(strFromU8(tables["recorded-crime.csv"]).trim().split(/\r?\n/).length).toBe(6709);

  // They go into a folder like data/ by one command, as docs/new-figures.md says.
  const folder = copyOfData();
  expect(data("adopt", zip.path, folder)).toMatch(/^Version 20\d\d\.\d\d\.\d+ \(it was .*\): 2 added/);
  expect(data("diff", "data", folder)).toContain("2 added");
  expect(data("check", folder)).toMatch(/^ +445 {2}figures\.csv$/m);
  const log = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  expect(log.indexOf("Answers of 2026.")).toBeLessThan(log.indexOf("First edition."));
});

test("tables for data/ need an address for the source", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("one.csv", "force,year,offences\nKent,2025/26,12\n");
  await own.show();
  await own.button("Save the tables for data/ (ZIP)").click();
  await expect(page.locator("#own-status")).toContainText("address for every source");
});
