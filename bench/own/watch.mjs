// Runs inside the page before its own scripts (sent there as text, so it stands alone): from the `change` of the
// file input to the frame after the last change of the map.

export function watch() {
  const W = (window.__own = { start: null, changes: 0, map: null, ready: null, end: null, tasks: [], memories: [] });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => W.tasks.push([e.startTime, e.duration])))
    .observe({ type: "longtask", buffered: true });
  // As in the other pages of the benchmark: the start of the frame after the one that shows it.
  const after = (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
  const settle = () => after((now) => { W.end = Math.max(W.end ?? 0, now); });
  const done = () => {
    const step = document.getElementById("own-panel")?.dataset.step;
    return document.documentElement.dataset.figures === "own" && (step === undefined || step === "done");
  };
  // The whole document, because a page may put in another map in place of the one that was there.
  const ofMap = ({ target, addedNodes }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("#map")
    || [...addedNodes].some((node) => node.nodeType === 1 && (node.id === "map" || node.querySelector("#map")));
  function look(records) {
    const drawn = records.some(ofMap);
    if (drawn) W.map = performance.now();
    if (W.ready == null && done()) W.ready = performance.now();
    else if (!drawn) return;
    // A map that is drawn in a later frame than the one in which the page says that it is done counts to the end.
    if (W.ready != null) settle();
  }
  addEventListener("change", (event) => {
    if (event.target.id !== "own-file") return;
    W.changes++;
    if (W.start != null) return;
    W.start = performance.now();
    new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
  }, true);
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
