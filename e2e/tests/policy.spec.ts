// The strict content policy of the README is enough for the whole page, in a nested folder's depth too.
import { expect, test } from "../lib/test.ts";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";

test("under the strict policy the page runs and nothing is refused", async ({ flag, page }) => {
  await page.route(/\/(index\.html)?(#.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
  });
  await flag.open("#measure=grooming&area=E23000014&compare=E23000032");
  await flag.waitReady();
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await flag.area("E23000032").click();
  await page.getByRole("radio", { name: "Rate per 10,000 children" }).check();
  await page.locator("#chart-years .hit").first().hover();
  expect(flag.problems).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll("[style]:not(canvas)").length)).toBe(0);
});
