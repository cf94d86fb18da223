// Shared by every peer: data, colour classes, the painted mark and window.bench. Kept near 1 KB, so
// that it does not blur the comparison of sizes.
export const BLUES = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"];
export const SEL = "#d94801", BAR = "#6baed6", MEAN = "#999";

export const load = (map) => Promise.all([map, "values.json"].map((file) => fetch(file).then((r) => r.json())));
export const el = (id) => document.getElementById(id);
export const colour = (D, v) => BLUES[D.breaks.filter((b) => v >= b).length];
export const mean = (D) => D.years.map((_, i) => D.values.reduce((sum, v) => sum + v[i], 0) / D.values.length);
/** Places of the forces, the largest of the year first. */
export const ranked = (D, year) => D.values.map((_, k) => k).sort((a, b) => D.values[b][year] - D.values[a][year]);
/** [code, number] of one force and year, the largest first. */
export const parts = (D, k, year) => D.parts[k][year].map((n, i) => [D.offences[i].code, n]).sort((a, b) => b[1] - a[1]);

/** Wires the slider, the mark and window.bench. */
export async function start({ D, state, setYear, selectForce, ready, ...where }) {
  const slider = el("year"), out = el("yearout");
  const year = (i) => {
    out.value = D.years[i];
    state.year = i;
    return setYear(i);
  };
  slider.addEventListener("input", () => year(+slider.value));
  window.bench = {
    setYear: (i) => ((slider.value = i), year(i)),
    selectForce,
    ...where, // how the harness finds a force on the map, where its path does not say: pathOf or pointOf
    state: () => ({ year: state.year, code: state.code }),
    codes: D.forces.map((f) => f.code),
    years: D.years.length,
  };
  await ready;
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame(); // the frame after the one that showed the drawing
  performance.mark("map-painted");
}
