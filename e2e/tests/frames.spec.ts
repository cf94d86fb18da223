// Comfort and strange places: a sandboxed frame, wider text spacing, nothing that jumps.
import { expect, test } from "../lib/test.ts";

test("in a frame with an origin of its own the page runs, chooses and moves on without an address", async ({ page, baseURL }) => {
  await page.setContent(`<iframe sandbox="allow-scripts" src="${baseURL}index.html#area=E23000014" width="800" height="600"></iframe>`);
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-app=ready]").waitFor();
  await expect(frame.locator("#h-card")).toHaveText("West Midlands Police");
  await frame.locator("#kind").selectOption("grooming");
  await expect(frame.locator("#answer")).toContainText("West Midlands Police recorded 214 sexual grooming offences");
  await frame.getByLabel("Police force", { exact: true }).selectOption({ label: "Kent" });
  await expect(frame.locator("#h-card")).toHaveText("Kent Police");
  await expect(frame.locator("#answer")).toContainText("Kent Police recorded 289 sexual grooming offences");
});

test("wider text spacing loses nothing", async ({ flag, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await flag.open("#area=E23000032&compare=E23000014");
  await flag.waitReady();
  await page.evaluate(() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
    );
    document.adoptedStyleSheets = [wide];
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("main p, main button, main label, main dd")]
      .filter((e) => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== "visible")
      .map((e) => e.textContent),
  );
  expect(cut).toEqual([]);
});

test("choosing a force moves nothing above it", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const places = () =>
    page.evaluate(() => ["#controls", "#h-map", "#map", "#legend", "#h-card"].map((id) => document.querySelector(id)?.getBoundingClientRect().top));
  await flag.area("E23000032").scrollIntoViewIfNeeded();
  const before = await places();
  await flag.area("E23000032").click();
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
  expect(await places()).toEqual(before);
});

for (const address of ["", "share.html", "embed/map-online.html", "embed/years-grooming.html", "forces/index.html", "forces/kent.html", "forces/kent/grooming.html"]) {
  test(`read from right to left no page is wider than its window: ${address || "the page"}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`./${address}`);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // The way past the head is still there for keys.
    const skip = page.locator(".skip");
    if ((await skip.count()) > 0) {
      await skip.focus();
      await expect(skip).toBeInViewport({ ratio: 1 });
      expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
    }
  });
}
