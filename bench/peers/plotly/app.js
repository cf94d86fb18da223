// Plotly.js as a custom bundle: core (with scatter), bar, choropleth; outlines in lon/lat, no base map.
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import choropleth from "plotly.js/lib/choropleth";
import { load, start, ranked, mean, parts, el, BLUES, SEL, BAR, MEAN } from "../common.js";
Plotly.register([bar, choropleth]);
// Plotly asks cdn.plot.ly for a world map at every choropleth, even with outlines of its own. An empty
// one registered under that name is the cheapest way to keep the page on its own origin.
(window.PlotlyGeoAssets ??= {}).topojson = { world_110m: {} };

const [geo, D] = await load("forces.wgs84.geojson");
const state = { year: D.years.length - 1, code: D.forces[0].code };
const idx = new Map(D.forces.map((f, i) => [f.code, i]));
const codes = D.forces.map((f) => f.code), names = D.forces.map((f) => f.name);
const config = { displayModeBar: false, scrollZoom: false };
// A colour bar of classes: Plotly has no thresholds, so the number of the class is what it colours.
const colorscale = BLUES.flatMap((c, i) => [[i / 5, c], [(i + 1) / 5, c]]);
const z = () => D.values.map((v) => D.breaks.filter((b) => v[state.year] >= b).length);
const text = () => D.forces.map((f, k) => `${f.name}: ${D.values[k][state.year]}`);
const chosen = (yes, no) => codes.map((c) => (c === state.code ? yes : no));
const barArgs = () => {
  const o = ranked(D, state.year);
  return {
    x: [o.map((k) => D.values[k][state.year])], y: [o.map((k) => names[k])], customdata: [o.map((k) => codes[k])],
    "marker.color": [o.map((k) => (codes[k] === state.code ? SEL : BAR))],
  };
};
const partArgs = () => {
  const p = parts(D, idx.get(state.code), state.year);
  return { x: [p.map((d) => d[1])], y: [p.map((d) => d[0])] };
};
const margin = (l, r, t, b) => ({ l, r, t, b });
const rows = (order) => ({ type: "category", categoryorder: "array", categoryarray: order, autorange: "reversed", tickfont: { size: 9 }, dtick: 1 });
const b = barArgs(), p = partArgs();
const ready = Promise.all([
  Plotly.newPlot("map", [{
    type: "choropleth", geojson: geo, featureidkey: "properties.code", locations: codes, text: text(), hoverinfo: "text",
    z: z(), zmin: 0, zmax: 5, colorscale, showscale: false, marker: { line: { color: chosen(SEL, "#fff"), width: chosen(2, 0.7) } },
  }], {
    width: 520, height: 630, margin: margin(5, 5, 5, 5), dragmode: false,
    geo: { fitbounds: "locations", visible: false, projection: { type: "mercator" } },
  }, config),
  Plotly.newPlot("bars", [{
    type: "bar", orientation: "h", x: b.x[0], y: b.y[0], customdata: b.customdata[0], marker: { color: b["marker.color"][0] },
  }], {
    width: 360, height: 630, margin: margin(130, 10, 25, 5), dragmode: false,
    xaxis: { range: D.domain, side: "top" }, yaxis: rows(b.y[0]),
  }, config),
  Plotly.newPlot("line", [
    { x: D.years, y: mean(D), mode: "lines", line: { color: MEAN, width: 1 } },
    { x: D.years, y: D.values[idx.get(state.code)], mode: "lines+markers", line: { color: SEL, width: 2 } },
  ], {
    width: 360, height: 310, margin: margin(45, 15, 10, 45), dragmode: false, showlegend: false,
    xaxis: { type: "category" }, yaxis: { rangemode: "tozero" },
  }, config),
  Plotly.newPlot("parts", [{ type: "bar", orientation: "h", x: p.x[0], y: p.y[0], marker: { color: BAR } }], {
    width: 360, height: 310, margin: margin(45, 10, 25, 5), dragmode: false, xaxis: { side: "top" }, yaxis: rows(p.y[0]),
  }, config),
]).then(() => {
  el("map").on("plotly_click", (e) => selectForce(e.points[0].location));
  el("bars").on("plotly_click", (e) => selectForce(e.points[0].customdata));
});
const update = (id, args) => Plotly.update(id, args, { "yaxis.categoryarray": args.y[0] });
function setYear() {
  return Promise.all([
    Plotly.restyle("map", { z: [z()], text: [text()] }), update("bars", barArgs()), update("parts", partArgs()),
  ]);
}
function selectForce(code) {
  state.code = code;
  return Promise.all([
    Plotly.restyle("map", { "marker.line.color": [chosen(SEL, "#fff")], "marker.line.width": [chosen(2, 0.7)] }),
    update("bars", barArgs()),
    Plotly.restyle("line", { y: [D.values[idx.get(code)]] }, [1]),
    update("parts", partArgs()),
  ]);
}
const pathOf = (code) => document.querySelectorAll("#map .choroplethlayer path")[idx.get(code)];
start({ D, state, setYear, selectForce, pathOf, ready });
