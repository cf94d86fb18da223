// Maps of n areas, 30 points each: first drawing and recolouring, in each stack. Writes out/scale.json and out/scale.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { options, pagesOf } from "./lib/options.mjs";
import { serve } from "./lib/server.mjs";
import { launch, sleep, VIEWPORT } from "./lib/session.mjs";
import { median, stat, watchMachine } from "./lib/stats.mjs";
import { table } from "./lib/tables.mjs";

const o = options({
  pages: "", dist: "", sizes: "43,348,7264,35672", repeats: "3,3,2,1", recolours: "10,10,2,2", timeout: 40, budget: 480, shots: false,
});
const numbers = (text) => String(text).split(",").map(Number);
const sizes = numbers(o.sizes), repeats = numbers(o.repeats), recolours = numbers(o.recolours);
const machine = watchMachine(), start = Date.now(), seconds = () => (Date.now() - start) / 1000;
const pages = pagesOf(o.pages, { scale: true });
const shots = fileURLToPath(new URL("out/shots/", import.meta.url));
mkdirSync(shots, { recursive: true });

/** In the page: [ms from the call to the end of the frame after it, when it was called]. */
async function timed([name, x]) {
  const channel = new MessageChannel();
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  await frame();
  const start = performance.now();
  await window.scale[name](x);
  return [(await frame()) - start, start];
}
/** The page is blank before it draws, so its first content is the drawing, presented. */
const presented = () => new Promise((done) => {
  const look = (list) => list.getEntriesByName("first-contentful-paint").forEach((e) => done(e.startTime));
  new PerformanceObserver(look).observe({ type: "paint", buffered: true });
});
const within = (promise, s) => Promise.race([promise, sleep(s * 1000).then(() => { throw new Error(`> ${s} s`); })]);

async function once(browser, url, n, count, shot) {
  const ctx = await browser.newContext({ viewport: VIEWPORT });
  try {
    const tab = await ctx.newPage(), cdp = await ctx.newCDPSession(tab);
    await cdp.send("Performance.enable");
    await tab.goto(url);
    await tab.waitForFunction(() => !!window.scale);
    const main = async () => (await cdp.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
    await within(tab.evaluate((size) => { window.scale.prepare(size); }, n), o.timeout);
    const before = await main();
    const [ms, at] = await within(tab.evaluate(timed, ["draw", null]), o.timeout);
    const result = { draw: ms, presented: (await within(tab.evaluate(presented), 15)) - at, drawMain: (await main()) - before };
    if (shot) await tab.screenshot({ path: `${shots}${shot}.png` });
    const middle = await main(), list = [];
    for (let step = 1; step <= count; step++) {
      await sleep(50);
      list.push((await within(tab.evaluate(timed, ["recolour", step]), o.timeout))[0]);
    }
    result.recolour = median(list);
    result.recolourMain = ((await main()) - middle) / count;
    // Only the project's page has a ranking to lay out.
    result.rank = await within(tab.evaluate(() => {
      const start = performance.now();
      return window.scale.rank ? (window.scale.rank(1), performance.now() - start) : null;
    }), o.timeout);
    return result;
  } finally {
    await within(ctx.close(), 5).catch(() => {});
  }
}

const runs = Object.fromEntries(pages.map((p) => [p.name, {}])), servers = {}, over = new Set();
for (const page of pages) servers[page.name] = await serve(page.dir);
let browser = await launch({ vsync: false });
const version = browser.version();
await once(browser, servers[pages[0].name].url, 43, 2);
for (const [i, n] of sizes.entries()) {
  for (let k = 0; k < (repeats[i] ?? 1); k++) {
    for (const page of pages) {
      const run = (runs[page.name][n] ??= { list: [], failed: null });
      if (over.has(page.name) || seconds() > o.budget) {
        run.failed ??= run.list.length ? null : over.has(page.name) ? "left out after a time-out" : "no time left";
        continue;
      }
      try {
        const shot = o.shots && k === 0 ? `scale-${page.name}-${n}` : null;
        run.list.push(await once(browser, servers[page.name].url, n, recolours[i] ?? 2, shot));
      } catch (error) {
        run.failed = error.message.split("\n")[0].slice(0, 60);
        over.add(page.name);
        // The page may still be busy: the next one gets a browser that is not.
        await within(browser.close(), 10).catch(() => {});
        browser = await launch({ vsync: false });
      }
      console.error(`  ${seconds().toFixed(0)} s: ${n} ${page.name} ${run.failed ?? ""}`);
    }
  }
}
await browser.close();
for (const server of Object.values(servers)) await server.close();

const result = { date: new Date().toISOString().slice(0, 10), options: o, browser: version, runs, machine: machine() };
const rows = (key) => pages.map((p) => ({
  name: p.name,
  cells: Object.fromEntries(sizes.map((n) => {
    const run = runs[p.name][n];
    return [n, run?.list.length ? stat(run.list.map((r) => r[key])) : run?.failed];
  })),
})).filter((row) => sizes.some((n) => row.cells[n] != null));
const parts = [
  ["presented", "First drawing: call to the frame presented, ms"], ["drawMain", "First drawing: main thread, ms"],
  ["recolour", "Recolouring: call to the end of the next frame, ms"], ["recolourMain", "Recolouring: main thread, ms"],
  ["rank", "Ranking of all areas sorted and laid out, without ink, ms"],
];
const columns = sizes.map((n) => [n, `${n} areas`]), m = result.machine;
const text = parts.map(([key, title]) => `### ${title}\n\n${table(columns, rows(key))}`).join("\n")
  + `\nChromium ${version}; ${m.seconds} s, load average ${m.load.join(" to ")}, CPU busy ${m.busy} %.\n`;
writeFileSync(new URL("out/scale.json", import.meta.url), JSON.stringify(result));
writeFileSync(new URL("out/scale.md", import.meta.url), `# Scale, ${result.date}\n\n${text}`);
console.log(`\n${text}`);
process.exit(0); // a page that timed out may leave a promise behind
