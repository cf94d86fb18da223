// docs/new-figures.md done word by word: its table, its buttons in its order, its commands.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OwnPanel, ROOT, copyOfData, data } from "../lib/own.ts";
import { ready } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

const GUIDE = readFileSync(join(ROOT, "docs/new-figures.md"), "utf8");
const TABLE = /```csv\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? "";
/** What each numbered part of the guide tells the reader to press or to fill in, in its order. */
const LABELS = GUIDE.split(/^## /m)
  .filter((part) => /^[2-5]\. /.test(part))
  .flatMap((part) => [...part.matchAll(/\*\*(.+?)\*\*/g)].map((found) => found[1]));

test("the guide for a new year, from its table to the tables for data/", async ({ page }) => {
  const own = new OwnPanel(page);
  await page.goto("./share.html");
  await ready(page);
  const fill = (label: string, words: string) => own.panel.getByLabel(label, { exact: true }).fill(words);
  let zip = "";
  const deeds: Record<string, () => Promise<void>> = {
    "Use your own figures": async () => {
      await page.getByText("Use your own figures", { exact: true }).click();
    },
    "Read what I pasted": async () => {
      // Cells copied from a spreadsheet come with tabs between them.
      const cells = TABLE.replace(/"([^"]*)"|,/g, (_, quoted) => quoted ?? "\t");
      await own.panel.getByLabel(/^Or paste rows from a spreadsheet/).fill(cells);
      await own.button("Read what I pasted").click();
      await own.step("map");
      await expect(own.panel.getByRole("table", { name: /^The first rows/ })).toContainText("1,204");
    },
    "The numbers count": async () => {
      await own.panel.getByLabel("The numbers count").selectOption({ index: 0 });
    },
    "Read all rows": async () => {
      await own.button("Read all rows").click();
      await own.step("report");
      await expect(own.panel).toContainText("5 rows");
    },
    "Change the columns": async () => {
      await own.button("Change the columns").click();
      await own.step("map");
      await deeds["Read all rows"]();
    },
    "Save the report": async () => {
      expect((await own.saved("Save the report")).bytes.toString()).toContain("5 used, 0 set aside");
    },
    Publisher: () => fill("Publisher", "The campaign"),
    Title: () => fill("Title", "Answers of the forces"),
    Date: () => fill("Date", "2026-11-26"),
    Address: () => fill("Address", "https://example.org/answers"),
    Terms: () => fill("Terms", "Facts"),
    "Together with the published figures": async () => {
      await own.panel.getByLabel(/Together with the published figures/).check();
    },
    "Show these figures": () => own.show(),
    "What changed, for the change log of the data": () =>
      fill("What changed, for the change log of the data", "The answers for 2025/26."),
    "Save the tables for data/ (ZIP)": async () => {
      await expect(own.panel).toContainText("added");
      zip = (await own.saved("Save the tables for data/ (ZIP)")).path;
    },
  };
  expect(LABELS.length).toBeGreaterThan(12);
  for (const label of LABELS) {
    expect(Object.keys(deeds), `the guide names “${label}”`).toContain(label);
    await deeds[label]();
  }
  expect(new Set(LABELS)).toEqual(new Set(Object.keys(deeds)));

  // Step 6, in a copy of data/.
  const folder = copyOfData();
  const version = /^Version (\S+)/.exec(data("adopt", zip, folder))?.[1] ?? "none";
  expect(data("check", folder)).toContain(version);
  const rows = readFileSync(join(folder, "figures.csv"), "utf8").split(/\r?\n/).filter((row) => row.includes("2025-04-01"));
  const value = (force: string) => rows.find((row) => row.includes(force))?.split(",").slice(6, 8).join(" ");
  expect(value("Kent")).toBe("312 exact");
  expect(value("West Midlands")).toBe("1204 exact");
  expect(value("Surrey")).toBe("30 at-least");
  expect(rows).toHaveLength(5);
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toContain("The answers for 2025/26.");
});

test("a table with ages and a printed total is checked by a command", () => {
  const table = join(mkdtempSync(join(tmpdir(), "cyberflag-ages-")), "answers.csv");
  writeFileSync(
    table,
    "Police force,Financial year,Age,Number of offences,Forces reporting\n" +
      "England and Wales,2025/26,total,900,40\nEngland and Wales,2025/26,13,120,40\nEngland and Wales,2025/26,0-10,31,40\n",
  );
  expect(data("check", table)).toMatch(/3 rows/);
});
