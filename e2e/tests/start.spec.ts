// When the program cannot start, or stops: the still figures stand or come back, with one plain line
// that says what is missing and why, and a way to load the page again.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../lib/test.ts";
import { publish } from "../lib/host.ts";
import { ONE_FILE } from "../lib/share.ts";
import type { CyberflagPage } from "../lib/page.ts";

const STANDS = "The figures shown are those of the opening view, and they still stand.";

async function stillStands(flag: CyberflagPage, page: Page, why: string): Promise<void> {
  await flag.waitFailed();
  await expect(flag.loadNote).toContainText("The interactive part of this page is not running.");
  await expect(flag.loadNote).toContainText(why);
  await expect(flag.loadNote).toContainText(STANDS);
  await expect(flag.answer).toHaveCount(1);
  await expect(flag.answer).toContainText("5,653");
  await expect(page.locator("#map a")).toHaveCount(43);
  await expect(page.locator("#controls")).toBeHidden();
  await page.locator("#area-E23000032").click();
  await expect(page.locator("#map-readout")).toContainText("361");
}

/** Fills the program's memory with nonsense, so that its next step is a real trap. */
const spoil = (exports: WebAssembly.Exports) =>
  new Uint8Array((exports["memory"] as WebAssembly.Memory).buffer).fill(0xff);

test("the module does not arrive, and comes with the next try", async ({ flag, page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await flag.open();
  await stillStands(flag, page, "It could not be downloaded.");
  await page.unroute("**/*.wasm");
  await flag.loadNote.getByRole("button", { name: "Reload the page" }).click();
  await flag.waitReady();
  await expect(flag.loadNote).toBeHidden();
});

test("the module is not on the server", async ({ flag, page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "not found" }));
  await flag.open();
  await stillStands(flag, page, "It could not be downloaded.");
});

test("only half of the module arrives", async ({ flag, page }) => {
  await page.route("**/*.wasm", async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: "application/wasm", body: body.subarray(0, body.length / 2) });
  });
  await flag.open();
  await stillStands(flag, page, "It did not arrive whole");
});

test("the glue script does not arrive", async ({ flag, page }) => {
  await page.route(/\/cyberflag-[^/]*\.js$/, (route) => route.abort());
  await flag.open();
  await stillStands(flag, page, "It could not be downloaded.");
});

test("only half of the glue script arrives", async ({ flag, page }) => {
  await page.route(/\/cyberflag-[^/]*\.js$/, async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/javascript", body: text.slice(0, text.length / 2) });
  });
  await flag.open();
  await stillStands(flag, page, "It did not arrive whole");
});

test("a policy forbids WebAssembly", async ({ flag, page }) => {
  await page.route(/\/(index\.html)?(#.*)?$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await flag.open();
  await stillStands(flag, page, "forbids WebAssembly");
});

const SWITCHED_OFF = "It needs WebAssembly, which is switched off or missing in this browser.";

for (const [name, address] of [["the page", "./"], ["share.html", "./share.html"], ["the one file", ONE_FILE]] as const) {
  test(`WebAssembly is switched off, as Lockdown Mode does it: ${name}`, async ({ flag, page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto(address);
    await flag.waitFailed();
    await expect(flag.loadNote).toBeVisible();
    for (const words of [SWITCHED_OFF, "Lockdown Mode", STANDS]) await expect(flag.loadNote).toContainText(words);
    await expect(flag.loadNote).not.toContainText("too old");
    await expect(page.locator("#map a")).toHaveCount(43);
    await expect(page.locator("#controls")).toBeHidden();
    await page.locator("#area-E23000032").click();
    await expect(page.locator("#map-readout")).toContainText("361");
  });
}

test("WebAssembly is switched off: a frame says so where the embedder asked for controls, and else is whole in silence", async ({ flag, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  for (const [asked, count] of [["?controls=year,unit", 1], ["", 0]] as const) {
    await page.goto(`./embed/map-online.html${asked}`);
    await flag.waitFailed();
    await expect(flag.loadNote).toHaveCount(count);
    await expect(page.locator(".sheet-controls")).toBeHidden();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.locator("#area-E23000032").click();
    await expect(page.locator("#map-readout")).toContainText("361");
  }
  await page.goto("./embed/ranking-online.html?controls=year");
  await flag.waitFailed();
  await expect(flag.loadNote).toContainText(SWITCHED_OFF);
});

test("the browser knows no modules", async ({ flag, page }) => {
  await page.route("**/start-*.js", (route) => route.abort());
  // As in a browser of 2016.
  await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, "noModule"));
  await flag.open();
  await expect(flag.loadNote).toContainText("This browser is too old for the interactive part");
  await expect(page.locator("#controls")).toBeHidden();
});

test("the program traps while it starts", async ({ flag, page }) => {
  await page.addInitScript(`{
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await real(...given);
      (${spoil.toString()})(made.instance.exports);
      return made;
    };
  }`);
  await flag.open();
  await stillStands(flag, page, "It stopped because of a fault in it.");
});

test("the page lacks what the program reads from it", async ({ flag, page }) => {
  await page.route(/\/(index\.html)?(#.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('id="fold-sources"', 'id="gone"');
    await route.fulfill({ response, body });
  });
  await flag.open();
  await stillStands(flag, page, "It stopped because of a fault in it.");
});

test("the program traps later: the still figures come back, the reader's force is told", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await flag.area("E23000032").click();
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
  await expect(page).toHaveURL(/area=E23000032/);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  const glue = loaded.find((name) => /\/cyberflag-[^/]*\.js$/.test(name));
  await page.evaluate(`(async () => {
    const exports = await (await import(${JSON.stringify(glue)})).default();
    const kind = document.querySelector("#app #kind");
    kind.value = "grooming";
    (${spoil.toString()})(exports);
    kind.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  await flag.waitFailed();
  await expect(page.locator("#map-readout")).toContainText("Kent");
  await stillStands(flag, page, "It stopped because of a fault in it.");
  await flag.loadNote.getByRole("button", { name: "Reload the page" }).click();
  await flag.waitReady();
  await expect(flag.card.getByRole("heading", { name: "Kent Police" })).toBeVisible();
});

for (const pause of ["</style>", "</head>", "<main", '<div class="still" data-stretch="top">', '<div id="map">', 'id="controls"', "</main>"]) {
  test(`the page arrives in two pieces, cut before ${pause}`, async ({ page }) => {
    expect(await readFile(new URL("../../dist/index.html", import.meta.url), "utf8")).toContain(pause);
    const site = await publish({ pause });
    // The second time all but the page itself is in the cache.
    for (const turn of ["first", "again"]) {
      await page.goto(`${site.address}index.html#area=E23000032`);
      await expect(page.locator("html"), turn).toHaveAttribute("data-app", "ready");
      for (const heading of ["#h-ans", "#h-card"]) await expect(page.locator(heading), turn).toHaveText("Kent Police");
      await page.goto("about:blank");
    }
    await site.close();
  });
}

test("the module is asked for while the page is still on its way", async ({ page }) => {
  const site = await publish({ pause: "</main>" });
  await page.goto(`${site.address}index.html`);
  // Module and glue, each with how long it was asked for before the page was there.
  const asked = () =>
    page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const files = performance.getEntriesByType("resource").filter((entry) => /\.wasm$|\/cyberflag-[^/]*\.js$/.test(entry.name));
      return files.map((entry) => (navigation?.domInteractive ?? 0) - entry.startTime);
    });
  await expect.poll(async () => (await asked()).length).toBe(2);
  for (const early of await asked()) expect(early).toBeGreaterThan(0);
  await site.close();
});
