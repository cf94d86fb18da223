// Files that mean harm or are broken: clear words, no script run, no freeze, nothing lost.
import { strToU8, zipSync } from "fflate";
import { OwnPanel, SHEET } from "../lib/own.ts";
import { expect, test } from "../lib/test.ts";

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { hit: false }));
});

/** A file that cannot be opened says why and leaves the page as it was. */
async function refused(own: OwnPanel, name: string, content: Uint8Array | string, why: RegExp): Promise<void> {
  await own.choose(name, content);
  await own.step("refused");
  await expect(own.panel).toContainText(why);
  await expect(own.panel).toContainText("Nothing on the page has changed.");
  await expect(own.page.locator("html")).toHaveAttribute("data-figures", "published");
  await own.button("Open another file").click();
}

test("what is no table is refused in plain words", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await refused(own, "empty.csv", "", /the file has no rows/);
  await refused(own, "utf16.csv", Uint8Array.from([0xff, 0xfe, 0x61, 0]), /the file has no rows/);
  await refused(own, "calendar.csv", "Force,2022,2023\nKent,31,22\n", /is a calendar year.*write 2022\/23/);
  await refused(own, "paper.pdf", "%PDF-1.7\0\0", /not text/);
  await refused(own, "book.xlsx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), /workbook.*CSV UTF-8/);
  await refused(own, "way-out.zip", zipSync({ "../../etc/figures.csv": strToU8("a,b\n1,2\n") }), /leads out of its folder/);
  await refused(own, "cut.zip", zipSync({ "a.csv": strToU8("a,b\n1,2\n") }).subarray(0, 40), /no ZIP, or was not saved whole/);
  await refused(own, "nothing.zip", zipSync({ "a.exe": strToU8("MZ") }), /no CSV file/);
  expect(flag.problems).toEqual([]);
});

test("names that are markup or formulas, and numbers that are none, stay text", async ({ flag, page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const bad = '<img src=x onerror="window.hit=true">';
  const rows = [
    `force,year,offences,offences,note ${bad}`,
    `${bad.replaceAll('"', "'")},2016/17,1,1,x`,
    "=cmd|'/c calc'!A1,2016/17,1,1,x",
    "Kent\u202e,2016/17,1,1,x",
    "Kent,0000-01-01,1,1,x",
    "Kent,9999/00,1,1,x",
    "Kent,2016/17,NaN,1,x",
    "Kent,2016/17,Infinity,1,x",
    `Kent,2016/17,5,1,${bad.replaceAll('"', "'")}`,
    "Essex,2016/17,1",
    `Essex,2016/17,${"9".repeat(10_000_000)},1,x`,
    "Surrey,2016/17,8,1,=1+1",
  ];
  await own.choose(`${bad}.csv`, rows.join("\n"));
  await own.step("map");
  await expect(own.panel).toContainText("Two columns are called");
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("11 rows read: 2 used, 9 set aside.");
  await expect(own.panel).toContainText("the row is longer than a megabyte");
  await own.show({ Publisher: `<b>${bad}</b>`, Title: "\u202eevil" });
  await expect(flag.answer).toContainText("13");
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(flag.card).toContainText("5");
  expect(await page.evaluate(() => ({ hit: "hit" in window && window.hit, images: document.querySelectorAll("img[src='x']").length }))).toEqual({ hit: false, images: 0 });
  expect(flag.problems).toEqual([]);
});

test("a package with problems is not half opened", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  const figures =
    "measure,area_code,area_name,period_start,period_end,breakdown,value,qualifier,forces_reporting,source_id,note\n" +
    "online,E23000032,Kent,2016-04-01,2017-03-31,total,x,exact,,s,\n" +
    "online,E23000099,Nowhere,2016-04-01,2017-03-31,total,5,exact,,other,\n";
  const sources = "source_id,publisher,title,published,url,licence\ns,P,T,2020,https://x.example/,L\n";
  const descriptor = JSON.stringify({ version: "1", resources: [] });
  const zip = (json: string) =>
    zipSync({ "data/figures.csv": strToU8(figures), "data/sources.csv": strToU8(sources), "data/datapackage.json": strToU8(json) });
  await own.choose("package.zip", zip(descriptor));
  await own.step("refused");
  await expect(own.panel).toContainText("The data package has problems");
  await own.panel.locator(".own-problems > summary").click();
  for (const words of ["is not a whole number", "is not a known area", "is not in sources.csv"]) await expect(own.panel).toContainText(words);
  const report = await own.saved("Save the report");
  expect(report.bytes.toString()).toContain("figures.csv, line 2, column value");
  await own.button("Open another file").click();
  await own.choose("deep.zip", zip("[".repeat(200_000)));
  await own.step("refused");
  await expect(own.panel).toContainText("problems");
  await expect(page.locator("html")).toHaveAttribute("data-figures", "published");
});

test("a ZIP that unpacks to more than the page reads is stopped", async ({ page }) => {
  test.setTimeout(180_000);
  const own = new OwnPanel(page);
  await own.open();
  const row = strToU8("Kent,2016/17,1,1234567890123456789012345678901234567890\n");
  const head = strToU8("force,year,offences,x\n");
  const bomb = new Uint8Array(head.length + row.length * 5_000_000);
  bomb.set(head);
  for (let at = head.length; at < bomb.length; at += row.length) bomb.set(row, at);
  await own.choose("bomb.zip", zipSync({ "bomb.csv": bomb }, { level: 1 }));
  await own.step("map");
  await own.button("Read all rows").click();
  await own.step("refused");
  await expect(own.panel).toContainText("larger than the most that this page reads");
});

test("a file past the limit is refused before it is read, also when it is dropped", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await page.evaluate(() => {
    const part = new Blob([new Uint8Array(10_000_000).fill(48)]);
    const file = new File(Array.from({ length: 26 }, () => part), "large.csv");
    const data = new DataTransfer();
    data.items.add(file);
    document.querySelector("#own-panel")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await own.step("refused");
  await expect(own.panel).toContainText("larger than 250 megabytes");
});

test("reading can be stopped, and nothing is lost", async ({ page }) => {
  const own = new OwnPanel(page);
  await own.open();
  await own.read("answers.csv", SHEET);
  await own.show();
  await own.button("Open another file").click();
  const rows = Array.from({ length: 60_000 }, (_, i) => `Kent,2016/17,${i},${"x".repeat(40)}`);
  await own.choose("long.csv", `force,year,offences,other\n${rows.join("\n")}\n`);
  await own.step("map");
  // The disk takes its time, until the test lets it go on.
  await page.evaluate(() => {
    const of = ReadableStreamDefaultReader.prototype as { read: () => Promise<unknown> };
    const read = of.read;
    of.read = async function () {
      await new Promise<void>((done) => Object.assign(window, { goOn: () => ((of.read = read), done()) }));
      return read.call(this);
    };
  });
  await own.button("Read all rows").click();
  await expect(page.locator("#own-progress")).toBeVisible();
  await own.button("Cancel").click();
  await own.step("map");
  await expect(page.locator("#own-status")).toContainText("Reading was stopped");
  // What was still to come changes nothing, and all can be read again.
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await own.button("Read all rows").click();
  await own.step("report");
  await expect(own.panel).toContainText("60,000 rows read");
  await expect(page.locator("#answer")).toContainText("1,271");
});
