// Change, chance and every year: what can be compared is compared, and the rest says why not.
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";

test("change counts the forces compared and names the others", async ({ flag, page }) => {
  await flag.open("#measure=online&year=2016-17&since=2015-16");
  await flag.waitReady();
  const change = page.locator("#s-change");
  await flag.chart("change");
  await expect(change.locator("#h-change")).toHaveText(/^14 of 17 forces recorded more online .*offences in 2016\/17$/);
  await expect(change).toContainText("The 17 forces with an exact figure for both years. Ring: 2015/16, dot: 2016/17.");
  await expect(change).toContainText("Together they recorded 1,976 in 2015/16 and 3,797 in 2016/17: up 92.2%.");
  await change.getByText("Forces not compared (26)").click();
  await expect(change).toContainText("West Midlands");
  await expect(change.locator(".hit")).toHaveCount(17);
  // Wiltshire's 10 is too small a base for a percentage.
  await expect(change.getByRole("button", { name: /^Wiltshire: 10 to 44.*no percentage/ })).toBeAttached();
});

test("change is refused across 1 April 2017, and the earlier year is chosen in a list", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2018-19&since=2016-17");
  await flag.waitReady();
  const change = page.locator("#s-change");
  await change.scrollIntoViewIfNeeded();
  await expect(change.locator("#h-change")).toHaveText("No force can be compared between 2016/17 and 2018/19");
  await expect(change.locator(".hit")).toHaveCount(0);
  // The reason stands in the open, and no other is given: all 43 have an exact figure for both years.
  await expect(change.getByText(/Counting changed on 1 April 2017/).first()).toBeVisible();
  await expect(change).not.toContainText("No force has an exact figure");
  await change.getByText("Forces not compared (43)").click();
  await expect(change.getByText(/All 43 forces/).last()).toBeVisible();
  await page.getByLabel("From", { exact: true }).selectOption("2017-18");
  await expect(change).toContainText("All 43 forces with an exact figure for both years. Ring: 2017/18, dot: 2018/19.");
  await expect(page).toHaveURL(/since=2017-18/);
  await expect((await flag.tableOf("change")).getByRole("row")).toHaveCount(44);
  await page.getByLabel("To", { exact: true }).selectOption("2019-20");
  await expect(change).toContainText("Ring: 2017/18, dot: 2019/20.");
  await expect(page).toHaveURL(/year=2019-20.*since=2017-18/);
});

test("a funnel shows the chosen kind of figure where it is complete, else the latest complete set", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2023-24");
  await flag.waitReady();
  const funnel = page.locator("#s-funnel");
  await flag.chart("funnel");
  await expect(funnel).toContainText("Sexual grooming for every 10,000 children, 2023/24, against the number of children.");
  await expect(funnel).toContainText("Small areas swing more, so the band is wider on the left.");
  await expect(funnel.locator(".hit")).toHaveCount(42);
  await expect(funnel).toContainText("Left out: 1 force without a rate.");
  await funnel.getByRole("button", { name: /^Dyfed-Powys: / }).click();
  await expect(flag.card.getByRole("heading", { name: "Dyfed-Powys Police" })).toBeVisible();
  await flag.open("#measure=online&year=2017-18&range=on");
  await page.reload();
  await flag.waitReady();
  await flag.chart("funnel");
  await expect(funnel).toContainText("Sexual grooming for every 10,000 children, 2024/25");
  await expect(funnel).toContainText("so this shows the latest complete set.");
});

test("the range of chance is off until asked for, drawn, said and in the address", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const canvas = (await flag.chart("ranking")).locator("canvas");
  const picture = () => canvas.evaluate((c: HTMLCanvasElement) => c.toDataURL());
  await expect.poll(async () => (await picture()).length).toBeGreaterThan(2000);
  const plain = await picture();
  await page.getByLabel("Show chance ranges on all charts").check();
  await expect.poll(picture).not.toBe(plain);
  await expect(page).toHaveURL(/range=on/);
  await expect(page.locator("#s-ranking")).toContainText("Byar\u2019s approximation");
  await expect(
    page.locator("#chart-ranking").getByRole("button", { name: "Kent: 361. Range that chance alone could explain: 325 to 400" }),
  ).toBeAttached();
  await page.getByLabel("Show chance ranges on all charts").uncheck();
  await expect.poll(picture).toBe(plain);
  await expect(page).not.toHaveURL(/range/);
});

test("every year has a small map, made when opened, and its button chooses it", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2023-24");
  await flag.waitReady();
  const maps = page.locator(".smalls .sm");
  await expect(maps).toHaveCount(0);
  await page.getByRole("tab", { name: "All years" }).click();
  await expect(maps).toHaveCount(8);
  await expect(maps.first()).toContainText("43 of 43");
  await expect(page.getByText("Years before April 2017 were counted differently and are left out.")).toBeVisible();
  const year = maps.getByRole("link", { name: "2018/19" });
  await year.click();
  await expect(flag.answer).toContainText("In 2018/19");
  await expect(year).toHaveAttribute("aria-current", "true");
  await expect(maps.locator("[aria-current]")).toHaveCount(1);
  await expect(page.locator("[name=year]:checked")).toHaveValue("2018-19");
  await expect(year).toBeFocused();
  // Few forces were ever printed for the online measure: missing is said and dotted.
  await page.locator("#kind").selectOption("online");
  await expect(maps.first()).not.toContainText("43 of 43");
  await expect(maps.first().locator(".nofig").first()).toHaveAttribute("d", /^M/);
});

for (const [hash, width, tab] of [
  ["#measure=grooming&year=2023-24&range=on", 360, "Chart"],
  ["#range=on&unit=rate", 1280, "Chart"],
  ["#measure=grooming&year=2018-19&since=2016-17", 768, "Table"],
  ["#area=E23000014&range=on", 320, "Table"],
] as const) {
  test(`axe finds nothing with everything open: ${hash}, ${tab}`, async ({ flag, page }) => {
    // Thousands of marks to look at.
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await flag.open(hash);
    await flag.waitReady();
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await page.getByRole("tab", { name: "All years" }).click();
    for (const chosen of await page.locator(".fig:not([hidden])").getByRole("tab", { name: tab, exact: true }).all()) {
      // The first one belongs to the map, which shows all its years.
      if (tab === "Chart" || (await chosen.getAttribute("id")) !== "tab-view-2") await chosen.click();
    }
    await expect(page.locator(".smalls .sm").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await flag.layOutAll();
    await axeFindsNothing(page);
  });
}
