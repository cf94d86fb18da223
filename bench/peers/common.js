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

/** A client point inside an SVG path: the first point of a grid over its box that the path answers to. */
export function inside(path) {
  const r = path.getBoundingClientRect();
  for (const n of [2, 5, 11, 23]) {
    for (let i = 1; i < n; i++) {
      for (let j = 1; j < n; j++) {
        const x = r.x + (r.width * i) / n, y = r.y + (r.height * j) / n;
        if (document.elementFromPoint(x, y) === path) return [x, y];
      }
    }
  }
  return [r.x + r.width / 2, r.y + r.height / 2];
}

/** Wires the slider, the mark and window.bench. */
export async function start({ D, state, setYear, selectForce, pointOf, ready }) {
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
    pointOf,
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
