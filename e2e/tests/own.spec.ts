// Figures of the reader's own: opened, mapped, read, shown, kept apart.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { axeFindsNothing } from "../lib/axe.ts";
import { MARK, OwnPanel, SHEET, homeOffice } from "../lib/own.ts";
import { files, ready } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

test("from the page that everybody reads first to the panel", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.getByRole("link", { name: "Open your figures" }).click();
  await ready(page);
  await expect(page.locator("#own-panel")).toHaveAttribute("open", "");
  await expect(page.locator("#own-panel")).toContainText("Nothing leaves this machine");
  expect(flag.problems).toEqual([]);
});

test("a spreadsheet: a guess, a preview, every row accounted for, then all of the page", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.choose("answers.csv", SHEET);
  await own.step("map");
  await expect(page.locator("#h-own")).toBeFocused();
  for (const [label, heading] of [
    ["Police force (name or code)", "Police force"],
    ["Year, or first day", "Year"],
    ["Number of offences", "Number of offences"],
    ["Note", "Notes"],
  ] as const) {
    const chosen = own.panel.getByLabel(label, { exact: true }).locator("option:checked");
    await expect(chosen).toHaveText(heading);
  }
  const row = (text: string) => own.panel.getByRole("row").filter({ hasText: text });
  await expect(row("West Midlands Police")).toContainText("West Midlands, 2016/17: 1,241");
  await expect(row("<5")).toContainText("City of London, 2016/17: hidden");
  await expect(row("Yorkshire")).toContainText("Set aside");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));

  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("12 rows read: 5 used, 6 set aside, 1 empty.");
  await own.panel.getByText("\u201ctwelve\u201d is not a whole number").first().click();
  const cells = own.panel.getByRole("row").filter({ hasText: "twelve" }).getByRole("cell");
  await expect(cells.nth(0)).toHaveText("Number of offences");
  await expect(cells.nth(2)).toContainText("Write a whole number");
  const report = await own.saved("Save the report");
  expect(report.name).toBe("answers-csv-report.txt");
  for (const words of ["12 rows read", "line 10, column Police force", "Yorkshire", "line 13, column Year", "line 16"]) {
    expect(report.bytes.toString()).toContain(words);
  }

  await own.show({ Publisher: "The campaign", Title: "Answers of 2026", Date: "2026-11" });
  await expect(page.locator("#notices")).toContainText(`${MARK} by Cyberflag, from the file answers.csv`);
  await expect(flag.answer).toContainText(
    "In 2016/17, 3 of the 43 police forces recorded at least 1,271 online sexual offences against children.",
  );
  await expect(flag.area("E23000014")).toHaveAttribute("aria-label", /West Midlands: 1,241/);
  await expect(flag.area("E23000034")).toHaveAttribute("aria-label", /hides small numbers|hidden/);
  await page.locator("#force").selectOption({ label: "West Midlands" });
  await expect(flag.card).toContainText("1,241");
  // Kept apart: no published number of the same force is there.
  await expect(flag.card).not.toContainText("NSPCC");
  await page.getByText(/^List all \d+ sources$/).click();
  await expect(page.locator("#fold-sources")).toContainText(`${MARK} by Cyberflag: The campaign: Answers of 2026`);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  expect(asked).toEqual([]);

  await own.button("Back to the published figures").click();
  await expect(page.locator("html")).toHaveAttribute("data-figures", "published");
  await expect(flag.area("E23000014")).not.toHaveAttribute("aria-label", /1,241/);
  await expect(page.getByText("List all 175 sources")).toBeVisible();
  await expect(page.locator("#notices")).not.toContainText(MARK);
  expect(flag.problems).toEqual([]);
  expect(flag.foreign).toEqual([]);
});

test("pasted rows with a column for each year, and a mapping put right by hand", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.button("Read what I pasted").click();
  await expect(page.locator("#own-status")).toHaveText("There is nothing in the field yet.");
  await page.locator("#own-paste").fill("Area code\t2015/16\t2016/17\nE23000014\t1\t2\n01\t3\t*\nGwent\t\t5\n");
  await own.button("Read what I pasted").click();
  await own.step("map");
  await expect(own.panel).toContainText("2015/16, 2016/17");
  await own.button("They are not").click();
  await expect(own.button("Read all rows")).toBeDisabled();
  await expect(page.locator("#own-missing")).toContainText("Say which column holds the year");
  await own.panel.getByLabel("Year, or first day", { exact: true }).selectOption({ label: "Area code" });
  await expect(page.locator("#own-missing")).toContainText("Say which column names the police force");
  await own.button("Open another file").first().click();
  await page.locator("#own-paste").fill("Area code\t2015/16\t2016/17\nE23000014\t1\t2\n01\t3\t*\nGwent\t\t5\n");
  await own.button("Read what I pasted").click();
  await own.panel.getByLabel("The numbers count").selectOption({ label: "Sexual grooming" });
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("3 rows with 6 cells read");
  await own.show();
  await expect(flag.answer).toContainText("2 of the 43 police forces recorded 7 sexual grooming offences");
});

test("years down and forces across, with marks and a total", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await page.locator("#own-paste").fill("Year\tKent\tEssex\tTotal\n2021/22\t31\t22\t53\n2022/23 [r]\t40\t9\t49\n");
  await own.button("Read what I pasted").click();
  await own.step("map");
  await expect(own.panel).toContainText("the numbers of one force: Kent, Essex.");
  await expect(own.panel.getByLabel("Police force (name or code)", { exact: true })).toHaveCount(0);
  await expect(own.panel.getByRole("row").filter({ hasText: "2021/22" })).toContainText("Kent, 2021/22: 31; Essex, 2021/22: 22");
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("2 rows with 4 cells read: 4 used, 0 set aside.");
  await expect(own.panel).toContainText("1 column is not used: \u201cTotal\u201d");
  await own.show();
  await page.locator("[name=year][value=\'2022-23\']").check();
  await expect(flag.area("E23000032")).toHaveAttribute("aria-label", /Kent: 40/);
  await expect(flag.area("E23000028")).toHaveAttribute("aria-label", /Essex: 9/);
});

test("Nil and None are asked for once", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("answers.csv", "Force,2022/23\nKent,31\nEssex,Nil\nGwent,None\nSurrey,Refused\n");
  await expect(own.panel).toContainText("4 rows read: 2 used, 2 set aside.");
  await expect(own.panel).toContainText("2 words that can mean zero or no answer (Nil, None)");
  await own.button("Change the columns").click();
  await own.step("map");
  const nil = own.panel.getByLabel("Nil, None or a dash means");
  await expect(nil.locator("option:checked")).toHaveText("not known: set them aside");
  await nil.selectOption({ label: "0: the force looked and found none" });
  await expect(nil).toBeFocused();
  await expect(own.panel.getByRole("row").filter({ hasText: "Nil" })).toContainText("Essex, 2022/23: 0");
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("4 rows read: 4 used, 0 set aside.");
  await own.show();
  await page.locator("#force").selectOption({ label: "Surrey" });
  await expect(flag.card).toContainText("Printed as \u201cRefused\u201d");
});

test("Unicode text of Excel", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const text = "\ufeffForce\t2022/23\r\nHeddlu Dyfed\u2013Powys\t1,031\r\n";
  await own.read("figures.txt", Buffer.from(text, "utf16le"));
  await expect(own.panel).toContainText("1 rows read: 1 used, 0 set aside.");
  await own.show();
  await expect(flag.answer).toContainText("1,031");
});

test("the Home Office's open table as it is", async ({ flag, page }) => {
  const rows: Parameters<typeof homeOffice>[0] = [];
  for (const quarter of [1, 2, 3, 4]) {
    rows.push(["2024/25", quarter, "West Midlands", "88A", 10 + quarter]);
    rows.push(["2024/25", quarter, "London, City of", "88A", quarter === 2 ? -1 : 1]);
    rows.push(["2024/25", quarter, "West Midlands", "10D", 500]);
    rows.push(["2024/25", quarter, "British Transport Police", "88A", 2]);
  }
  rows.push(["2025/26", 1, "West Midlands", "88A", 4]);
  const own = new OwnPanel(page);
  await own.open();
  await own.choose("prc-pfa-mar2013-onwards-tables.csv", homeOffice(rows));
  await own.step("map");
  const preview = own.panel.getByRole("table", { name: /^The first rows/ });
  await expect(preview).toContainText("West Midlands, 2024/25, quarter 1: 11");
  await expect(preview.getByText("Set aside")).toHaveCount(4); // another body and another offence, in two quarters
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("17 rows read: 8 used, 9 set aside.");
  await expect(own.panel).toContainText("4 rows set aside: \u201c10D\u201d is not the code of an offence that this page shows");
  await expect(own.panel).toContainText("3 columns are not used: \u201cOffence Description\u201d, \u201cOffence Group\u201d, \u201cOffence Subgroup\u201d.");
  await expect(own.panel).toContainText("is not one of the 43 territorial forces");
  await own.show({ Publisher: "Home Office" });
  await expect(flag.answer).toContainText("In 2024/25, 2 of the 43 police forces recorded 52 sexual grooming offences.");
  await expect(flag.area("E23000034")).toHaveAttribute("aria-label", /City of London: 2/);
  const kind = page.locator("#kind");
  await expect(kind.locator("option:checked")).toContainText("Sexual grooming");
  await expect(kind.locator("option[value=online]")).toHaveCount(0);
});

test("together with the published figures only where the reader says so", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("one.csv", "force,year,offences\nWest Midlands,2017/18,300\n");
  await page.locator("#own-together").check();
  await own.show({ Publisher: "The campaign" });
  await expect(page.locator("#notices")).toContainText("together with the published figures");
  await expect(flag.answer).toContainText("5,653");
  await page.locator("#force").selectOption({ label: "West Midlands" });
  await page.locator("[name=year][value=\'2017-18\']").check();
  await expect(flag.card).toContainText("300");
  await expect(own.panel).toContainText(/Against the published figures: 2 added, 0 changed, 0 withdrawn/);
  await own.panel.getByText("What is new, figure by figure").click();
  await expect(page.locator("#own-news")).toContainText("West Midlands, 2017/18");
});

test("pressed twice it shows one page, and the way back is in every step", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("answers.csv", SHEET);
  await own.button("Show these figures").dblclick();
  await own.step("done");
  await expect(page.locator("#answer")).toHaveCount(1);
  await own.button("Open another file").click();
  await expect(own.panel).toContainText("The page shows the figures from answers.csv.");
  await own.button("Save or publish them").click();
  await own.step("done");
  await own.button("Open another file").click();
  await own.button("Back to the published figures").click();
  await expect(flag.answer).toContainText("5,653");
  await own.step("choose");
  await expect(own.panel).not.toContainText("The page shows the figures from");
});

test("what leaves the page carries the mark", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("answers.csv", SHEET);
  await own.show({ Publisher: "The campaign" });
  const [[, svg]] = [...(await files(page, "Save as SVG"))];
  expect(svg.toString()).toContain(MARK);
  const zip = await files(page, "Save everything as ZIP");
  const all = unzipSync([...zip.values()][0]);
  for (const name of ["README.txt", "datapackage.json", "citation.txt", "citation.bib", "citation.ris"]) {
    expect(strFromU8(all[name]), name).toContain(MARK.slice(0, 20));
  }
  await expect(page.getByRole("button", { name: "Embed this figure" })).toBeHidden();
});

test("the one file opens tables too", async ({ page }) => {
  const { ONE_FILE } = await import("../lib/share.ts");
  const own = new OwnPanel(page);
  await own.open(ONE_FILE);
  await own.read("answers.csv", SHEET);
  await own.show();
  await expect(page.locator("#answer")).toContainText("1,271");
});

test("every step is sound for everybody", async ({ page }) => {
  for (const [width, scheme] of [[360, "light"], [1280, "dark"]] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    const own = new OwnPanel(page);
    await own.open();
    const check = async (step: string) => {
      await axeFindsNothing(page, { include: "#own-panel", when: `${step} ${width}` });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${step} fits`).toBe(true);
    };
    await check("choose");
    await own.choose("answers.csv", SHEET);
    await own.step("map");
    await check("map");
    await own.button("Read all rows").click();
    await own.step("report");
    for (const fold of await own.panel.locator(".own-problems > summary").all()) await fold.click();
    await check("report");
    await own.show();
    await check("done");
    await own.button("Open another file").click();
    await own.choose("x.csv", "");
    await own.step("refused");
    await check("refused");
  }
});

test("by keys alone, from the panel to the figures", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await page.locator("#own-paste").focus();
  await page.keyboard.insertText("force,year,offences\nKent,2016/17,12\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await own.step("map");
  await expect(page.locator("#h-own")).toBeFocused();
  const tabTo = async (name: string) => {
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press("Tab");
      if (await own.button(name).first().evaluate((e) => e === document.activeElement)) return;
    }
    throw new Error(`Tab does not come to ${name}`);
  };
  await tabTo("Read all rows");
  await page.keyboard.press("Enter");
  await own.step("report");
  await expect(page.locator("#h-own")).toBeFocused();
  await tabTo("Show these figures");
  await page.keyboard.press("Space");
  await own.step("done");
  await expect(page.locator("#h-own")).toBeFocused();
  await expect(page.locator("#answer")).toContainText("12 online sexual offences");
  await tabTo("Back to the published figures");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-figures", "published");
});

test("several tables in a ZIP are offered, a packed one is unpacked", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const table = (n: number) => strToU8(`force,year,offences\nKent,2016/17,${n}\n`);
  await own.choose("two.zip", zipSync({ "a/first.csv": table(11), "second.csv": table(22), "note.md": strToU8("x") }));
  await own.step("pick");
  await own.button("second.csv").click();
  await own.step("map");
  await own.button("Read all rows").click();
  await own.step("report");
  await own.show();
  await expect(flag.answer).toContainText("22");
});
