// The map: tiles of equal size in its place, zoom and pan, by mouse, keys and fingers.
import type { Page } from "@playwright/test";
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";

const CITY = "E23000034";
const MET = "E23000001";
const KENT = "E23000032";

const map = (page: Page) => page.locator(".force-map");
const tiles = (page: Page) => page.getByRole("button", { name: "Tiles of equal size" });
/** The drawn shape of a force. */
const shape = (page: Page, code: string) => page.locator(`#area-${code} path`);
const viewBox = async (page: Page) => (await map(page).getAttribute("viewBox")) ?? "";
/** Width and height of a force's shape on the screen. */
const size = (page: Page, code: string) =>
  page.locator(`#area-${code}`).evaluate((area) => {
    const box = area.getBoundingClientRect();
    return { width: box.width, height: box.height };
  });
/** Waits until nothing on the map moves. */
const still = (page: Page) =>
  expect.poll(() => map(page).evaluate((svg) => svg.getAnimations({ subtree: true }).length)).toBe(0);
/** The middle of a force's shape on the screen. */
async function middle(page: Page, code: string) {
  const box = await page.locator(`#area-${code}`).boundingBox();
  if (!box) throw new Error(`${code} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("tiles and back, by mouse and by address: every force keeps its name and its place in the keys", async ({
  flag,
  page,
}) => {
  await flag.open();
  await flag.waitReady();
  const areas = page.locator(".force-map [id^=area-]");
  const names = () => areas.evaluateAll((all) => all.map((a) => a.getAttribute("aria-label")));
  const before = await names();
  const outline = await shape(page, KENT).getAttribute("d");
  await tiles(page).click();
  await expect(page).toHaveURL(/#view=tiles$/);
  await expect(tiles(page)).toHaveAttribute("aria-pressed", "true");
  await still(page);
  expect(await names()).toEqual(before);
  await expect(page.locator('.force-map [role="button"][tabindex]')).toHaveCount(43);
  await expect(page.locator("[data-aside]")).toHaveCount(0);
  const [city, met] = [await size(page, CITY), await size(page, MET)];
  expect(Math.abs(city.width - met.width)).toBeLessThan(1);
  await expect(page.locator(".short").filter({ hasText: "City" })).toBeVisible();
  await flag.area(CITY).click();
  await expect(page.locator("#h-card")).toHaveText("City of London Police");
  await expect(page.locator(".chosen-outline")).toHaveAttribute("d", (await shape(page, CITY).getAttribute("d")) ?? "");
  await tiles(page).click();
  await expect(page).toHaveURL(/#area=E23000034$/);
  await expect(shape(page, KENT)).toHaveAttribute("d", outline ?? "");
  await page.goBack();
  await expect(tiles(page)).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await flag.waitReady();
  await expect(tiles(page)).toHaveAttribute("aria-pressed", "true");
  await expect(shape(page, KENT)).not.toHaveAttribute("d", outline ?? "");
});

test("arrow keys on tiles go from tile to tile", async ({ flag, page }) => {
  await flag.open("#view=tiles");
  await flag.waitReady();
  await page.locator('.force-map [tabindex="0"]').focus();
  await page.keyboard.press("c");
  await page.locator(`#area-${MET}`).focus();
  await page.keyboard.press("ArrowRight");
  await expect(flag.area(CITY)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(flag.area(MET)).toBeFocused();
  await expect(page.locator(".focus-outline")).toHaveAttribute("d", (await shape(page, MET).getAttribute("d")) ?? "");
  await page.keyboard.press("Enter");
  await expect(flag.area(MET)).toHaveAttribute("aria-pressed", "true");
});

test("zoomed in by button, City of London is large enough to press", async ({ flag, page }) => {
  await flag.open(`#area=${CITY}`);
  await flag.waitReady();
  const whole = await viewBox(page);
  const small = await size(page, CITY);
  const box = await map(page).boundingBox();
  for (let i = 0; i < 4; i += 1) await page.getByRole("button", { name: "Zoom in" }).click();
  const large = await size(page, CITY);
  expect(large.width).toBeGreaterThan(small.width * 12);
  expect(large.width).toBeGreaterThan(24);
  const after = await map(page).boundingBox();
  expect([after?.width, after?.height]).toEqual([box?.width, box?.height]);
  await flag.area(CITY).click();
  await expect(flag.area(CITY)).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Zoom out" }).click();
  expect((await size(page, CITY)).width).toBeLessThan(large.width);
  await page.getByRole("button", { name: "Reset" }).click();
  expect(await viewBox(page)).toBe(whole);
});

test("the enlarged map stays enlarged when another year, unit or force is chosen", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const near = await viewBox(page);
  await page.locator("[name=year][value='2022-23']").check();
  await expect(page).toHaveURL(/year=2022-23/);
  expect(await viewBox(page)).toBe(near);
  await page.getByRole("radio", { name: /^Rate/ }).check();
  await expect(page).toHaveURL(/unit=rate/);
  expect(await viewBox(page)).toBe(near);
  // A force in the middle of what is seen.
  await page.locator("#force").selectOption({ label: "West Midlands" });
  await expect(page).toHaveURL(/area=E23000014/);
  expect(await viewBox(page)).toBe(near);
});

test("keys zoom round the focused force, and a force that gets the focus comes into view", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const whole = await viewBox(page);
  await page.locator('.force-map [tabindex="0"]').focus();
  await page.keyboard.press("k");
  await expect(flag.area(KENT)).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("+");
  const near = await viewBox(page);
  expect(near).not.toBe(whole);
  await page.keyboard.press("n");
  expect(await viewBox(page)).not.toBe(near);
  const seen = await map(page).boundingBox();
  const focus = page.locator(".force-map :focus");
  const at = await middle(page, ((await focus.getAttribute("id")) ?? "").replace("area-", ""));
  expect(at.x > (seen?.x ?? 0) && at.x < (seen?.x ?? 0) + (seen?.width ?? 0)).toBe(true);
  await page.keyboard.press("-");
  await page.keyboard.press("0");
  expect(await viewBox(page)).toBe(whole);
});

test("the wheel scrolls the page, and with Ctrl zooms the map", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await map(page).scrollIntoViewIfNeeded();
  const at = await middle(page, KENT);
  const whole = await viewBox(page);
  await page.mouse.move(at.x, Math.min(at.y, 700));
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  expect(await viewBox(page)).toBe(whole);
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(() => viewBox(page)).not.toBe(whole);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("dragging pans only the enlarged map and chooses nothing; a click still chooses", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await map(page).scrollIntoViewIfNeeded();
  const drag = async (dx: number, dy: number) => {
    await map(page).evaluate((svg) => svg.scrollIntoView({ block: "center" }));
    const box = await map(page).boundingBox();
    if (!box) throw new Error("no map");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx / 2, y + dy / 2);
    await page.mouse.move(x + dx, y + dy);
    await page.mouse.up();
  };
  const whole = await viewBox(page);
  await drag(60, 20);
  expect(await viewBox(page)).toBe(whole);
  await page.goto("./#");
  await page.locator("html[data-app=ready]").waitFor();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const near = await viewBox(page);
  await drag(80, 30);
  expect(await viewBox(page)).not.toBe(near);
  await expect(page.locator('.force-map [aria-pressed="true"]')).toHaveCount(0);
  await drag(3, 0);
  await expect(page.locator('.force-map [aria-pressed="true"]')).toHaveCount(1);
});

test("two fingers zoom", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, baseURL, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto("./");
  await page.waitForSelector('html[data-app="ready"]');
  await map(page).scrollIntoViewIfNeeded();
  const whole = await viewBox(page);
  const box = await map(page).boundingBox();
  if (!box) throw new Error("no map");
  const client = await context.newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(20) });
  for (const apart of [30, 45, 60]) {
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
  }
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(await viewBox(page)).not.toBe(whole);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await context.close();
});

test("forces travel to their tiles, but not where less motion is asked for", async ({ flag, page }) => {
  // Pressed and looked at in one go: the way takes half a second only.
  const moving = () =>
    tiles(page).evaluate(async (button: HTMLElement) => {
      button.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const map = document.querySelector(".force-map");
      return map?.getAnimations({ subtree: true }).filter((a) => a.playState === "running").length ?? 0;
    });
  await flag.open();
  await flag.waitReady();
  await page.locator("#map").scrollIntoViewIfNeeded();
  expect(await moving()).toBeGreaterThan(42);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toBe(0);
});

for (const width of [320, 360, 1280]) {
  test(`tiles at ${width} px: names of 9 px or more inside their tiles, targets, axe`, async ({ flag, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await flag.open(`#view=tiles&area=${KENT}`);
    await flag.waitReady();
    // Far below the window nothing is laid out, and nothing moves on.
    await map(page).scrollIntoViewIfNeeded();
    await still(page);
    const names = await page.locator(".short").evaluateAll((all) => {
      // The names lie over all tiles, in the same order.
      const tiles = document.querySelectorAll(".force-map [id^=area-] path");
      return all.map((text, i) => {
        const tile = tiles[i]?.getBoundingClientRect();
        const drawing = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
        const box = text.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * drawing;
        const middle = (box.top + box.bottom) / 2;
        const across = !!tile && box.left >= tile.left && box.right <= tile.right;
        return { name: text.textContent, size, inside: across && middle >= tile.top && middle <= tile.bottom };
      });
    });
    expect(names).toHaveLength(43);
    expect(names.filter((n) => n.size < 9 || !n.inside)).toEqual([]);
    for (const button of await page.locator(".zoom button").all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await flag.layOutAll();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await axeFindsNothing(page);
    }
  });
}
