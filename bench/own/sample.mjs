// One file opened in one page: a browser of its own for each, so that the peak of memory is that of this page alone.
import { readFileSync } from "node:fs";
import { launch, sleep } from "../lib/session.mjs";
import { watch } from "./watch.mjs";

/** High enough that no part of a page is out of sight, where it could be drawn later. */
const VIEWPORT = { width: 1280, height: 1600 };
const QUIET = 500;

/** Peak and present resident memory of the largest renderer, bytes; null where the system does not tell. */
async function renderer(browserCdp) {
  const { processInfo } = await browserCdp.send("SystemInfo.getProcessInfo");
  const of = (id) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, "utf8");
      const kb = (key) => Number(status.match(new RegExp(`${key}:\\s+(\\d+)`))[1]) * 1024;
      return { peak: kb("VmHWM"), now: kb("VmRSS") };
    } catch {
      return null;
    }
  };
  const all = processInfo.filter((p) => p.type === "renderer").map((p) => of(p.id)).filter(Boolean);
  return all.sort((a, b) => b.peak - a.peak)[0] ?? null;
}

/** Opens `file` in the page; `ask` runs in it afterwards and its value is `answer`. A refusal is `refused`. */
export async function sample(page, url, file, { timeout, ask = () => null, shot = null }) {
  const browser = await launch();
  try {
    const ctx = await browser.newContext({ viewport: VIEWPORT }), tab = await ctx.newPage();
    const browserCdp = await browser.newBrowserCDPSession(), errors = [], foreign = [];
    tab.on("pageerror", (error) => errors.push(String(error).slice(0, 300)));
    tab.on("request", (r) => { if (!/^(data|blob|http:\/\/127\.0\.0\.1:)/.test(r.url())) foreign.push(r.url()); });
    const adapter = page.adapter ? readFileSync(new URL(`../${page.adapter}`, import.meta.url), "utf8") : "";
    await tab.addInitScript({ content: `(${watch})();\n${adapter}` });
    await tab.goto(url);
    await tab.waitForFunction(() => document.documentElement.dataset.app === "ready", null, { timeout: 20_000, polling: 50 });
    const input = await tab.waitForSelector("#own-file", { state: "attached", timeout: 5000 }).catch(() => null);
    if (!input) throw new Error("the page has no input #own-file");
    await tab.evaluate(() => window.own?.open?.());
    await sleep(QUIET);
    const before = await renderer(browserCdp);
    await tab.setInputFiles("#own-file", file);
    // One question a tenth of a second: a millisecond of the page's time in all.
    const over = () => (__own.end != null && __own.map != null && performance.now() - __own.end > 500) || document.documentElement.dataset.refused;
    await tab.waitForFunction(over, null, { timeout: timeout * 1000, polling: 100 });
    const after = await renderer(browserCdp);
    const seen = await tab.evaluate(() => ({
      start: __own.start, end: __own.end, map: __own.map, changes: __own.changes, tasks: __own.tasks,
      wasm: __own.memories.reduce((sum, m) => sum + m.buffer.byteLength, 0), refused: document.documentElement.dataset.refused ?? null,
    }));
    if (shot) await tab.screenshot({ path: shot });
    const answer = seen.refused ? null : await tab.evaluate(ask);
    // A task that started before the file was chosen has nothing to do with it.
    const tasks = seen.tasks.filter(([at, ms]) => at + ms > seen.start && at < (seen.end ?? Infinity)).map(([, ms]) => ms);
    return {
      ms: seen.end - seen.start, longest: Math.max(0, ...tasks), blocked: tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0),
      peak: after?.peak ?? null, grown: after && before ? after.peak - before.now : null, wasm: seen.wasm,
      changes: seen.changes, drawn: seen.map != null, refused: seen.refused, errors, foreign, answer, browser: browser.version(),
    };
  } finally {
    await browser.close();
  }
}
