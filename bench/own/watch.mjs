// Runs inside the page before its own scripts (sent there as text, so it stands alone): from the `change` of the
// file input to the frame after the last change of the map.

export function watch() {
  const W = (window.__own = { start: null, changes: 0, map: null, ready: null, end: null, tasks: [], memories: [] });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => W.tasks.push([e.startTime, e.duration])))
    .observe({ type: "longtask", buffered: true });
  addEventListener("change", (event) => {
    if (event.target.id !== "own-file") return;
    W.changes++;
    W.start ??= performance.now();
  }, true);
  // As in the other pages of the benchmark: the start of the frame after the one that shows it.
  const after = (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
  const settle = () => after((now) => { W.end = Math.max(W.end ?? 0, now); });
  const done = () => {
    const step = document.getElementById("own-panel")?.dataset.step;
    return document.documentElement.dataset.figures === "own" && (step === undefined || step === "done");
  };
  const look = () => {
    if (W.start == null || W.ready != null || !done()) return;
    W.ready = performance.now();
    settle();
  };
  const words = (element) => new MutationObserver(look).observe(element, { attributes: true });
  // A map that is drawn in a later frame than the one in which the page says that it is done counts to the end.
  const map = (element) => new MutationObserver(() => {
    if (W.start == null) return;
    W.map = performance.now();
    if (W.ready != null) settle();
  }).observe(element, { attributes: true, childList: true, subtree: true, characterData: true });
  addEventListener("DOMContentLoaded", () => {
    map(document.getElementById("map"));
    for (const element of [document.documentElement, document.getElementById("own-panel")]) if (element) words(element);
  });
  // The memory of a WebAssembly module never shrinks, so its size at the end is its peak. Only modules of this thread.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await real.apply(WebAssembly, args), { exports } = result.instance ?? result;
      W.memories.push(...Object.values(exports ?? {}).filter((e) => e instanceof WebAssembly.Memory));
      return result;
    };
  }
}
