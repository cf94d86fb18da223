// A page for frames by itself: its options, its smallest size, keys, and what no option takes away.
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";

const FIGURES = ["map-online", "map-all-child", "ranking-online", "years-grooming", "ages-online", "headline-sexual-communication", "force-E23000032", "force-W15000003"];

const KEPT = [
  ["h1", /\w/],
  [".sheet-period", /20\d\d\/\d\d \(April 20\d\d to March 20\d\d\)/],
  [".sheet-foot", /\d+ of 43 forces/],
  [".sheet-foot", /Source: (NSPCC|Home Office)\./],
  [".sheet-foot", /Many offences are never reported to the police/],
  ["[data-full]", /^All figures and sources/],
] as const;

/** Where the figure itself begins. */
const ITSELF: Record<string, string> = {
  map: ".force-map",
  ranking: "#chart-ranking",
  years: "#chart-years",
  ages: "#chart-ages",
  headline: "#answer",
  force: "#card-main .card-big",
};

for (const name of FIGURES) {
  test(`at 320 by 400 all that must stay is in sight: ${name}`, async ({ flag, page }) => {
    await page.setViewportSize({ width: 320, height: 400 });
    await flag.open(`embed/${name}.html`);
    await flag.waitReady();
    // The figure itself begins in sight, the map is whole; only the headline is a sentence first.
    const figure = name.replace(/-.*/, "");
    await expect(page.locator("#answer")).toBeVisible({ visible: figure === "headline" });
    const seen = await page.evaluate((itself) => {
      const edge = (part: string) => document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      const [head, foot, box] = [edge(".sheet-head"), edge(".sheet-foot"), edge(itself)];
      return { below: box.top - head.bottom, above: foot.top - box.top, over: box.bottom - foot.top };
    }, ITSELF[figure] ?? "");
    expect(seen.below).toBeGreaterThanOrEqual(0);
    expect(seen.above).toBeGreaterThan(60);
    if (figure === "map") expect(seen.over).toBeLessThanOrEqual(0);
    for (const at of ["top", "end"]) {
      for (const [part, words] of KEPT) {
        await expect(page.locator(part), `${part} at the ${at}`).toBeInViewport({ ratio: 1 });
        await expect(page.locator(part)).toContainText(words);
      }
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    }
    // And the figure has a fair part of it.
    const free = await page.evaluate(() => {
      const edge = (part: string) => document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      return edge(".sheet-foot").top - edge(".sheet-head").bottom;
    });
    expect(free).toBeGreaterThan(180);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(flag.problems).toEqual([]);
    expect(flag.foreign).toEqual([]);
  });
}

for (const name of ["map-online", "years-grooming", "force-E23000032", "headline-online"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing in ${name}, ${colorScheme}`, async ({ flag, page }) => {
      await page.setViewportSize({ width: 320, height: 400 });
      await page.emulateMedia({ colorScheme });
      await flag.open(`embed/${name}.html?controls=measure,year,unit,force`);
      await flag.waitReady();
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      await axeFindsNothing(page);
    });
  }
}

test("a frame says the same before and after its program runs", async ({ browser, baseURL, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const still = await context.newPage();
  for (const name of FIGURES) {
    await still.goto(`embed/${name}.html`);
    await page.goto(`embed/${name}.html`);
    await page.locator("html[data-app=ready]").waitFor();
    for (const part of ["h1", ".sheet-period", ".sheet-foot", "#answer", "#legend", "#card-main", "#tiles"]) {
      expect(await page.locator(part).allTextContents(), `${name} ${part}`).toEqual(await still.locator(part).allTextContents());
    }
  }
  await context.close();
});

test("without its title the rest stays, and the title is still read aloud", async ({ flag, page }) => {
  await flag.open("embed/map-online.html?title=off");
  await flag.waitReady();
  expect((await page.locator("h1").boundingBox())?.width).toBeLessThanOrEqual(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Online sexual offences against children, by police force");
  for (const [part, words] of KEPT.slice(1)) await expect(page.locator(part)).toContainText(words);
});

test("only the controls that were asked for are shown", async ({ flag, page }) => {
  const shown = async () => {
    const parts = { measure: ".ctl-m", year: ".years", unit: ".ctl-u", force: "#picker" };
    const seen: string[] = [];
    for (const [name, part] of Object.entries(parts)) if (await page.locator(part).isVisible()) seen.push(name);
    return seen.join();
  };
  for (const [asked, wanted] of [
    ["", ""],
    ["?controls=none", ""],
    ["?controls=year,unit", "year,unit"],
    ["?controls=unit", "unit"],
    ["?controls=year,<b>,area,force", "year,force"],
    ["?controls=measure,year,unit,force", "measure,year,unit,force"],
  ] as const) {
    await flag.open(`embed/map-online.html${asked}`);
    await flag.waitReady();
    const fold = page.getByText("Choose what is shown");
    if (await fold.isVisible()) await fold.click();
    expect(await shown(), asked).toBe(wanted);
    await expect(page.locator(".ys-list")).toHaveCSS("list-style-type", "none");
  }
});

test("theme and options that are none", async ({ flag, page }) => {
  for (const [asked, theme] of [["theme=dark", "dark"], ["theme=light", "light"], ["theme=%22%3E", null], ["title=on&lock=all", null]] as const) {
    await flag.open(`embed/ages-online.html?${asked}`);
    await flag.waitReady();
    expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
    expect(await page.locator("html").getAttribute("data-title")).toBeNull();
  }
});

test("a locked force is not changed by pointer, keys or the address", async ({ flag, page }) => {
  await flag.open("embed/map-online.html?lock=area#area=E23000032");
  await flag.waitReady();
  const chosen = page.locator("#map-readout");
  await expect(chosen).toContainText("Kent");
  await flag.area("E23000014").click();
  await flag.area("E23000014").focus();
  for (const key of ["Enter", "Space", "Escape"]) await page.keyboard.press(key);
  await expect(page.locator("#map [aria-pressed=true]")).toHaveAttribute("id", "area-E23000032");
  // The arrow keys still tell the numbers.
  await flag.area("E23000032").focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#map a:focus")).not.toHaveAttribute("id", "area-E23000032");
  // A card stays with its force, whatever the address says.
  await flag.open("embed/force-E23000032.html#measure=grooming&area=E23000014");
  await flag.waitReady();
  await expect(page.locator("#card-main")).toContainText("289 sexual grooming offences");
  await expect(page.locator("h1")).toHaveText("Sexual grooming offences: Kent Police");
  await expect(page.locator("[data-full]")).toHaveAttribute("href", /measure=grooming.*area=E23000032/);
});

test("keys alone reach the map, the numbers and the full page, and nothing hides the focus", async ({ flag, page }) => {
  await page.setViewportSize({ width: 480, height: 500 });
  await flag.open("embed/map-online.html?controls=year");
  await flag.waitReady();
  const met: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return "";
      const box = e.getBoundingClientRect();
      const foot = document.querySelector(".sheet-foot")?.getBoundingClientRect() ?? new DOMRect();
      const head = document.querySelector(".sheet-head")?.getBoundingClientRect() ?? new DOMRect();
      const inside = e.closest(".sheet-foot, .sheet-head") !== null;
      const hidden = !inside && (box.top >= foot.top || box.bottom <= head.bottom);
      return `${hidden ? "HIDDEN " : ""}${e.id || e.getAttribute("name") || e.textContent?.trim().slice(0, 30)}`;
    });
    if (!now) break;
    met.push(now);
  }
  expect(met.filter((name) => name.startsWith("HIDDEN"))).toEqual([]);
  expect(met.join()).toMatch(/year,area-/);
  expect(met.at(-1)).toBe("0800\u00a01111");
  expect(met.at(-2)).toContain("All figures and sources");
  // And the arrow keys go from year to year.
  await page.locator("[name=year]:checked").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".sheet-period")).toContainText("2015/16");
});

test("a year of the measure without ages says so", async ({ flag, page }) => {
  await flag.open("embed/ages-online.html?controls=year#year=2018-19");
  await flag.waitReady();
  await expect(page.getByText("No ages were published for these figures and this year.")).toBeVisible();
  await page.getByRole("radio", { name: /^2016\/17/ }).check();
  await expect(page.getByText("No ages were published")).toBeHidden();
  await expect(page.locator("#chart-ages .hit")).toHaveCount(2);
});

test("when the program does not arrive, the still figure stands, without an alarm and without a fault for axe", async ({ flag, page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.setViewportSize({ width: 320, height: 400 });
  for (const name of ["map-grooming", "ranking-online"]) {
    await flag.open(`embed/${name}.html?controls=measure,year`);
    await flag.waitFailed();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.locator(".sheet-controls")).toBeHidden();
    for (const [part, words] of KEPT) await expect(page.locator(part)).toContainText(words);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await axeFindsNothing(page);
  }
});
