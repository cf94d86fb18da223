// The page before its program runs: complete without a script, and nothing jumps when it comes.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { axeFindsNothing } from "../lib/axe.ts";
import { publish } from "../lib/host.ts";
import { expect, test } from "../lib/test.ts";
import { WIDTHS } from "../lib/views.ts";

const MODULE = "**/*.wasm";

/** Keeps a file back until the returned function is called. */
async function hold(page: Page, file: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Keeps every shift of the layout of the page to come. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Where things are in the window, and how large. */
const places = (page: Page, all: string[]) =>
  page.evaluate(
    (all) =>
      all.map((one) => {
        const { x, y, width, height } = document.querySelector(one)?.getBoundingClientRect() ?? new DOMRect();
        return [x, y, width, height].map(Math.round);
      }),
    all,
  );

/** Words of the second, third and fifth tile, found nowhere before. */
const KINDS = ["A crime since April 2017", "Home Office code 88A, online or not", "Home Office code 86, online or not"];

const shifts = (page: Page) => page.evaluate(() => Reflect.get(window, "shifts") as number[]);

for (const [device, width] of Object.entries(WIDTHS)) {
  test(`without JavaScript everything of the opening view is there: ${device}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto("./");
    await expect(page.locator("#answer")).toContainText("recorded 5,653 online sexual offences");
    await expect(page.locator(".tile")).toHaveCount(5);
    await expect(page.getByRole("link", { name: /^Kent/ }).first()).toBeVisible();
    await expect(page.locator("#map a")).toHaveCount(43);
    await expect(page.locator("#map a path").first()).toHaveAttribute("class", /area/);
    await expect(page.locator("#table-forces tbody tr")).toHaveCount(43);
    await expect(page.getByRole("rowheader", { name: "Avon and Somerset" })).toBeVisible();
    // Drawn for a narrow screen and for a wide one; one is seen.
    await expect(page.locator("#chart-years").getByRole("img", { name: /The table has the same numbers/ })).toHaveCount(1);
    await expect(page.locator("#table-years")).toBeVisible();
    await expect(page.locator("#chart-years svg:visible text").filter({ hasText: /^[123]$/ })).toHaveCount(3);
    await expect(page.locator("#not-said li")).toHaveCount(6);
    await expect(page.locator("#caveats li")).toHaveCount(4);
    await expect(page.locator("#events li")).toHaveCount(6);
    await expect(page.locator("#fold-sources li")).toHaveCount(175);
    await expect(page.getByRole("link", { name: "0800 1111" }).first()).toBeVisible();
    await expect(page.locator("noscript .notice")).toBeVisible();
    const needProgram = ["#controls", "#find", "#picker", "#two-years", ".zoom", ".tablist", ".chk", ".actions", ".theme"];
    for (const one of needProgram) {
      expect(await page.locator(one).count(), one).toBeGreaterThan(0);
      await expect.soft(page.locator(one).filter({ visible: true }), one).toHaveCount(0);
    }
    await page.locator("#area-E23000032").click();
    await expect(page.locator("#row-E23000032")).toBeInViewport();
    await expect(page.locator("#row-E23000032")).toContainText("361");
    await context.close();
  });
}

for (const [device, width] of Object.entries(WIDTHS)) {
  test(`help, answer and map are there before the last script and the program, and nothing shifts when they come: ${device}`, async ({ flag, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await watchShifts(page);
    const release = await hold(page, /\/old-[^/]*\.js$|\.wasm$/);
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.locator(".help")).toContainText("0800 1111");
    await expect(flag.answer).toContainText("recorded 5,653 online sexual offences");
    await expect(page.locator("#area-E23000032 path")).toHaveCSS("fill", "rgb(227, 235, 240)");
    await expect(page.locator("#map .dot").first()).toHaveCSS("fill", "rgb(43, 105, 145)");
    expect(await page.evaluate(() => document.readyState)).toBe("loading");
    const before = await places(page, [".help", "h1", "#answer", "#area-E23000032 path", "#map-readout"]);
    release();
    await flag.waitReady();
    expect(await places(page, [".help", "h1", "#answer", "#area-E23000032 path", "#map-readout"])).toEqual(before);
    expect(await shifts(page)).toEqual([]);
  });

  // The answer far above the map, and its length, follow the force.
  test(`a press before the last script and the program is answered, and the map stays under it: ${device}`, async ({ flag, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await watchShifts(page);
    const release = await hold(page, /\/old-[^/]*\.js$|\.wasm$/);
    // Before its script is here, the area is a link to its row.
    const script = page.waitForResponse(/\/start-[^/]*\.js$/);
    await page.goto("./", { waitUntil: "commit" });
    await (await script).finished();
    await flag.area("E23000032").click();
    await expect(page.locator("#map-readout")).toContainText("361");
    expect(await page.evaluate(() => document.readyState)).toBe("loading");
    const before = await places(page, [".help", "#area-E23000032 path"]);
    release();
    await flag.waitReady();
    await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
    await expect(page.locator("#map-readout")).toContainText("Kent");
    await expect(page.locator("#map-readout")).toContainText("361");
    expect(await places(page, [".help", "#area-E23000032 path"])).toEqual(before);
  });
}

test("nothing shifts while the page arrives in pieces", async ({ page }) => {
  const html = await readFile(new URL("../../dist/index.html", import.meta.url), "utf8");
  for (const pause of ['<p class="stand"', 'id="tiles"', ...KINDS, 'id="controls"', 'class="marks"', 'class="card"', 'id="trend"']) {
    expect(html).toContain(pause);
    const site = await publish({ pause });
    await watchShifts(page);
    await page.goto(`${site.address}index.html`);
    await expect(page.locator("html"), pause).toHaveAttribute("data-app", "ready");
    expect.soft(await shifts(page), pause).toEqual([]);
    await site.close();
  }
});

test("the first paint waits for no other file", async ({ page }) => {
  const release = await hold(page, /\.(js|css|wasm)$/);
  await page.goto("./", { waitUntil: "commit" });
  const paints = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
  await expect.poll(paints).toBe(1);
  await expect(page.locator(".help")).toHaveCSS("background-color", "rgb(29, 54, 72)");
  await expect(page.locator("#area-E23000032 path")).toHaveCSS("fill", "rgb(227, 235, 240)");
  expect(await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith(".css")).length)).toBe(0);
  release();
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
});

test("a scroll bar that takes room is there from the start", async ({ playwright, launchOptions, baseURL }) => {
  const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] });
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 1000 } });
  await watchShifts(page);
  await page.route("**/old-*.js", async (route) => {
    await expect(page.locator("#map-readout")).toBeVisible(); // seen before it
    await route.continue();
  });
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  expect(await page.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBeGreaterThan(0);
  expect(await shifts(page)).toEqual([]);
  await browser.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing before the program runs, ${colorScheme}`, async ({ flag, page }) => {
    await hold(page, MODULE);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme });
    await flag.open();
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await flag.layOutAll();
    await axeFindsNothing(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

for (const [device, width] of Object.entries(WIDTHS)) {
  for (const hash of ["", "#measure=grooming&area=E23000032"]) {
    test(`nothing shifts when the program takes over: ${device} ${hash}`, async ({ flag, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await watchShifts(page);
      await flag.open(hash);
      await flag.waitReady();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test("the opening view stays where it is: the parts of both pages have the same places", async ({ flag, page }) => {
  const release = await hold(page, MODULE);
  await flag.open();
  const places = () =>
    page.evaluate(() =>
      ["#find", "#answer", "#tiles", "#controls", "#h-map", "#map", "#legend", "#map-readout", ".card", "#picker"].map((id) =>
        Math.round(document.querySelector(id)?.getBoundingClientRect().top ?? 0),
      ),
    );
  const before = await places();
  for (const top of before) expect(top).toBeGreaterThan(0);
  release();
  await flag.waitReady();
  expect(await places()).toEqual(before);
});

test("the view in the address is there at the moment of the change, and the still page is gone", async ({ flag, page }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.dataset.app !== "ready") return;
      const answers = [...document.querySelectorAll("#answer")].map((a) => a.textContent);
      Object.assign(window, { answers: (Reflect.get(window, "answers") as unknown) ?? answers });
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-app"] });
  });
  await flag.open("#measure=grooming");
  await flag.waitReady();
  const answers = (await page.evaluate(() => Reflect.get(window, "answers"))) as string[];
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain("7,140");
});

test("a force pressed before the program is here is answered at once, and then opened", async ({ flag, page }) => {
  const release = await hold(page, MODULE);
  await flag.open();
  await flag.area("E23000032").click();
  await expect(page.locator("#map-readout")).toContainText("Kent");
  await expect(page.locator("#map-readout")).toContainText("361");
  expect(page.url()).toContain("#area=E23000032");
  release();
  await flag.waitReady();
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
  // The link had the focus; the same force on the live map has it now.
  await expect(flag.area("E23000032")).toBeFocused();
});

// The table of the forces is behind a tab until the program runs, so the long parts are a chart and a list.
test("a reader in the middle of a chart or of a long list stays there", async ({ flag, page }) => {
  for (const [fold, part, within] of [["", "#chart-years", 100], ["sources", "#fold-sources", 2000]] as const) {
    const release = await hold(page, MODULE);
    await page.goto("about:blank");
    await flag.open();
    if (fold) await page.locator(`[data-fold=${fold}] > summary`).click();
    const top = () => page.evaluate((part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0, part);
    await page.locator(part).evaluate((element, within) => {
      element.scrollIntoView();
      scrollBy(0, within);
    }, within);
    // What is laid out when it comes near has come.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    const before = await top();
    expect(before, part).toBeLessThan(within > 1000 ? -1000 : 100);
    release();
    await flag.waitReady();
    if (fold) await expect(page.locator(`[data-fold=${fold}]`)).toHaveAttribute("open", "");
    expect(Math.abs((await top()) - before), part).toBeLessThan(2);
    await page.unroute(MODULE);
  }
});

test("the head tells search engines and link previews what this is", async ({ flag, page }) => {
  await flag.open();
  const about = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
  expect(about["@type"]).toBe("Dataset");
  expect(about.temporalCoverage).toMatch(/^\d{4}-04-01\/\d{4}-03-31$/);
  await expect(page.locator("meta[property='og:description']")).toHaveAttribute("content", /5,653/);
  await expect(page.locator("meta[name='description']")).toHaveAttribute("content", /43 police forces/);
  // Nobody has said yet where the page will live.
  await expect(page.locator("link[rel=canonical]")).toHaveCount(0);
});
