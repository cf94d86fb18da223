// Functions that run inside the page under test; they are sent there as text, so each stands alone.

/**
 * Installed before any script of the page: marks, paints, long tasks, shifts of the layout, slow input.
 * `area`: a page that sets no mark has painted its map in the first frame with such an element.
 */
export function observers(area) {
  const B = (window.__B = { marks: {}, paints: {}, longtasks: [], shifts: 0, events: [] });
  const watch = (type, each, more) => {
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  };
  const mark = (name, time) => {
    if (name in B.marks) return;
    B.marks[name] = time;
    window.__benchMark?.(name);
  };
  watch("paint", (e) => { B.paints[e.name] = e.startTime; });
  watch("longtask", (e) => B.longtasks.push([e.startTime, e.duration]));
  watch("layout-shift", (e) => { if (!e.hadRecentInput) B.shifts += e.value; });
  watch("event", (e) => { if (e.interactionId) B.events.push([e.interactionId, e.duration]); }, { durationThreshold: 16 });
  if (!area) return watch("mark", (e) => mark(e.name, e.startTime));
  // Like the peers' own mark: at the start of the frame after the one that showed it.
  const look = () => {
    if (!document.querySelector(area)) return requestAnimationFrame(look);
    requestAnimationFrame(() => mark("map-painted", performance.now()));
  };
  requestAnimationFrame(look);
}

/**
 * Watches for the answer to a click on force `code`: in every frame, and right after every click, since
 * a page may answer and take it back within one frame. The time is the end of the frame that shows it.
 */
export function watchAnswer([code, name]) {
  const channel = new MessageChannel();
  let seen = false;
  const B = window.__B;
  B.clicks = 0;
  channel.port1.onmessage = () => {
    B.answer = performance.now();
    window.__benchMark?.("answered");
  };
  const ask = () => {
    const bench = window.bench;
    // Pointing alone is no click, though some pages say the name then already.
    if (!bench || !B.clicks) return false;
    return bench.answered ? bench.answered(code, name) : bench.state().code === code && "chosen";
  };
  const answered = () => {
    B.how = ask();
    return !!B.how;
  };
  const look = () => {
    if (seen || B.answer) return;
    try { seen = answered(); } catch { return; } // the page is not there yet
    if (seen) requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  addEventListener("click", () => {
    B.clicks++;
    Promise.resolve().then(() => Promise.resolve()).then(look);
  });
  const frame = () => {
    // This frame shows what is there when it starts, so it is the one whose end counts.
    if (seen || B.answer) return;
    try { seen = answered(); } catch { /* not there yet */ }
    if (seen) channel.port2.postMessage(0);
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Calls bench[kind](x) for each x; each call gives [ms to the end of the frame after it, ms inside the call]. */
export async function drive([kind, list]) {
  const channel = new MessageChannel(), out = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  // "nothing": the smallest change that makes a frame, to know what measuring itself costs.
  const dot = document.body.appendChild(document.createElement("i"));
  dot.style.cssText = "position:fixed;right:0;bottom:0;width:4px;height:4px";
  let odd = false;
  const nothing = () => { dot.style.background = (odd = !odd) ? "#eee" : "#ddd"; };
  const act = kind === "nothing" ? nothing : window.bench[kind];
  await frame();
  for (const x of list) {
    const start = performance.now(), promise = act(x), sync = performance.now() - start;
    if (promise?.then) await promise;
    out.push([(await frame()) - start, sync]);
  }
  dot.remove();
  return out;
}

/** Times real input: from the event's own time to the end of the frame after its handlers. */
export function probe() {
  const channel = new MessageChannel(), starts = [], D = (window.__D = { ms: [] });
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const start of starts.splice(0)) D.ms.push(now - start);
    window.__benchMark?.("frame");
  };
  const on = (event) => {
    starts.push(event.timeStamp);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  addEventListener("keydown", on, true);
  addEventListener("click", on, true);
}

/** A client point inside a force, away from its border where there is room: the page tells its path or, on a canvas, a point. */
export function pointOf(code) {
  const path = document.querySelector(`path[data-code="${code}"]`) ?? window.bench.pathOf?.(code);
  if (!path) return window.bench.pointOf(code);
  const r = path.getBoundingClientRect(), back = path.getScreenCTM().inverse();
  const onTop = (x, y) => document.elementFromPoint(x, y) === path;
  // Plotly lays a sheet over its map that takes the pointer.
  const covers = (x, y) => path.isPointInFill(new DOMPoint(x, y).matrixTransform(back));
  for (const [here, edge] of [[onTop, 4], [onTop, 1], [onTop, 0], [covers, 4], [covers, 0]]) {
    const round = [[0, 0], [edge, 0], [-edge, 0], [0, edge], [0, -edge]];
    for (const n of [2, 5, 11, 23]) {
      for (let i = 1; i < n; i++) {
        for (let j = 1; j < n; j++) {
          const x = r.x + (r.width * i) / n, y = r.y + (r.height * j) / n;
          if (round.every(([dx, dy]) => here(x + dx, y + dy))) return [x, y];
        }
      }
    }
  }
  return null;
}

/** A fixed amount of arithmetic: tells whether the throttle holds and how noisy the machine is. */
export function spin() {
  let a = 1;
  const start = performance.now();
  for (let i = 0; i < 2e7; i++) a = (Math.imul(a, 1664525) + 1013904223) | 0;
  return [performance.now() - start, a];
}
