// Vega-Lite through vega-embed: one specification with two parameters, updated through the view's signals.
import embed from "vega-embed";
import { load, start, el, BLUES, SEL, BAR, MEAN, mean } from "../common.js";

const [topo, D] = await load("forces.topo.json");
const state = { year: D.years.length - 1, code: D.forces[0].code };
const now = D.forces.map((f, k) => ({ code: f.code, vs: D.values[k] }));
const long = D.forces.flatMap((f, k) => D.values[k].map((v, i) => ({ ...f, i, year: D.years[i], v })));
const means = mean(D).map((v, i) => ({ year: D.years[i], v }));
const split = D.forces.flatMap((f, k) =>
  D.parts[k].flatMap((row, i) => row.map((v, o) => ({ code: f.code, i, offence: D.offences[o].code, v }))));

const chosen = { test: "datum.code === force", value: SEL };
const map = {
  width: 510, height: 620,
  data: { values: topo, format: { type: "topojson", feature: "forces" } },
  transform: [
    { calculate: "datum.properties.code", as: "code" },
    { calculate: "datum.properties.name", as: "name" },
    { lookup: "code", from: { data: { values: now }, key: "code", fields: ["vs"] } },
    { calculate: "datum.vs[year]", as: "v" },
  ],
  projection: { type: "identity" },
  mark: { type: "geoshape", tooltip: { content: "encoding" }, cursor: "pointer", strokeJoin: "round" },
  encoding: {
    color: { field: "v", type: "quantitative", scale: { type: "threshold", domain: D.breaks, range: BLUES }, legend: null },
    stroke: { condition: chosen, value: "#fff" },
    strokeWidth: { condition: { ...chosen, value: 2 }, value: 0.7 },
    tooltip: [{ field: "name", type: "nominal" }, { field: "v", type: "quantitative" }],
  },
};
const bars = {
  width: 220, height: 590,
  data: { values: long }, transform: [{ filter: "datum.i === year" }],
  mark: { type: "bar", tooltip: true },
  encoding: {
    y: { field: "name", type: "nominal", sort: "-x", title: null, axis: { labelFontSize: 9, labelLimit: 130 } },
    x: { field: "v", type: "quantitative", scale: { domain: D.domain }, axis: { orient: "top" }, title: null },
    color: { condition: chosen, value: BAR },
  },
};
const x = { field: "year", type: "ordinal", title: null }, y = { field: "v", type: "quantitative", title: null };
const line = {
  width: 310, height: 240,
  layer: [
    { data: { values: means }, mark: { type: "line", color: MEAN, strokeWidth: 1 }, encoding: { x, y } },
    {
      data: { values: long }, transform: [{ filter: "datum.code === force" }],
      mark: { type: "line", color: SEL, point: { color: SEL } }, encoding: { x, y },
    },
  ],
};
const parts = {
  width: 310, height: 240,
  data: { values: split }, transform: [{ filter: "datum.code === force && datum.i === year" }],
  mark: { type: "bar", color: BAR },
  encoding: { y: { field: "offence", type: "nominal", sort: "-x", title: null }, x: { ...y, axis: { orient: "top" } } },
};
const { view } = await embed(el("map"), {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  padding: 0, spacing: 10,
  params: [{ name: "year", value: state.year }, { name: "force", value: state.code }],
  hconcat: [map, bars, { vconcat: [line, parts] }],
}, { actions: false });
view.addEventListener("click", (e, item) => { if (item?.datum?.code) selectForce(item.datum.code); });
function setYear(i) { return view.signal("year", i).runAsync(); }
function selectForce(code) { state.code = code; return view.signal("force", code).runAsync(); }
const pathOf = (code) => document.querySelectorAll("#map .mark-shape path")[D.forces.findIndex((f) => f.code === code)];
start({ D, state, setYear, selectForce, pathOf });
