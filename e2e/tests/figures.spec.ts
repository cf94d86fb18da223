// The main job: read the national answer, choose a force in every way, change what is counted.
import { expect, test } from "../lib/test.ts";

test("the page opens at 2016/17 with the published figures", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await expect(flag.answer).toHaveText(
    "In 2016/17, 39 of the 43 police forces recorded 5,653 online sexual offences against children: 15 a day. The year before, it was 3,903 in 39 forces.",
  );
  const tile = flag.tile("Online offences");
  await expect(tile).toContainText("Up 45% from 3,903 in 2015/16");
  await expect(tile).toContainText("2016/17. 39 of 43 forces");
  await expect(tile).toContainText("Later total: 10,058 in 2019/20; number of forces not stated.");
  await expect(tile).toContainText("Shown on the map");
  const ages = await flag.chart("ages");
  await expect(page.locator("#s-ages")).toContainText("by age of the child where it was recorded");
  await expect(page.getByRole("heading", { name: "Of the ages published, 13 was recorded most often in 2016/17" })).toBeVisible();
  await expect(ages.getByRole("img", { name: "13 years old: 257" })).toBeAttached();
});

test("West Midlands on the map reads 241; code 88A reads 7,140 over 43 forces", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await flag.area("E23000014").click();
  await expect(flag.card.getByRole("heading", { name: "West Midlands Police" })).toBeVisible();
  await expect(flag.card).toContainText("For the two years from April 2015 to March 2017 together it was 241. We never split a sum, so it is not on the map.");
  await expect(flag.area("E23000014")).toHaveAttribute("aria-pressed", "true");
  await page.locator("#kind").selectOption("grooming");
  // The answer is about the force, whatever the map shows.
  await expect(flag.answer).toContainText("West Midlands Police recorded 214 sexual grooming offences in 2024/25");
  await expect(flag.tile("Sexual grooming")).toContainText("England and Wales: 5.6.");
  await expect(flag.card).toContainText("214 of the 7,140 recorded in England and Wales (3%).");
  await expect(page.getByText(/Counting changed on 1 April 2017/).first()).toBeVisible();
});

test("what happened when is marked under the years and listed with its sources", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.locator("#s-years").scrollIntoViewIfNeeded();
  const marked = page.locator("#foot-years ol li");
  await expect(marked).toHaveText([
    "Police forces are asked to mark online crime, 1 April 2015",
    "Sexual communication with a child becomes an offence, 3 April 2017",
    "NSPCC asks for rules on online safety, 1 June 2017",
  ]);
  const table = await flag.tableOf("years");
  await expect(table.getByRole("columnheader", { name: "Marked on the chart" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Change since the year before" })).toBeVisible();
  await page.locator("#kind").selectOption("grooming");
  await expect(marked).toHaveCount(3);
  await expect(marked.last()).toHaveText("Duties on illegal content begin, 17 March 2025");
  const section = page.getByRole("region", { name: "What was asked for, and what followed" });
  await expect(section.getByRole("listitem")).toHaveCount(6);
  await expect(section.getByRole("link", { name: /Online Safety Act 2023/ })).toHaveAttribute("href", "https://www.legislation.gov.uk/ukpga/2023/50/contents");
});

test("a force is chosen in the list, in a chart and in a table, and shown everywhere", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.getByLabel("Police force", { exact: true }).selectOption({ label: "Kent" });
  await expect(flag.card).toContainText("361 online sexual offences against children in 2016/17");
  await expect(flag.area("E23000032")).toHaveAttribute("aria-pressed", "true");
  await (await flag.chart("ranking")).getByRole("button", { name: "Staffordshire: 374" }).click();
  await expect(flag.card.getByRole("heading", { name: "Staffordshire Police" })).toBeVisible();
  await page.getByRole("tab", { name: "Table" }).first().click();
  const row = page.locator("#table-forces").getByRole("link", { name: "Dorset", exact: true });
  await row.click();
  await expect(flag.card.getByRole("heading", { name: "Dorset Police" })).toBeVisible();
  await expect(page.locator("#table-forces tr.is-sel")).toContainText("Dorset");
  await expect(page.locator("#force option:checked")).toHaveText("Dorset");
  await expect(flag.answer).toContainText("Dorset Police");
  await expect(flag.card).toContainText("No published figure was found. That does not mean zero.");
  await flag.card.getByRole("button", { name: "Clear the chosen force" }).click();
  await expect(flag.card.getByRole("heading", { name: "Reading this map" })).toBeVisible();
});

test("the table of forces sorts, blanks last both ways", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.getByRole("tab", { name: "Table" }).first().click();
  const table = page.getByRole("table", { name: /all 43 forces/ });
  await expect(table.getByRole("row")).toHaveCount(44);
  const first = table.locator("tbody tr").first();
  const last = table.locator("tbody tr").last();
  const count = table.getByRole("columnheader", { name: "Offences recorded" });
  await count.getByRole("button").click();
  await expect(count).toHaveAttribute("aria-sort", "descending");
  await expect(first).toContainText("650");
  await expect(last).toContainText("no published figure");
  await count.getByRole("button").click();
  await expect(first).toContainText("Lancashire");
  await expect(last).toContainText("no published figure");
});

test("rates name their denominator, and City of London has none", async ({ flag, page }) => {
  await flag.open("#measure=all-child&year=2016-17&area=E23000034");
  await flag.waitReady();
  await page.getByRole("radio", { name: /^Rate/ }).check();
  await expect(flag.card).toContainText("Too few children live in this area for a rate");
  await expect(flag.area("E23000034")).toHaveAccessibleName("City of London: no rate for 2016/17");
});

test("other published values and every source stand with the force", async ({ flag, page }) => {
  await flag.open("#year=2015-16&area=E23000007");
  await flag.waitReady();
  await expect(flag.card).toContainText("98 online sexual offences");
  const row = flag.card.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "2015/16" }) }).first();
  const more = row.locator("xpath=following-sibling::tr[1]");
  await more.getByText("Other published values").click();
  await expect(more).toContainText("170");
  await expect(more.getByRole("link").first()).toHaveAttribute("href", /^https?:\/\//);
});

test("a value that other sources refute is listed with its reason and not shown", async ({ flag, page }) => {
  await flag.open("#measure=sexual-communication&year=2017-18&area=E23000003");
  await flag.waitReady();
  await expect(flag.card).toContainText("175 offences of sexual communication");
  const row = flag.card.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "2017/18" }) }).first();
  const more = row.locator("xpath=following-sibling::tr[1]");
  await more.getByText("Other published values").click();
  await expect(more).toContainText("64");
  await expect(more).toContainText("Doubted: At least 345 were recorded in the 18 months to September 2018");
  await expect(more.getByRole("link", { name: /^Lancashire Post/ })).toBeVisible();
});
