// One load of a page, and one load with a reader who clicks from the first moment.
import { spin, watchAnswer } from "./inpage.mjs";
import { open, settle } from "./session.mjs";

const BETWEEN_CLICKS = 50;
export const CLICK_HEIGHT = 1600;

function kind({ mime, url }) {
  if (/wasm/.test(mime) || url.endsWith(".wasm")) return "wasm";
  const kinds = [["javascript", "js"], ["html", "html"], ["css", "css"], ["json", "data"]];
  return kinds.find(([word]) => mime.includes(word))?.[1] ?? "other";
}

/** Everything about one load. `memory`: also the heap, which takes a few seconds. */
export async function load(browser, page, url, o, { slow, memory }) {
  const s = await open(browser, page, url, o, slow ? { cpu: o.cpu, net: true } : {});
  await settle(s);
  const seen = await s.tab.evaluate(() => ({ ...__B, elements: document.getElementsByTagName("*").length }));
  const metrics = await s.metrics(), bytes = {};
  for (const r of s.requests.values()) bytes[kind(r)] = (bytes[kind(r)] ?? 0) + (r.bytes ?? 0);
  const fcp = seen.paints["first-contentful-paint"];
  const result = {
    bytes, total: Object.values(bytes).reduce((a, b) => a + b, 0), requests: s.requests.size,
    foreign: s.foreign, errors: s.errors, fcp,
    // A mark comes from the main thread and can be earlier than the picture; the map cannot be.
    map: Math.max(seen.marks["map-painted"], fcp), cls: seen.shifts,
    tbt: seen.longtasks.reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0),
    longest: Math.max(0, ...seen.longtasks.map(([, ms]) => ms)),
    task: metrics.TaskDuration * 1000, elements: seen.elements,
  };
  result.spin = (await s.tab.evaluate(spin))[0];
  if (memory) {
    await s.cdp.send("HeapProfiler.collectGarbage");
    result.heap = (await s.metrics()).JSHeapUsedSize;
    result.memory = await s.tab.evaluate(() => Promise.race([
      performance.measureUserAgentSpecificMemory?.().then((m) => m.bytes) ?? null,
      new Promise((done) => setTimeout(done, 4000, null)),
    ]));
  }
  await s.ctx.close();
  return result;
}

/**
 * Clicks on one force with a real mouse from the moment the map is seen, until the page has answered:
 * milliseconds from the start of the navigation to the end of the frame with the answer. In a window tall
 * enough for the maps of all pages: nobody clicks on what is not in view.
 */
export async function click(browser, page, url, o, { slow, target }) {
  const before = `(${watchAnswer})(${JSON.stringify([target.code, target.name])});`;
  const tall = { ...o, height: CLICK_HEIGHT };
  const s = await open(browser, page, url, tall, { ...(slow && { cpu: o.cpu, net: true }), before });
  const [x, y] = target.point, mouse = (type, more) => s.cdp.send("Input.dispatchMouseEvent", { type, x, y, ...more });
  const left = { button: "left", clickCount: 1 };
  let sent = 0;
  for (const end = Date.now() + o.timeout * 1000; !s.marks.has("answered") && Date.now() < end; sent++) {
    // Waiting for each to be taken keeps at most one click in the queue of a page that is busy.
    await Promise.all([mouse("mouseMoved"), mouse("mousePressed", left), mouse("mouseReleased", left)]);
    await s.until("answered", BETWEEN_CLICKS);
  }
  const { answer, marks, clicks, how } = await s.tab.evaluate(() => __B);
  await s.ctx.close();
  // No answer counts as the longest wait, or the slowest samples would drop out of the median.
  return { answer: answer ?? o.timeout * 1000, how: how || "never", map: marks["map-painted"], clicks, sent };
}
