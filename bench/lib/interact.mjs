// Updates of a loaded page: through window.bench, and by real keys and clicks; and what it does at rest.
import { drive, pointOf, probe } from "./inpage.mjs";
import { open, settle, sleep } from "./session.mjs";

const REST = 2000;

/** Work on the main thread during two seconds in which nobody does anything, ms. */
async function rest(s) {
  await sleep(300);
  const before = await s.metrics();
  await sleep(REST);
  const after = await s.metrics();
  return (after.TaskDuration - before.TaskDuration) * 1000;
}

/** What an empty page costs at rest, measured the same way. */
export async function restOfNothing(browser) {
  const ctx = await browser.newContext(), tab = await ctx.newPage(), cdp = await ctx.newCDPSession(tab);
  await cdp.send("Performance.enable");
  const metrics = async () => Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
  const ms = await rest({ metrics });
  await ctx.close();
  return ms;
}

/** Runs `work` and tells what the main thread and all processes did in it, ms for each of `n` updates. */
async function costs(s, browserCdp, n, work) {
  const processes = async () => {
    const { processInfo } = await browserCdp.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, p) => sum + p.cpuTime, 0);
  };
  const [before, all] = [await s.metrics(), await processes()];
  const value = await work();
  const [allAfter, after] = [await processes(), await s.metrics()];
  const per = (...names) => names.reduce((sum, name) => sum + (after[name] - before[name]) * 1000, 0) / n;
  return [value, {
    main: per("TaskDuration"), layout: per("LayoutDuration", "RecalcStyleDuration"), all: ((allAfter - all) * 1000) / n,
  }];
}

export async function interact(browser, browserCdp, page, url, o, { slow, idle }) {
  const s = await open(browser, page, url, o, { cpu: slow ? o.cpu : 1 });
  await settle(s, 300);
  const { codes, years } = await s.tab.evaluate(() => ({ codes: bench.codes, years: bench.years }));
  const result = { errors: s.errors };
  if (idle) result.idle = [await rest(s)];
  // Steps of 7 and 17 go through all of them without a pattern that a page could profit from.
  const yearList = Array.from({ length: 50 }, (_, i) => (i * 7 + 3) % years);
  const codeList = codes.map((_, i) => codes[(i * 17 + 5) % codes.length]);
  for (const [kind, list] of [["nothing", yearList], ["setYear", yearList], ["selectForce", codeList]]) {
    const [calls, cost] = await costs(s, browserCdp, list.length, () => s.tab.evaluate(drive, [kind, list]));
    result[kind] = { ms: calls.map((c) => c[0]), sync: calls.map((c) => c[1]), cost };
    await sleep(100);
  }
  if (idle) result.idle.push(await rest(s));
  result.keys = await keys(s, o);
  result.clicks = await clicks(s, o, codeList);
  await s.ctx.close();
  return result;
}

/** n real inputs, each sent when the frame of the one before is done. */
async function inputs(s, n, act) {
  await s.tab.evaluate(() => { __D.ms = []; __B.events = []; });
  for (let i = 0; i < n; i++) {
    s.marks.delete("frame");
    await act(i);
    await s.until("frame", 1500);
  }
  await sleep(150);
  return s.tab.evaluate(() => ({ ms: __D.ms, slow: __B.events.map((e) => e[1]) }));
}

async function keys(s, o) {
  await s.tab.evaluate(probe);
  await s.tab.focus("#year");
  await s.tab.evaluate(async () => { await bench.setYear(0); });
  await sleep(150);
  const { name, way } = await s.tab.evaluate(() => {
    const e = document.activeElement;
    return { name: e.tagName, way: e.tagName === "SELECT" ? "ArrowUp" : "ArrowRight" }; // a list of years has the latest first
  });
  const back = name === "SELECT" ? "ArrowDown" : "ArrowLeft";
  return inputs(s, o.inputs, (i) => s.tab.keyboard.press(Math.floor(i / 10) % 2 ? back : way));
}

async function clicks(s, o, codes) {
  const points = [];
  // A map below the fold is scrolled to, as a reader does.
  await s.tab.evaluate(() => document.getElementById("map").scrollIntoView({ block: "center" }));
  await sleep(150);
  for (const code of codes) {
    const point = points.length < o.inputs ? await s.tab.evaluate(pointOf, code) : null;
    if (point && point[1] > 0 && point[1] < s.tab.viewportSize().height) points.push(point);
  }
  return inputs(s, points.length, async (i) => {
    await s.tab.mouse.move(...points[i]);
    await s.tab.mouse.down();
    await s.tab.mouse.up();
  });
}
