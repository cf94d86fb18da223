// Gives the project's page the same window.bench that the peers have, through its document only: the
// page itself carries no code for the benchmark. Injected by the harness before any script of the page.
(() => {
  const find = (selector) => document.querySelector(selector);
  const text = (selector) => find(selector)?.textContent ?? "";
  /** All that must change when the year or the force does. */
  const shown = () => [location.hash, text("#answer"), text("#h-map"), text("#h-card")].join("\n");

  /**
   * Does something, and resolves when the page shows it. The page works a choice in within microtasks,
   * which come before any frame, so nothing is added to the time; waiting for a task is the way out
   * for a page that puts it off.
   */
  async function until(act, done) {
    const before = shown();
    act();
    for (let i = 0; i < 20; i++) {
      if (shown() !== before && done()) return;
      await null;
    }
    const channel = new MessageChannel(), end = performance.now() + 3000;
    while (!(shown() !== before && done())) {
      if (performance.now() > end) throw new Error("the page did not take the choice");
      await new Promise((task) => {
        channel.port1.onmessage = task;
        channel.port2.postMessage(0);
      });
    }
  }

  const years = () => [...document.querySelectorAll("#controls [name=year]")];
  const code = () => find('#map [id^="area-"][aria-pressed="true"]')?.id.slice(5) ?? "";
  const areaOf = (c) => find(`#area-${c}`);

  const bench = {
    get ready() { return document.documentElement.dataset.app === "ready"; },
    get codes() { return [...document.querySelectorAll('#map [id^="area-"]')].map((e) => e.id.slice(5)); },
    get years() { return years().length; },
    state: () => ({ year: years().findIndex((one) => one.checked), code: code() }),
    setYear(i) {
      const one = years()[i];
      if (one.checked) return undefined;
      return until(() => one.click(), () => years()[i].checked);
    },
    selectForce(c) {
      if (code() === c) return undefined; // a second click would let go of it
      return until(() => areaOf(c).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })), () => code() === c);
    },
    pathOf: (c) => (areaOf(c).matches("path") ? areaOf(c) : areaOf(c).querySelector("path")),
    /**
     * How the page has answered a click on a force, if it has: its name on the card or in the map's readout,
     * or, before any script runs, the link itself has led to the force's row of the table.
     */
    answered(c, name) {
      if (text("#h-card").includes(name)) return "card";
      if (text("#map-readout").includes(name)) return "readout";
      const row = location.hash === `#row-${c}` && find(`#row-${c}`)?.getBoundingClientRect();
      return row && row.bottom > 0 && row.top < innerHeight ? "row" : false;
    },
  };
  window.bench = bench;
})();
