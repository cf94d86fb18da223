// Observable Plot: a plot is drawn anew and put in place of the old one; Plot has no way to update.
import * as Plot from "@observablehq/plot";
import { feature } from "topojson-client";
import { load, colour, start, ranked, mean, parts, el, SEL, BAR, MEAN } from "../common.js";

const [topo, D] = await load("forces.topo.json");
const fc = feature(topo, topo.objects.forces);
const state = { year: D.years.length - 1, code: D.forces[0].code };
const idx = new Map(D.forces.map((f, i) => [f.code, i]));
const value = (d) => D.values[idx.get(d.properties.code)][state.year];
const meanRow = mean(D).map((v, i) => ({ year: D.years[i], v }));

// Plot stops pointerdown at the svg, and its sticky tip then covers the path: take the target while capturing.
let down;
el("map").addEventListener("pointerdown", (e) => { down = e.target.dataset?.code; }, true);
el("map").addEventListener("click", () => { if (down) selectForce(down); });

function drawMap() {
  const chosen = fc.features.filter((d) => d.properties.code === state.code);
  const plot = Plot.plot({
    width: 520, height: 630, margin: 5, projection: { type: "identity", domain: fc },
    marks: [
      Plot.geo(fc, {
        fill: (d) => colour(D, value(d)), stroke: "#fff", strokeWidth: 0.7,
        tip: true, title: (d) => `${d.properties.name}: ${value(d)}`,
      }),
      Plot.geo(chosen, { stroke: SEL, strokeWidth: 2, pointerEvents: "none" }),
    ],
  });
  plot.querySelector("[aria-label=geo]").querySelectorAll("path").forEach((e, i) => {
    e.dataset.code = fc.features[i].properties.code;
  });
  el("map").replaceChildren(plot);
}
function drawBars() {
  const rows = ranked(D, state.year).map((k) => ({ ...D.forces[k], v: D.values[k][state.year] }));
  el("bars").replaceChildren(Plot.plot({
    width: 360, height: 630, marginLeft: 130, marginTop: 25, marginBottom: 5,
    x: { domain: D.domain, axis: "top" }, y: { label: null, domain: rows.map((r) => r.name) },
    marks: [Plot.barX(rows, { x: "v", y: "name", fill: (d) => (d.code === state.code ? SEL : BAR) })],
  }));
}
function drawLine() {
  const rows = D.values[idx.get(state.code)].map((v, i) => ({ year: D.years[i], v }));
  el("line").replaceChildren(Plot.plot({
    width: 360, height: 310, x: { type: "point", label: null, ticks: D.years.filter((_, i) => i % 2 === 0) }, y: { zero: true, nice: true },
    marks: [
      Plot.lineY(meanRow, { x: "year", y: "v", stroke: MEAN }),
      Plot.lineY(rows, { x: "year", y: "v", stroke: SEL, strokeWidth: 2, marker: "circle" }),
    ],
  }));
}
function drawParts() {
  const rows = parts(D, idx.get(state.code), state.year).map(([code, v]) => ({ code, v }));
  el("parts").replaceChildren(Plot.plot({
    width: 360, height: 310, marginLeft: 45, x: { axis: "top", nice: true }, y: { domain: rows.map((r) => r.code), label: null },
    marks: [Plot.barX(rows, { x: "v", y: "code", fill: BAR })],
  }));
}
function setYear() { drawMap(); drawBars(); drawParts(); }
function selectForce(code) { state.code = code; drawMap(); drawBars(); drawLine(); drawParts(); }
selectForce(state.code);
start({ D, state, setYear, selectForce });
