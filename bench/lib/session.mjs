// A browser, and one fresh page in it with everything that the harness listens to.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { observers } from "./inpage.mjs";

export const VIEWPORT = { width: 1280, height: 720 };
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** `vsync: false` lets frames follow each other at once; otherwise every update under 16.7 ms reads 16.7. */
export function launch({ vsync = true } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--enable-blink-features=ForceEagerMeasureMemory",
      ...(vsync ? [] : ["--disable-frame-rate-limit", "--disable-gpu-vsync"]),
    ],
  });
}

/**
 * Opens a page under test. `net`: how slow the network is, `cpu`: how much slower the CPU.
 * `before` is a script of the harness for this load, as text.
 */
export async function open(browser, page, url, o, { cpu = 1, net = false, before = "" } = {}) {
  const viewport = { ...VIEWPORT, height: o.height || page.height || VIEWPORT.height };
  const ctx = await browser.newContext({ viewport });
  const tab = await ctx.newPage(), cdp = await ctx.newCDPSession(tab);
  const marks = new Set(), waiting = [];
  const s = { ctx, tab, cdp, marks, requests: new Map(), foreign: [], errors: [] };
  tab.on("pageerror", (error) => s.errors.push(String(error).slice(0, 300)));
  cdp.on("Runtime.bindingCalled", (e) => {
    if (e.name !== "__benchMark") return;
    marks.add(e.payload);
    for (const wake of waiting.splice(0)) wake();
  });
  cdp.on("Network.requestWillBeSent", (e) => {
    const { url } = e.request;
    if (/^(data|blob|about):/.test(url)) return;
    if (!url.startsWith("http://127.0.0.1:")) s.foreign.push(url);
    s.requests.set(e.requestId, { url, mime: "" });
  });
  cdp.on("Network.responseReceived", (e) => {
    const request = s.requests.get(e.requestId);
    if (request) request.mime = e.response.mimeType;
  });
  cdp.on("Network.loadingFinished", (e) => {
    const request = s.requests.get(e.requestId);
    if (request) request.bytes = e.encodedDataLength;
  });
  await Promise.all(["Network", "Performance", "Runtime", "Page"].map((domain) => cdp.send(`${domain}.enable`)));
  await cdp.send("Runtime.addBinding", { name: "__benchMark" });
  const adapter = page.adapter ? readFileSync(new URL(`../${page.adapter}`, import.meta.url), "utf8") : "";
  const source = `${adapter}\n(${observers})(${JSON.stringify(page.area ?? null)});\n${before}`;
  await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source });
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (net) {
    const down = o.kbps * 125;
    const conditions = { offline: false, latency: o.rtt, downloadThroughput: down, uploadThroughput: down / 2 };
    await cdp.send("Network.emulateNetworkConditions", conditions);
  }
  /** Waits for a mark; false when it does not come in time. */
  s.until = async (name, ms) => {
    const end = Date.now() + ms;
    while (!marks.has(name)) {
      const left = end - Date.now();
      if (left <= 0) return false;
      await new Promise((wake) => {
        const timer = setTimeout(wake, left); // ended below: a timer left over would keep the program running
        waiting.push(() => { clearTimeout(timer); wake(); });
      });
    }
    return true;
  };
  s.metrics = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map((m) => [m.name, m.value]));
  };
  await tab.goto(url, { waitUntil: "commit", timeout: o.timeout * 1000 });
  s.painted = await s.until("map-painted", o.timeout * 1000);
  return s;
}

/** Waits until the page works and its main thread has had no long task for a while. */
export async function settle(s, quiet = 500) {
  const isReady = () => window.bench?.setYear && window.bench.ready !== false;
  const ready = await s.tab.waitForFunction(isReady, null, { timeout: 20_000, polling: 50 }).then(() => true, () => false);
  if (!ready) throw new Error("the page does not become ready");
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(100)) {
    const age = await s.tab.evaluate(() => {
      const last = __B.longtasks.at(-1), from = Math.max(last ? last[0] + last[1] : 0, __B.marks["map-painted"] ?? 0);
      return document.readyState === "complete" ? performance.now() - from : 0;
    });
    if (age > quiet) return;
  }
}
