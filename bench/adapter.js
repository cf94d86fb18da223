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

  const year = () => find("select#year");
  const code = () => find('#map [data-force][aria-pressed="true"]')?.dataset.force ?? "";
  const areaOf = (c) => find(`#area-${c}`) ?? find(`#map a[href$="area=${c}"] path`);

  const bench = {
    get ready() { return document.documentElement.dataset.app === "ready"; },
    get codes() {
      // London is on the map twice, the second time enlarged.
      return [...new Set([...document.querySelectorAll("#map [data-force]")].map((e) => e.dataset.force))];
    },
    get years() { return year().options.length; },
    state: () => ({ year: year().options.length - 1 - year().selectedIndex, code: code() }),
    // The list has the latest year first.
    setYear(i) {
      const select = year(), value = select.options[select.options.length - 1 - i].value;
      if (select.value === value) return undefined;
      select.value = value;
      return until(() => select.dispatchEvent(new Event("change", { bubbles: true })), () => year().value === value);
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
