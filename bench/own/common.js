// Shared by the pages that open a table: the file input, the columns, the map and what the harness asks for.
// A page gives `sums(file, columns)`: [force name, financial year, offence code, sum] of the eleven codes.
import { geoIdentity, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { quantileSorted } from "d3-array";
import { feature } from "topojson-client";
import { BLUES, load } from "../peers/common.js";

const HEADINGS = { year: "Financial Year", force: "Force Name", code: "Offence Code", count: "Number of Offences" };
const root = document.documentElement.dataset;

/** The places of the four columns in the first row. */
export function columns(head) {
  const places = Object.fromEntries(Object.entries(HEADINGS).map(([key, name]) => [key, head.indexOf(name)]));
  if (Object.values(places).includes(-1)) throw new Error(`the columns ${Object.values(HEADINGS).join(", ")} are needed`);
  return places;
}
export { HEADINGS };
/** Stops at a count that is not a whole number. */
export const refuse = (text, row) => { throw new Error(`row ${row}: ${text} is not a whole number`); };
export const whole = (text) => /^\d+$/.test(text);

export async function start(sums) {
  const [topo, { names, codes }] = await load("forces.topo.json");
  const outlines = feature(topo, topo.objects.forces), wanted = new Set(codes);
  const path = geoPath(geoIdentity().fitExtent([[5, 5], [515, 625]], outlines)).digits(1);
  const areas = select("#map").append("svg").attr("width", 520).attr("height", 630).attr("stroke", "#fff").attr("stroke-width", 0.7)
    .selectAll("path").data(outlines.features).join("path").attr("d", path).attr("fill", "#ddd");

  function show(list) {
    const known = list.filter(([name]) => names[name]);
    const latest = known.reduce((year, row) => (row[1] > year ? row[1] : year), "");
    const totals = new Map();
    for (const [name, year, , sum] of known) if (year === latest) totals.set(names[name], (totals.get(names[name]) ?? 0) + sum);
    const sorted = [...totals.values()].sort((a, b) => a - b), breaks = [0.2, 0.4, 0.6, 0.8].map((q) => quantileSorted(sorted, q));
    areas.attr("fill", ({ properties: { code } }) => (totals.has(code) ? BLUES[breaks.filter((b) => totals.get(code) >= b).length] : "#ddd"));
    window.own = {
      sums: () => known.map(([name, year, code, sum]) => [names[name], year, code, sum].join("|")).sort(),
      totals: () => Object.fromEntries(totals),
    };
  }
  document.getElementById("own-file").addEventListener("change", async ({ target }) => {
    try {
      show(await sums(target.files[0], wanted));
      root.figures = "own";
    } catch (error) {
      root.refused = error.message;
    }
  });
  root.app = "ready";
}
