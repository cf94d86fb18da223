// "Leave this page": a plain link that the script makes quicker, with keys too. Nothing is asked for before.
import { expect, test } from "../lib/test.ts";

const NEUTRAL = "https://www.bbc.co.uk/weather";

test.beforeEach(async ({ context }) => {
  await context.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
});

test("the link takes the place of the page in the history", async ({ flag, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("about:blank");
  await flag.open();
  await flag.waitReady();
  expect(asked.filter((url) => url.startsWith(NEUTRAL))).toEqual([]);
  await page.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL(NEUTRAL);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("Shift three times on its own leaves; a capital letter in between does not", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const status = page.locator("#leave-status");
  for (const key of ["Shift", "Shift"]) await page.keyboard.press(key);
  await expect(status).toHaveText("Press Shift once more to leave this page.");
  await page.keyboard.press("Shift+A");
  await expect(status).toBeEmpty();
  for (const key of ["Shift", "Shift+A", "Shift"]) await page.keyboard.press(key);
  await expect(status).toBeEmpty();
  for (const key of ["Shift", "Shift"]) await page.keyboard.press(key);
  await page.waitForURL(NEUTRAL);
});

test("without a network an empty page comes", async ({ context, flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL("about:blank");
});

test("without a script it is a plain link, and it says what it does not do", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  for (const path of ["./", "forces/kent.html"]) {
    await page.goto(path);
    const link = page.getByRole("link", { name: "Leave this page" });
    await expect(link).toHaveAttribute("href", NEUTRAL);
    await expect(link).toHaveAccessibleDescription("does not clear history");
    await expect(link).toBeInViewport();
  }
  await context.close();
});

test("a frame has no way out of the page that shows it", async ({ page }) => {
  await page.goto("embed/map-online.html");
  await expect(page.locator(".leave")).toHaveCount(0);
});
