// Frames on pages of others: plain articles, hostile styles, stripped markup, other dialects of
// height, sandboxes, many on a page, and messages that mean nothing.
import { type FrameLocator, type Page, expect, test as base } from "@playwright/test";
import { type Server, frame, hold, publish } from "../lib/host.ts";

/** Our site, and pages that hold its frames; all closed after the test. */
const test = base.extend<{ site: Server; article: (html: string) => Promise<void> }>({
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await publish();
    await use(site);
    await site.close();
  },
  article: async ({ page }, use) => {
    const open: Server[] = [];
    await use(async (html) => {
      const host = await hold(html);
      open.push(host);
      await page.goto(host.address);
    });
    await Promise.all(open.map((host) => host.close()));
  },
});

const ready = (inside: FrameLocator) => inside.locator("html[data-app=ready]").waitFor();
const height = (page: Page) => page.locator("iframe").evaluate((e) => e.getBoundingClientRect().height);
const text = (n: number) => "<p>An article about recorded figures.</p>".repeat(n);

/** What no option and no size takes away. */
async function keeps(inside: FrameLocator | Page, title: RegExp): Promise<void> {
  await expect(inside.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await keepsTheRest(inside);
}

async function keepsTheRest(inside: FrameLocator | Page): Promise<void> {
  for (const [part, words] of [
    [".sheet-period", /20\d\d\/\d\d \(April 20\d\d to March 20\d\d\)/],
    [".sheet-foot", /\d+ of 43 forces have a published figure for this year/],
    [".sheet-foot", /Source: (NSPCC|Home Office)\./],
    [".sheet-foot", /Many offences are never reported to the police/],
    [".sheet-foot", /Childline 0800\s1111/],
  ] as const) {
    await expect(inside.locator(part)).toContainText(words);
    await expect(inside.locator(part)).toBeInViewport({ ratio: 1 });
  }
  const link = inside.getByRole("link", { name: /^All figures and sources/ });
  await expect(link).toBeInViewport({ ratio: 1 });
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("href", /index\.html#measure=/);
}

test("in a plain article a frame without any script of the host answers, and its link takes the view along", async ({ page, site, article }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await article(text(3) + frame(`${site.address}embed/map-online.html?controls=year,unit#measure=online&year=2015-16`));
  const inside = page.frameLocator("iframe");
  await ready(inside);
  await keeps(inside, /^Online sexual offences against children, by police force$/);
  await expect(inside.locator(".sheet-period")).toContainText("2015/16 (April 2015 to March 2016)");
  await inside.locator("#area-E23000032").click();
  await expect(inside.locator("#map-readout")).toContainText("Kent");
  await inside.getByRole("radio", { name: /^2016\/17/ }).check();
  await expect(inside.locator(".sheet-period")).toContainText("2016/17");
  await inside.getByRole("radio", { name: /^Rate/ }).check();
  await expect(inside.locator(".sheet-period")).toContainText("Rate per 10,000 children");
  await expect(inside.locator("[data-full]")).toHaveAttribute("href", /#measure=online&year=2016-17&area=E23000032&unit=rate$|#.*unit=rate.*/);
  const [whole] = await Promise.all([page.waitForEvent("popup"), inside.getByRole("link", { name: /^All figures and sources/ }).click()]);
  await whole.locator("html[data-app=ready]").waitFor();
  await expect(whole.locator("#h-card")).toHaveText("Kent Police");
  await expect(whole.locator("[name=year]:checked")).toHaveValue("2016-17");
  expect(problems).toEqual([]);
});

test("with our script a frame is as high as its content, also after another choice", async ({ page, site, article }) => {
  const address = `${site.address}embed/ranking-online.html?controls=measure`;
  await article(`${frame(address, 'height="300" data-cyberflag')}<script src="${site.address}embed.js" async></script>${text(2)}`);
  const inside = page.frameLocator("iframe");
  await ready(inside);
  const fits = () => inside.locator("html").evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(() => height(page)).toBeGreaterThan(600);
  await expect.poll(fits).toBe(0);
  const before = await height(page);
  await inside.getByText("Choose what is shown").click();
  await inside.locator("#kind").selectOption("all-child");
  await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Child sexual offences (eleven codes), police forces compared");
  await expect(inside.locator(".sheet-foot")).toContainText("43 of 43 forces have a published figure for this year. Source: Home Office.");
  await expect.poll(() => height(page)).toBeGreaterThan(before + 400);
  await expect.poll(fits).toBe(0);
  // And lower again.
  await inside.locator("#kind").selectOption("online");
  await expect.poll(() => height(page)).toBeLessThan(before + 300);
  await expect.poll(fits).toBe(0);
});

test("a tag of ours is a frame at the view of its attributes; without the script its picture stays", async ({ page, site, article }) => {
  const picture = '<a href="https://example.org/"><img alt="A map" width="300" height="200"></a>';
  const tag = `<cyberflag-figure figure="map" measure="online" year="2015-16" controls="year,unit" label="Recorded offences">${picture}</cyberflag-figure>`;
  await article(tag);
  await expect(page.getByRole("img", { name: "A map" })).toBeVisible();
  await article(`${tag}<script src="${site.address}embed.js" async></script>`);
  const inside = page.frameLocator("iframe[title='Recorded offences']");
  await ready(inside);
  await expect(inside.locator(".sheet-period")).toContainText("2015/16 (April 2015 to March 2016)");
  await expect(page.getByRole("img", { name: "A map" })).toHaveCount(0);
  await expect(inside.getByRole("radio", { name: /^2016\/17/ })).toBeVisible();
  const fits = () => inside.locator("html").evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(fits).toBe(0);
  await page.locator("cyberflag-figure").evaluate((e) => e.setAttribute("figure", "years"));
  await ready(inside);
  await expect(inside.getByRole("heading", { level: 1 })).toContainText("year by year");
  await expect(page.locator("iframe")).toHaveCount(1);
  // A figure that is not there leaves the picture, and no hole.
  const missing = page.waitForResponse((response) => response.url().includes("/embed/none-") && response.status() === 404);
  await article(`${tag.replace('figure="map"', 'figure="none"')}<script src="${site.address}embed.js" async></script>`);
  await (await missing).finished();
  await expect(page.getByRole("img", { name: "A map" })).toBeVisible();
  await expect(page.locator("iframe")).toBeHidden();
  expect(await page.locator("cyberflag-figure").evaluate((e) => e.getBoundingClientRect().height)).toBeLessThan(250);
});

test("a map in a low frame is whole, and as large as it likes where the host follows", async ({ page, site, article }) => {
  await article(frame(`${site.address}embed/map-online.html`, 'height="400" id="low"') + frame(`${site.address}embed/map-online.html`, 'height="400" id="follows" data-cyberflag') + `<script src="${site.address}embed.js"></script>`);
  for (const id of ["low", "follows"]) await ready(page.frameLocator(`#${id}`));
  const map = (id: string) => page.frameLocator(`#${id}`).locator(".force-map").evaluate((svg) => svg.getBoundingClientRect().height);
  await expect.poll(() => map("follows")).toBeGreaterThan(450);
  expect(await map("low")).toBeLessThan(250);
  const low = page.frameLocator("#low");
  await expect(low.locator(".force-map")).toBeInViewport({ ratio: 1 });
  // And not under what always stays.
  const edge = (part: string) => low.locator(part).evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect);
  const [head, drawn, foot] = [await edge(".sheet-head"), await edge(".force-map"), await edge(".sheet-foot")];
  expect(drawn.top).toBeGreaterThanOrEqual(head.bottom);
  expect(drawn.bottom).toBeLessThanOrEqual(foot.top);
});

test("styles of the host change nothing inside, and do not win over the height", async ({ page, site, article }) => {
  await article(
    `<style>* { font: 40px fantasy !important; color: red !important; line-height: 3 !important } iframe { height: 77px !important; max-width: 100% } img, iframe { float: left; display: block }</style>` +
      frame(`${site.address}embed/headline-online.html`, "data-cyberflag") +
      `<script src="${site.address}embed.js"></script>`,
  );
  const inside = page.frameLocator("iframe");
  await ready(inside);
  await expect.poll(() => height(page)).toBeGreaterThan(300);
  await keeps(inside, /^Online sexual offences against children$/);
  expect(await inside.locator("h1").evaluate((e) => parseFloat(getComputedStyle(e).fontSize))).toBeLessThan(25);
});

test("a host that strips scripts and strange attributes leaves a frame that is whole", async ({ page, site, article }) => {
  const pasted = `${frame(`${site.address}embed/years-grooming.html#measure=grooming&area=E23000014`, 'loading="lazy" height="560" data-cyberflag')}<script src="${site.address}embed.js" async></script>`;
  // As the editors of large blogs do it: no script elements, and only attributes that they know.
  const kept = pasted.replace(/<script[\s\S]*?<\/script>/g, "").replace(/ (?:data-[\w-]+|style)(?:="[^"]*")?/g, "");
  expect(kept).not.toMatch(/data-cyberflag|style=|<script/);
  await article(`<main><h1>Post</h1>${text(2)}<figure>${kept}</figure></main>`);
  const inside = page.frameLocator("iframe");
  await ready(inside);
  await keeps(inside, /^Sexual grooming offences, year by year$/);
  await expect(inside.locator(".sheet-period")).toContainText("West Midlands, all years");
  await expect(inside.locator("#chart-years .hit").first()).toBeVisible();
});

const COLLECT = "<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data));</script>";
const heard = (page: Page) => page.evaluate(() => Reflect.get(window, "heard") as unknown[]);

test("an AMP-like parent hears embed-size", async ({ page, site, article }) => {
  await article(COLLECT + frame(`${site.address}embed/ages-online.html`));
  await ready(page.frameLocator("iframe"));
  await expect.poll(async () => (await heard(page)).filter((m) => (m as { sentinel?: string })?.sentinel === "amp").length).toBeGreaterThan(0);
  const sizes = (await heard(page)).filter((m) => typeof m === "object" && m !== null && "sentinel" in m);
  for (const size of sizes) {
    expect(size).toEqual({ sentinel: "amp", type: "embed-size", height: expect.any(Number) });
  }
  // Nobody asked for pym's words.
  expect((await heard(page)).filter((m) => typeof m === "string")).toEqual([]);
});

test("a pym parent that announces itself hears pym's words, and a strange name is not repeated", async ({ page, site, article }) => {
  const address = (child: string) => `${site.address}embed/ages-online.html?initialWidth=600&childId=${child}&parentTitle=x&id=own-7`;
  await article(COLLECT + frame(address("graphic-1")));
  await ready(page.frameLocator("iframe"));
  const words = async () => (await heard(page)).filter((m) => typeof m === "string");
  await expect.poll(async () => (await words()).length).toBeGreaterThan(0);
  for (const word of await words()) expect(word).toMatch(/^pymxPYMxgraphic-1xPYMxheightxPYMx\d+$/);
  const own = (await heard(page)).find((m) => (m as { type?: string })?.type === "cyberflag:height");
  expect(own).toEqual({ type: "cyberflag:height", height: expect.any(Number), id: "own-7" });
  await article(COLLECT + frame(address("a%20b%3Cscript%3E")));
  await ready(page.frameLocator("iframe"));
  expect(await words()).toEqual([]);
});

test("in a sandbox with scripts alone the frame runs, moves on, and its link keeps the view", async ({ page, site, article }) => {
  await article(frame(`${site.address}embed/map-online.html?controls=measure,force&theme=dark`, 'height="640" sandbox="allow-scripts allow-popups" data-cyberflag') + `<script src="${site.address}embed.js"></script>`);
  const inside = page.frameLocator("iframe");
  await ready(inside);
  await inside.getByText("Choose what is shown").click();
  await inside.locator("#kind").selectOption("grooming");
  await expect(inside.locator("h1")).toHaveText("Sexual grooming offences, by police force");
  await inside.getByLabel("Police force", { exact: true }).selectOption({ label: "Kent" });
  await expect(inside.locator("[data-full]")).toHaveAttribute("href", /measure=grooming.*area=E23000032/);
  await expect(inside.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("in a sandbox on a host that lets no such frame in, the still figure stands without an alarm", async ({ page, article }) => {
  const site = await publish({ cors: false });
  await article(COLLECT + frame(`${site.address}embed/map-grooming.html?controls=year`, 'height="640" sandbox="allow-scripts"'));
  const inside = page.frameLocator("iframe");
  await inside.locator("html[data-app=failed]").waitFor();
  await keeps(inside, /^Sexual grooming offences, by police force$/);
  await expect(inside.getByRole("alert")).toHaveCount(0);
  await expect(inside.locator(".sheet-controls")).toBeHidden();
  await expect(inside.locator("#map a")).toHaveCount(43);
  await inside.locator("#area-E23000032").click();
  await expect(inside.locator("#map-readout")).toContainText("Kent");
  expect((await heard(page)).length).toBeGreaterThan(0);
  await site.close();
});

test("without any script the frame is whole and its map leads to the numbers", async ({ page, site, article }) => {
  await article(frame(`${site.address}embed/map-online.html?controls=year,measure`, 'height="640" sandbox=""'));
  const inside = page.frameLocator("iframe");
  await keeps(inside, /^Online sexual offences against children, by police force$/);
  await expect(inside.locator(".sheet-controls")).toBeHidden();
  await inside.locator("#area-E23000032").click();
  await expect(inside.locator("#row-E23000032")).toBeVisible();
  await expect(inside.locator("#row-E23000032")).toContainText("361");
});

test("ten frames on a page ask for the program once", async ({ page, site, article }) => {
  const names = ["map-online", "map-grooming", "ranking-online", "ranking-all-child", "years-grooming", "years-online", "ages-online", "headline-online", "force-E23000014", "force-E23000032"];
  await article(`<style>iframe { display: inline-block; width: 19% !important; height: 340px }</style>${names.map((name) => frame(`${site.address}embed/${name}.html`, "")).join("")}`);
  await expect(page.locator("iframe")).toHaveCount(10);
  for (const [at] of names.entries()) {
    await page.locator("iframe").nth(at).scrollIntoViewIfNeeded();
    await ready(page.frameLocator(`iframe >> nth=${at}`));
  }
  const asked = (ending: string) => site.asked.filter((path) => path.endsWith(ending));
  expect(asked(".wasm")).toHaveLength(1);
  expect(new Set(asked(".html")).size).toBe(10);
  for (const script of new Set(asked(".js"))) expect(asked(".js").filter((path) => path === script), script).toHaveLength(1);
});

test("nothing of the program is asked for before somebody comes near the frame", async ({ page, site, article }) => {
  await article(text(150) + frame(`${site.address}embed/map-online.html`));
  const inside = page.frameLocator("iframe");
  await expect(inside.locator("#map a")).toHaveCount(43);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
  expect(site.asked.filter((path) => /wasm|start-|cyberflag-/.test(path))).toEqual([]);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await ready(inside);
});

/** Junk of every kind that can be sent, the same at each run. */
const JUNK = `(seed) => {
  let state = seed;
  const next = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
  const words = ["cyberflag:ask", "cyberflag:height", "embed-size", "__proto__", "type", "height", "id", "", "\\u0000", "pymxPYMxaxPYMxwidthxPYMx1"];
  const value = (deep) => [
    () => words[next(words.length)], () => next(1e6) - 5e5, () => NaN, () => Infinity, () => null, () => undefined, () => true,
    () => [value(deep + 1)], () => new Uint8Array(next(9)), () => new Date(0), () => new Map([["type", "cyberflag:ask"]]), () => 10n,
    () => deep > 3 ? 0 : Object.fromEntries(Array.from({ length: next(4) }, () => [words[next(words.length)], value(deep + 1)])),
    () => ({ type: "cyberflag:ask", more: value(deep + 1) }),
    () => ({ type: "cyberflag:height", height: [-1, 49, 20001, NaN, Infinity, "300", null, [300], { valueOf: 1 }][next(9)] }),
    () => ({ type: "cyberflag:height", height: 300, more: 1 }),
  ][next(deep > 3 ? 7 : 16)]();
  return Array.from({ length: 400 }, () => value(0));
}`;

test("messages that mean nothing change nothing, in the frame and in our script", async ({ page, site, article }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const stranger = "<iframe id='stranger' srcdoc='<p>x'></iframe>";
  await article(`${COLLECT}${frame(`${site.address}embed/headline-online.html`, 'id="ours" height="500" data-cyberflag')}${stranger}<script src="${site.address}embed.js"></script>`);
  const inside = page.frameLocator("#ours");
  await ready(inside);
  const state = async () => ({
    height: await page.locator("#ours").evaluate((e) => e.getBoundingClientRect().height),
    stranger: await page.locator("#stranger").evaluate((e) => e.getBoundingClientRect().height),
    sheet: await inside.locator("#app").innerHTML(),
    address: await inside.locator("html").evaluate(() => location.href),
  });
  await expect.poll(async () => (await state()).height).not.toBe(500);
  const before = await state();
  await page.evaluate(() => ((Reflect.get(window, "heard") as unknown[]).length = 0));
  await page.evaluate(`for (const junk of (${JUNK})(7)) document.querySelector("#ours").contentWindow.postMessage(junk, "*")`);
  // From the page itself, from a stranger's frame with the right words, and from our frame with wrong ones.
  await page.evaluate(`for (const junk of [...(${JUNK})(11), { type: "cyberflag:height", height: 333 }]) postMessage(junk, "*")`);
  await page.frame({ url: "about:srcdoc" })?.evaluate(`for (const junk of [...(${JUNK})(13), { type: "cyberflag:height", height: 333 }]) parent.postMessage(junk, "*")`);
  const frameOfOurs = page.frames().find((f) => f.url().includes("/embed/"));
  await frameOfOurs?.evaluate(`for (const junk of (${JUNK})(17)) parent.postMessage(junk, "*")`);
  await frameOfOurs?.evaluate(`for (const junk of [...(${JUNK})(19), { type: "cyberflag:ask" }]) postMessage(junk, "*")`);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await state()).toEqual(before);
  expect(problems).toEqual([]);
  // The frame answers the one question it knows, and only the page that holds it.
  const answers = async () => (await heard(page)).filter((m) => (m as { sentinel?: string })?.sentinel === "amp").length;
  expect(await answers()).toBe(0);
  await page.evaluate(() => document.querySelector<HTMLIFrameElement>("#ours")?.contentWindow?.postMessage({ type: "cyberflag:ask" }, "*"));
  await expect.poll(answers).toBe(1);
});

test("our script may stand in a page many times", async ({ page, site, article }) => {
  const script = `<script src="${site.address}embed.js"></script>`;
  await article(`<script>let n = 0; const add = window.addEventListener; window.addEventListener = function (...a) { if (a[0] === "message") n++; return add.apply(this, a); };</script>${script}${script}${frame(`${site.address}embed/ages-online.html`, "data-cyberflag")}${script}`);
  await ready(page.frameLocator("iframe"));
  await expect.poll(() => height(page)).toBeGreaterThan(200);
  expect(await page.evaluate("n")).toBe(1);
  await expect(page.locator("iframe")).toHaveAttribute("loading", "lazy");
});

for (const [name, address] of [["a figure", "embed/map-online.html?controls=measure,year,unit"], ["the whole page", "index.html"], ["the page that shares", "share.html"]] as const) {
  test(`choices in a frame are no steps back for the page that holds it: ${name}`, async ({ page, site, article }) => {
    await article(text(1) + frame(`${site.address}${address}`, 'height="900"'));
    const inside = page.frameLocator("iframe");
    await ready(inside);
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    const view = () => inside.locator("html").evaluate(() => location.hash);
    const fold = inside.getByText("Choose what is shown");
    if (await fold.isVisible()) await fold.click();
    await inside.locator("#kind").selectOption("grooming");
    await expect.poll(view).toContain("measure=grooming");
    await inside.getByRole("radio", { name: /^2023\/24/ }).check();
    await expect.poll(view).toContain("year=2023-24");
    await inside.locator("#area-E23000032").click();
    await expect.poll(view).toContain("area=E23000032");
    expect(await steps()).toBe(before);
    // One press of Back leaves the article.
    await page.goBack();
    expect(page.url()).toBe("about:blank");
  });
}

const EVERY_FIGURE = ["map-online", "ranking-all-child", "years-grooming", "ages-online", "headline-online", "force-E23000032"];

for (const width of [320, 700, 1280]) {
  test(`a frame is as high before its program runs as after, ${width} pixels wide`, async ({ page, site, article }) => {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.setViewportSize({ width: width + 40, height: 800 });
    const frames = EVERY_FIGURE.map((name) => `<div style="width:${width}px">${frame(`${site.address}embed/${name}.html?id=${name}`, 'height="600" loading="eager" data-cyberflag')}</div>`);
    await article(`${COLLECT}${frames.join("")}<script src="${site.address}embed.js"></script>`);
    const told = async (name: string) =>
      ((await heard(page)) as { type?: string; id?: string; height?: number }[]).filter((m) => m?.type === "cyberflag:height" && m.id === name).map((m) => m.height);
    for (const [at, name] of EVERY_FIGURE.entries()) {
      await page.locator("iframe").nth(at).scrollIntoViewIfNeeded();
      await expect.poll(async () => (await told(name)).length, { message: name, timeout: 20_000 }).toBeGreaterThan(0);
    }
    const before = Object.fromEntries(await Promise.all(EVERY_FIGURE.map(async (name) => [name, (await told(name)).at(-1)])));
    release();
    for (const [at] of EVERY_FIGURE.entries()) {
      await page.locator("iframe").nth(at).scrollIntoViewIfNeeded();
      await ready(page.frameLocator(`iframe >> nth=${at}`));
    }
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    const after = Object.fromEntries(await Promise.all(EVERY_FIGURE.map(async (name) => [name, (await told(name)).at(-1)])));
    expect(after).toEqual(before);
    for (const [at, name] of EVERY_FIGURE.entries()) {
      const hidden = () => page.frameLocator(`iframe >> nth=${at}`).locator("html").evaluate((html) => html.scrollHeight - innerHeight);
      await expect.poll(hidden, { message: `${name} scrolls inside its frame` }).toBe(0);
    }
  });
}
