import { expect, test } from "../lib/test.ts";

const WAY = "#measure=grooming&year=2023-24";

test("a second year gives two maps with one scale, one hover, and both years in the table", async ({ flag, page }) => {
  await flag.open(WAY);
  await flag.waitReady();
  await expect(page.locator(".map-2")).toHaveCount(0);
  await page.getByLabel("Second map, to compare").selectOption("2018/19");
  await expect(page).toHaveURL(/beside=2018-19/);
  await expect(page.locator(".map-y")).toHaveText(["2023/24: 43 of 43 forces", "2018/19: 43 of 43 forces"]);
  const boxes = await page.locator(".force-map").evaluateAll((maps) => maps.map((map) => map.getAttribute("viewBox")));
  expect(boxes[0]).toBe(boxes[1]);
  // Pointed at in one, outlined in both.
  await page.locator(".map-2 path[data-force=E23000032]").hover();
  await expect(page.locator("#map-readout")).toHaveText(/^\s*Kent 245 offences; in 2018\/19: 173$/);
  const outlines = await page.locator(".pointed-outline").evaluateAll((all) => all.map((path) => path.getAttribute("d")));
  expect(outlines).toHaveLength(2);
  expect(outlines[0]).toBe(outlines[1]);
  expect(outlines[0]?.length).toBeGreaterThan(20);
  // Pressed in the second, chosen in both.
  await page.locator(".map-2 path[data-force=E23000032]").click();
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
  await page.getByRole("button", { name: "Zoom in" }).click();
  const near = await page.locator(".force-map").evaluateAll((maps) => maps.map((map) => map.getAttribute("viewBox")));
  expect(near[0]).not.toBe(boxes[0]);
  expect(near[0]).toBe(near[1]);
  await page.getByRole("tab", { name: "Table" }).first().click();
  await expect(page.locator("#table-forces th").filter({ hasText: "Offences recorded, 2018/19" })).toBeVisible();
  await page.reload();
  await flag.waitReady();
  await expect(page.locator(".map-2")).toHaveCount(1);
  await page.getByLabel("Second map, to compare").selectOption("One map");
  await expect(page.locator(".map-2")).toHaveCount(0);
  await expect(page).not.toHaveURL(/beside/);
});

test("City of London in the sea can be pressed", async ({ flag, page }) => {
  await flag.open(WAY);
  await flag.waitReady();
  await page.locator("[data-aside]").click();
  await expect(page.locator("#h-card")).toHaveText("City of London Police");
});

test("a figure over the whole screen, and back", async ({ flag, page }) => {
  await flag.open(WAY);
  await flag.waitReady();
  const whole = () => page.evaluate(() => document.fullscreenElement?.className ?? "");
  for (const figure of [page.locator(".fig-main"), page.locator("#s-years")]) {
    await figure.getByRole("button", { name: "Full screen" }).click();
    await expect.poll(whole).toContain("fig");
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(whole).toBe("");
  }
});
