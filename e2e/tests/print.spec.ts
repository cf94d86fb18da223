// On paper: the light theme's colours, and a key that can be read where a browser prints no backgrounds.
import { expect, test } from "../lib/test.ts";

/** Whether a chart has words in the light theme's ink. */
const isLight = (canvas: HTMLCanvasElement) => {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] === 23 && pixels[at + 1] === 33 && pixels[at + 2] === 43) return true;
  return false;
};

/** What carries meaning on paper, as the browser would print it. */
const LOOK = () => {
  const of = (selector: string) => {
    const element = document.querySelector(selector);
    return element ? getComputedStyle(element) : undefined;
  };
  return {
    text: of("h1")?.color,
    answer: of("#answer")?.color,
    link: of(".sources a, .all-sources a")?.color,
    scheme: of("html")?.colorScheme,
    swatch: of(".sw-has")?.backgroundColor,
    printed: [...document.querySelectorAll(".sw, .chip-m")].map((e) => getComputedStyle(e).printColorAdjust),
    area: of("#map .land.has")?.fill,
    blank: of("#map .nf-bg")?.fill,
  };
};

const LIGHT = {
  text: "rgb(23, 33, 43)",
  answer: "rgb(23, 33, 43)",
  link: "rgb(20, 80, 125)",
  scheme: "light",
  swatch: "rgb(227, 235, 240)",
  area: "rgb(227, 235, 240)",
  blank: "rgb(246, 247, 247)",
};

for (const [name, theme] of [["as the system", ""], ["chosen on the page", "Dark"]] as const) {
  test(`the dark theme is printed in the colours of the light one: ${name}`, async ({ flag, page }) => {
    await page.emulateMedia({ colorScheme: theme ? "light" : "dark" });
    await flag.open("#compare=E23000032+E23000014");
    await flag.waitReady();
    if (theme) {
      await page.getByLabel("Colours").selectOption(theme);
    }
    const chart = (await flag.chart("years")).locator("canvas");
    const drawnLight = () => chart.evaluate<boolean, HTMLCanvasElement>(isLight);
    expect((await page.evaluate(LOOK)).text).toBe("rgb(237, 241, 244)");
    await expect.poll(drawnLight).toBe(false);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.evaluate(LOOK)).toMatchObject(LIGHT);
    await expect.poll(drawnLight).toBe(true);
    const { printed } = await page.evaluate(LOOK);
    expect(new Set(printed)).toEqual(new Set(["exact"]));
    // The key of the map and the two forces compared.
    await expect(page.locator(".chip-m")).toHaveCount(2);
    expect(printed.length).toBeGreaterThan(3);
    // And back on the screen.
    await page.emulateMedia({ media: "screen" });
    await expect.poll(drawnLight).toBe(false);
    expect((await page.evaluate(LOOK)).text).toBe("rgb(237, 241, 244)");
  });
}

test("charts that nobody has come down to are on paper too, and light", async ({ flag, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await flag.open("#measure=grooming");
  await flag.waitReady();
  // As a browser tells it before it prints.
  const charts = await page.evaluate(`(async () => {
    dispatchEvent(new Event("beforeprint"));
    // It runs all that is promised before it does.
    for (let turns = 0; turns < 20; turns += 1) await null;
    return [...document.querySelectorAll("section:not([hidden]) > .panel > .chart canvas")].map(${isLight.toString()});
  })()`);
  // The ranking, the years, the codes.
  expect((charts as boolean[]).length).toBeGreaterThan(2);
  expect(new Set(charts as boolean[])).toEqual(new Set([true]));
});

test("before the program runs and without it paper is light, too", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, colorScheme: "dark" });
  const page = await context.newPage();
  for (const address of ["./", "./embed/map-online.html", "./share.html"]) {
    await page.goto(address);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const { scheme, answer, swatch, area, blank, printed } = await page.evaluate(LOOK);
    expect({ scheme, answer, swatch, area, blank }, address).toEqual({
      scheme: LIGHT.scheme, answer: LIGHT.answer, swatch: LIGHT.swatch, area: LIGHT.area, blank: LIGHT.blank,
    });
    expect(new Set(printed), address).toEqual(new Set(["exact"]));
    await page.emulateMedia({ media: "screen" });
  }
  await context.close();
});

test("a chart that is wider than the paper is made smaller, not cut off", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  await page.locator("#chart-years").scrollIntoViewIfNeeded();
  await expect(page.locator("#chart-years canvas")).toHaveCSS("width", /^[5-9]\d\d|1\d{3}/);
  await page.emulateMedia({ media: "print" });
  const [canvas, ratio] = await page.evaluate(() => {
    const chart = document.querySelector<HTMLElement>("#chart-years");
    const canvas = chart?.querySelector("canvas");
    if (!chart || !canvas) throw new Error("no chart");
    const drawn = canvas.width / canvas.height;
    chart.style.width = "320px";
    const { width, height } = canvas.getBoundingClientRect();
    return [width, width / height / drawn];
  });
  expect(canvas).toBeLessThanOrEqual(320);
  expect(ratio).toBeCloseTo(1, 1);
});
