// What a visitor's screen does to the page: widths, themes, pixel ratios, and axe over all of it.
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";
import { VIEWS, WIDTHS } from "../lib/views.ts";

for (const [name, hash] of Object.entries(VIEWS)) {
  for (const [device, width] of Object.entries(WIDTHS)) {
    // Wider screens differ by layout alone, so two views stand for all there.
    if (device !== "phone" && name !== "force with figures" && name !== "pins, tiles and range") continue;
    test(`axe finds nothing: ${name}, ${device}`, async ({ flag, page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await flag.open(hash);
      await flag.waitReady();
      // Everything folded is opened, and every table shown in its turn, so that axe sees them too;
      // variation.spec.ts looks at the small maps, which are many.
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => d.setAttribute("open", "")));
      await flag.layOutAll();
      for (const colorScheme of device === "phone" ? (["light", "dark"] as const) : (["dark"] as const)) {
        await page.emulateMedia({ colorScheme });
        for (const tab of ["Map", "Chart", "Table"]) {
          await flag.showTabs(tab);
          if (tab === "Map") continue; // beside the charts
          if (tab === "Table") await expect(page.locator("#table-forces tbody tr")).toHaveCount(43);
          // Beside the tables the page is as it was, and in the dark it differs by its colours.
          const include = tab === "Table" ? "section.fig, .fig-main" : undefined;
          await axeFindsNothing(page, { include, coloursOnly: device === "phone" && colorScheme === "dark", when: `${tab} ${colorScheme}` });
        }
      }
    });
  }
}

for (const width of [320, 360, 768, 1152, 1280, 1920]) {
  test(`nothing runs out of the page at ${width} px`, async ({ flag, page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    for (const hash of Object.values(VIEWS)) {
      await flag.open(hash);
      await page.reload();
      await flag.waitReady();
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      for (const tab of ["Chart", "All years", "Table"]) {
        await flag.showTabs(tab);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${hash} ${tab}`).toBeLessThanOrEqual(width);
      }
    }
  });
}

test("on a wide screen the charts are as wide as their column, also after the window has grown", async ({ flag, page }) => {
  const width = (one: string) => page.locator(one).evaluate((e) => e.getBoundingClientRect().width);
  for (const window of [1100, 1920]) {
    await page.setViewportSize({ width: window, height: 900 });
    if (window === 1100) await flag.open();
    await flag.waitReady();
    for (const one of ["years", "ranking"]) {
      await flag.chart(one);
      const off = async () => Math.abs((await width(`#chart-${one} canvas`)) - (await width(`#s-${one}`)));
      await expect.poll(off, one).toBeLessThanOrEqual(1);
    }
  }
  // As wide as the page between its margins, and half of that beside the gap.
  expect(await width("#s-years")).toBe((83 - 2 * 2) * 16);
  expect(await width("#s-ranking")).toBe(((83 - 2 * 2 - 2.5) / 2) * 16);
});

for (const ratio of [1, 1.5, 3]) {
  test(`charts are crisp at ${ratio} device pixels to one`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ deviceScaleFactor: ratio, baseURL });
    const page = await context.newPage();
    await page.goto("./");
    const canvas = page.locator("#chart-years canvas");
    await expect(canvas).toBeAttached();
    // It is inked a moment after it stands there.
    const error = () =>
      canvas.evaluate((c: HTMLCanvasElement, ratio) => Math.abs(c.width - c.getBoundingClientRect().width * ratio), ratio);
    await expect.poll(error).toBeLessThanOrEqual(1);
    expect(await canvas.evaluate((c: HTMLCanvasElement) => c.width)).not.toBe(300); // never inked
    await context.close();
  });
}

test("charts are drawn again for another width and for the dark theme, not for hover", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const canvas = page.locator("#chart-ranking canvas");
  const picture = () => canvas.evaluate((c: HTMLCanvasElement) => c.toDataURL());
  // Drawn for its column once it is seen.
  await flag.chart("ranking");
  await expect.poll(async () => (await picture()).length).toBeGreaterThan(2000);
  const wide = await picture();
  await (await flag.chart("ranking")).locator(".hit").nth(2).hover();
  await expect(page.locator("#chart-ranking + .chart-readout")).toHaveText("Staffordshire: 374");
  expect(await picture()).toBe(wide);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(picture).not.toBe(wide);
  const dark = await picture();
  await page.setViewportSize({ width: 500, height: 800 });
  await expect.poll(picture).not.toBe(dark);
  await expect
    .poll(() => canvas.evaluate((c: HTMLCanvasElement) => c.getBoundingClientRect().right))
    .toBeLessThanOrEqual(500);
});
