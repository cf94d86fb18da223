// Drives the project's page through its document only, at once, so that no human time is in what is measured:
// opens the panel, takes the guess of columns, reads, shows. Injected by the harness before any script of the page.
(() => {
  const find = (selector) => document.querySelector(selector);
  const PRESS = { map: '[data-own="read"]', report: '[data-own="show"]' };
  let pressed = null;

  function press() {
    const step = find("#own-panel")?.dataset.step;
    if (step === "refused") document.documentElement.dataset.refused = find("#own-panel").textContent.trim().slice(0, 200);
    if (step === "report") read = find("#own-panel").textContent;
    if (step !== pressed && step !== "map" && step !== "report") pressed = null;
    const button = PRESS[step] && find(`#own-panel ${PRESS[step]}`);
    if (!button || button.disabled || pressed === step) return;
    pressed = step;
    button.click();
  }
  let read = "";
  /** Called by the harness when the page is ready, before it chooses the file. */
  function open() {
    const panel = find("#own-panel");
    panel.open = true;
    new MutationObserver(press).observe(panel, { attributes: true, attributeFilter: ["data-step", "disabled"], childList: true, subtree: true });
  }

  /** The number that each force's row of the table says; forces without a number are left out. */
  window.own = {
    open,
    /** What the page says of the rows that it set aside, or why it refuses the file. */
    report: () => read,
    async totals() {
      // The table is written when its tab is chosen.
      const frame = () => new Promise(requestAnimationFrame), row = '#table-forces tbody th a[href*="area="]';
      find("#tab-view-2").click();
      for (let i = 0; i < 60 && !find(row); i++) await frame();
      return Object.fromEntries([...document.querySelectorAll(row)]
        .map((name) => [/area=([EW]\d{8})/.exec(name.hash)?.[1], name.closest("tr").querySelector("td")])
        .filter(([code, cell]) => code && cell && !cell.classList.contains("blank"))
        .map(([code, cell]) => [code, Number(cell.textContent.match(/[\d,]+/)?.[0].replaceAll(",", ""))]));
    },
  };
})();
