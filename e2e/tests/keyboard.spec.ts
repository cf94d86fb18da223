// Everything by keyboard: one stop on the map, arrows between neighbours and between bars.
import { expect, test } from "../lib/test.ts";

test("the map is one stop, and every force can be reached by its letter", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  await expect(page.locator('.force-map [tabindex="0"]')).toHaveCount(1);
  await page.locator('.force-map [tabindex="0"]').focus();
  const names = await page.locator(".force-map [id^=area-]").evaluateAll((areas) =>
    areas.map((area) => area.getAttribute("aria-label") ?? ""),
  );
  expect(names).toHaveLength(43);
  const reached = new Set<string>();
  for (const name of [...names].sort()) {
    await page.keyboard.press(name.charAt(0));
    const now = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(now.charAt(0)).toBe(name.charAt(0));
    reached.add(now);
  }
  expect(reached.size).toBe(43);
});

test("arrow keys go to neighbours; Enter chooses, Escape clears", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.locator('.force-map [tabindex="0"]').focus();
  await page.keyboard.press("Home");
  await expect(flag.area("E23000036")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(flag.area("E23000036")).not.toBeFocused();
  await page.keyboard.press("w");
  await page.keyboard.press("Enter");
  await expect(page.locator("#h-card")).not.toHaveText("Reading this map");
  await page.keyboard.press("Escape");
  await expect(page.locator("#h-card")).toHaveText("Reading this map");
});

test("a chart is one stop; arrows read its values and Enter chooses a year", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  const chart = await flag.chart("years");
  await expect(chart.locator('.hit[tabindex="0"]')).toHaveCount(1);
  await chart.locator('.hit[tabindex="0"]').focus();
  await page.keyboard.press("Home");
  await expect(page.locator("#s-years .chart-readout")).toHaveText("2012/13: 369");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(flag.answer).toContainText("In 2013/14");
  await expect(page).toHaveURL(/year=2013-14/);
});

test("Tab walks from the top to the end and is never caught", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the figures" })).toBeFocused();
  let steps = 0;
  const end = page.getByLabel("Colours"); // the last one in the footer
  while (!(await end.evaluate((a) => a === document.activeElement)) && steps < 120) {
    await page.keyboard.press("Tab");
    steps += 1;
  }
  expect(steps).toBeLessThan(120);
  // Nothing of the page comes after it.
  await page.keyboard.press("Tab");
  await expect(page.locator("main :focus, footer :focus")).toHaveCount(0);
});

test("in the accessibility tree every force is a button with its name, number and state", async ({ flag, page }) => {
  await flag.open("#measure=grooming&area=E23000014");
  await flag.waitReady();
  const map = page.getByRole("group", { name: "Map of police force areas" });
  const forces = map.getByRole("button");
  await expect(forces).toHaveCount(43);
  await expect(map.getByRole("button", { pressed: true })).toHaveCount(1);
  await expect(map.getByRole("button", { pressed: false })).toHaveCount(42);
  await expect(map.getByRole("button", { name: /^.+: [0-9,]+ offences?$/ })).toHaveCount(43);
  await expect(map.getByRole("button", { name: "West Midlands: 214 offences", pressed: true })).toBeVisible();
  expect(await page.locator("[role=application]").count()).toBe(0);
});

test("the skip link moves the focus and keeps the view", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2024-25&area=E23000032");
  await flag.waitReady();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the figures" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#app")).toBeFocused();
  await expect(page).toHaveURL(/#measure=grooming&year=2024-25&area=E23000032$/);
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
});
