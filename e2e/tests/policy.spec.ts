// The policy of the page is enough for all of it, in any folder, and nothing is asked for later.
import { createHash } from "node:crypto";
import { expect, test } from "../lib/test.ts";

const policy = (styles: string) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${styles}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'`;

test("under the strict policy, as a tag and as a header, the page runs and nothing is refused", async ({ flag, page }) => {
  await page.route(/\/(index\.html)?(#.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy("'self' 'unsafe-inline'") } });
  });
  await flag.open("#measure=grooming&area=E23000014&compare=E23000032");
  await flag.waitReady();
  const style = (await page.locator("style").textContent()) ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  await expect(page.locator("meta[http-equiv='Content-Security-Policy']")).toHaveAttribute("content", policy(`'sha256-${hash}'`));
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await flag.area("E23000032").click();
  await page.getByRole("radio", { name: /^Rate/ }).check();
  await (await flag.chart("years")).locator(".hit").first().hover();
  expect(flag.problems).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll("[style]:not(canvas, .force-map)").length)).toBe(0);
});

test("the page itself writes no style attribute and no inline script", async ({ request }) => {
  const html = await (await request.get("./")).text();
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/\son[a-z]+=/);
  const scripts = html.match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? [];
  expect(scripts).toEqual(['<script type="application/ld+json">']);
  expect(html.match(/(?:src|href)="\/[^"]*"/g)).toBeNull();
});

test("in a folder of a folder the page runs, and asks for nothing outside it", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.route(/\/a\/b%20c\/d\//, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/d/")[1] ?? "";
    const response = await route.fetch({ url: `${baseURL}${name}` });
    await route.fulfill({ response });
  });
  await page.goto("a/b%20c/d/#area=E23000014");
  await page.locator("html[data-app=ready]").waitFor();
  await expect(page.locator("#h-card")).toHaveText("West Midlands Police");
  expect(asked.filter((path) => !path.startsWith("/a/b%20c/d/"))).toEqual([]);
  expect(asked.length).toBeGreaterThan(4);
});

test("through a whole journey the loaded page contacts nobody", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await flag.area("E23000032").click();
  await page.getByRole("button", { name: "Add to comparison" }).click();
  await page.locator("#kind").selectOption("all-child");
  await page.getByRole("radio", { name: /^Rate/ }).check();
  await page.locator("[name=year]:checked").press("ArrowLeft");
  await page.getByRole("button", { name: /^Play/ }).click();
  for (const tab of ["All years", "Table", "Chart", "Map"]) await flag.showTabs(tab);
  await page.getByRole("button", { name: "Tiles of equal size" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByLabel("Find your area").fill("dev");
  await page.locator("#find-list [role=option]").first().click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByLabel("Colours").selectOption("Dark");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 400, height: 700 });
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await page.goBack();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  expect(asked).toEqual([]);
});
