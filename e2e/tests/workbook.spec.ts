// Workbooks of spreadsheet programs and tables of web pages, as the reader's own figures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axeFindsNothing } from "../lib/axe.ts";
import { OwnPanel, ROOT } from "../lib/own.ts";
import { expect, test } from "../lib/test.ts";

/** A workbook of the native tests. */
const book = (name: string) => readFileSync(join(ROOT, "crates/intake/tests/fixtures/workbooks", name));

for (const name of ["title.xlsx", "title.ods"]) {
  test(`${name}: from its title and its heading of two lines to the map`, async ({ flag, page }) => {
    const own = new OwnPanel(page);
    await own.open();
    await own.choose(name, book(name));
    await own.step("map");
    await expect(page.locator("#h-own")).toBeFocused();
    await expect(own.panel).toContainText("Lines 1 to 2 are above the heading and left out: \u201cTable 1: Online sexual offences");
    await expect(own.panel).toContainText("Lines 4 and 5 are one heading and were joined: \u201cOffences 2014/15\u201d");
    await expect(own.panel).toContainText("the numbers of one period: Offences 2014/15, Offences 2015/16, Offences 2016/17.");
    await own.button("Read all rows").click();
    await own.step("report");
    await expect(own.panel).toContainText("7 rows with 21 cells read: 14 used, 6 set aside, 1 empty.");
    await own.panel.getByText(/lines of words alone/).first().click();
    const note = own.panel.getByRole("row").filter({ hasText: "Source: answers of the forces" });
    await expect(note.getByRole("rowheader")).toHaveText("12"); // as the spreadsheet counts
    await own.show({ Publisher: "The campaign" });
    await page.locator("[name=year][value='2016-17']").check();
    await expect(flag.area("E23000032")).toHaveAttribute("aria-label", /Kent: 131/);
    await expect(flag.area("E23000014")).toHaveAttribute("aria-label", /West Midlands: 1,300/);
    await page.locator("[name=year][value='2014-15']").check();
    await expect(flag.area("E23000032")).toHaveAttribute("aria-label", /Kent: 96/);
    await expect(page.locator("#notices")).toContainText(`from the file ${name}`);
    expect(flag.problems).toEqual([]);
  });
}

test("of several sheets the reader chooses one; hidden ones are not offered", async ({ flag, page }) => {
  for (const [width, scheme] of [[360, "dark"], [1280, "light"]] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    const own = new OwnPanel(page);
    await own.open();
    await own.choose("sheets.xlsx", book("sheets.xlsx"));
    await own.step("pick");
    await expect(page.locator("#h-own")).toHaveText("Which table?");
    await expect(page.locator("#h-own")).toBeFocused();
    await expect(own.panel.getByRole("listitem").getByRole("button")).toHaveText(["Recorded (2 rows)", "Answers & more (2 rows)"]);
    await axeFindsNothing(page, { include: "#own-panel", when: `pick ${width}` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await own.button("Answers & more (2 rows)").click();
    await own.step("map");
    await expect(own.panel).toContainText("The hidden sheet \u201cWorkings\u201d is not read.");
    await own.button("Read all rows").click();
    await own.step("report");
    await own.show();
    await expect(flag.answer).toContainText("22");
    await expect(page.locator("#notices")).toContainText("from the file sheets.xlsx (Answers & more)");
  }
});

test("an older workbook, one with a password and a broken one are refused with what to do", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  for (const [name, content, why] of [
    ["sheets.xls", book("sheets.xls"), /older or rarer kind.*Save As.*\.xlsx.*CSV UTF-8/],
    ["protected.xlsx", book("protected.xlsx"), /protected by a password.*save a copy without one as \.xlsx or .CSV UTF-8/],
    ["cut.xlsx", book("title.xlsx").subarray(0, 4000), /not saved whole/],
  ] as const) {
    await own.choose(name, content);
    await own.step("refused");
    await expect(own.panel.locator(".notice")).toHaveText(why);
    await expect(own.panel).toContainText("Nothing on the page has changed.");
    await own.button("Open another file").click();
  }
  expect(flag.problems).toEqual([]);
});

test("tables of a web page, from a file and pasted; nothing in it runs", async ({ flag, page }) => {
  await page.addInitScript(() => Object.assign(window, { hit: false }));
  const own = new OwnPanel(page);
  await own.open();
  const table = (n: number) =>
    `<table><caption>Of ${n}</caption><tr><th rowspan=2>Force<th colspan=2>Offences<tr><th>2015/16<th>2016/17` +
    `<tr><td>Kent<td>${n}<td>${n + 1}<sup>[r]</sup></table>`;
  const harm = "<img src=x onerror='window.hit=true'><script>window.hit=true</script>";
  await own.choose("page.html", `<!DOCTYPE html><title>x</title>${harm}${table(11)}<table><tr><td>${table(22)}</table>`);
  await own.step("pick");
  await own.button("Of 22 (3 rows)").click();
  await own.step("map");
  await expect(own.panel).toContainText("the numbers of one period: Offences 2015/16, Offences 2016/17.");
  await own.button("Read all rows").click();
  await own.step("report");
  await own.show();
  await page.locator("[name=year][value='2016-17']").check();
  await expect(flag.area("E23000032")).toHaveAttribute("aria-label", /Kent: 23/);
  await own.button("Open another file").click();
  await page.locator("#own-paste").fill(table(33));
  await own.button("Read what I pasted").click();
  await own.step("map");
  await expect(own.panel.getByRole("row").filter({ hasText: "Kent" })).toContainText("Kent, 2016/17: 34");
  await own.button("Open another file").click();
  await own.choose("none.html", "<html><p>No table</p></html>");
  await own.step("refused");
  await expect(own.panel).toContainText("The web page holds no table");
  expect(await page.evaluate(() => "hit" in window && window.hit)).toBe(false);
  // The policy of the page says that it blocked what the parser would not have run either.
  expect(flag.problems.filter((problem) => !problem.includes("Executing inline event handler"))).toEqual([]);
});
