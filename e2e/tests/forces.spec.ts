// The fact sheets: read without JavaScript, shared with a picture, printed on one page of A4 each.
import type { Page } from "@playwright/test";
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";
import { WIDTHS } from "../lib/views.ts";

/** The kinds of figures on a sheet, each with a picture of its years if there are figures (West Midlands). */
const KINDS = ["Online offences", "Sexual grooming", "All child sexual offences", "Obscene publications"];

/** The pages of all areas, in the order of the list. */
async function sheets(page: Page): Promise<string[]> {
  await page.goto("./forces/index.html");
  return page.locator("a.area").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
}

for (const [device, width] of Object.entries(WIDTHS)) {
  test(`a fact sheet is whole without JavaScript and asks for its style only: ${device}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("./forces/west-midlands.html");
    expect(asked.filter((path) => !path.startsWith("/forces/"))).toHaveLength(1);
    await expect(page.getByRole("heading", { level: 1, name: "West Midlands Police" })).toBeVisible();
    await expect(page.getByText("recorded 427 online sexual offences against children in 2019/20")).toBeVisible();
    for (const kind of KINDS) {
      const years = page.getByRole("region", { name: kind, exact: true }).getByRole("img");
      await expect(years, kind).toHaveCount(1); // of its sizes one is shown
      await expect(years).toHaveAccessibleName(/West Midlands\. The table has the same numbers\.$/);
    }
    await expect(page.getByRole("row", { name: /^2019\/20 427 6.1/ })).toHaveCount(1);
    await expect(page.getByRole("link", { name: "0800 1111" }).first()).toBeVisible();
    await expect(page.locator(".sources li")).toHaveCount(5);
    // The table scrolls by itself; the page does not.
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
    await context.close();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const path of ["index", "england-and-wales", "kent/online", "city-of-london"]) {
    test(`axe finds nothing on forces/${path}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`./forces/${path}.html`);
      await axeFindsNothing(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  }
}

test("a shared link shows the force, its number and a picture of 1200 by 630", async ({ page, request }) => {
  for (const path of ["kent", "kent/grooming", "england-and-wales", "index"]) {
    await page.goto(`./forces/${path}.html`);
    const meta = async (name: string) =>
      (await page.locator(`meta[property="og:${name}"]`).getAttribute("content")) ?? "";
    expect(await meta("title")).toBe(await page.title());
    expect((await meta("description")).length).toBeGreaterThan(60);
    const answer = await request.get(new URL(await meta("image"), page.url()).href);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const png = await answer.body();
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(10_000);
    expect(png.length).toBeLessThan(300_000);
  }
  await page.goto("./forces/kent.html");
  await expect(page.locator("meta[property='og:description']")).toHaveAttribute("content", /Kent Police recorded 735/);
});

test("every fact sheet prints on one page of A4", async ({ page }) => {
  test.setTimeout(400_000);
  const areas = await sheets(page);
  expect(areas).toHaveLength(44);
  const kinds = await page.locator(".list small a").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  expect(kinds.length).toBeGreaterThan(200);
  const all = [...areas, ...kinds];
  const faults: string[] = [];
  for (const url of all) {
    await page.goto(url);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length;
    const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map((n) => Math.round(Number(n)));
    if (pages !== 1) faults.push(`${url}: ${pages} pages`);
    if (`${size}` !== "595,842") faults.push(`${url}: ${size} points`);
  }
  expect(faults).toEqual([]);
});

test("on paper no words are smaller than 8 points, and nothing that only a screen can use is left", async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: "print" });
  for (const path of ["england-and-wales", "lancashire", "kent/online"]) {
    await page.goto(`./forces/${path}.html`);
    const smallest = await page.evaluate(() => {
      const sizes: number[] = [];
      for (const element of document.querySelectorAll("article *")) {
        const own = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
        const box = element.getBoundingClientRect();
        if (!own || box.width < 2 || element.closest(".hidden")) continue;
        const svg = element.closest("svg");
        const scale = svg ? svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1) : 1;
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize) * scale * 0.75);
      }
      return Math.min(...sizes);
    });
    expect(smallest).toBeGreaterThanOrEqual(7.99);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Open in the interactive map" })).toHaveCount(0);
    await expect(page.getByText("Need help now?").last()).toBeVisible();
  }
});

test("the way into the interactive page opens the same force and kind of figure", async ({ flag, page }) => {
  await page.goto("./forces/kent/grooming.html");
  await page.getByRole("link", { name: "Open in the interactive map" }).first().click();
  await flag.waitReady();
  await expect(page).toHaveURL(/#measure=grooming&year=2024-25&area=E23000032$/);
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
  await expect(flag.card).toContainText("289 sexual grooming offences in");
});

test("the page leads to the list, the list to a sheet, the sheet to its kinds of figures", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.getByRole("link", { name: "Print a fact sheet" }).click();
  await page.getByRole("link", { name: "Lincolnshire", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lincolnshire Police" })).toBeVisible();
  await page.getByRole("navigation", { name: "More of this area" }).getByRole("link", { name: /Sexual grooming/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lincolnshire Police: sexual grooming");
});

test("the frozen release is a whole page, kept out of search engines", async ({ flag, page, request }) => {
  await page.goto("./forces/kent/online.html");
  await page.getByRole("link", { name: "This release, kept as it is" }).click();
  await flag.waitReady();
  expect(page.url()).toMatch(/\/frozen\/\d{4}-\d\d-\d\d-[0-9a-f]{8}-[0-9a-f]{8}\/index\.html#/);
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  const image = await request.get(new URL("images/map-online.png", page.url()).href);
  expect(image.headers()["content-type"]).toBe("image/png");
});
