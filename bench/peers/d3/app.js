// d3 modules and topojson-client: hand-made SVG with data joins, as a d3 author would write it.
import { geoIdentity, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { scaleLinear, scaleBand, scalePoint } from "d3-scale";
import { line as d3line } from "d3-shape";
import { axisBottom, axisLeft, axisTop } from "d3-axis";
import { max } from "d3-array";
import { feature } from "topojson-client";
import { load, colour, start, ranked, mean, parts, SEL, BAR, MEAN } from "../common.js";

const [topo, D] = await load("forces.topo.json");
const fc = feature(topo, topo.objects.forces);
const state = { year: D.years.length - 1, code: D.forces[0].code };
const idx = new Map(D.forces.map((f, i) => [f.code, i]));
const svg = (id, w, h) => select("#" + id).append("svg").attr("width", w).attr("height", h).attr("viewBox", `0 0 ${w} ${h}`);
const at = (x, y) => `translate(${x},${y})`;

// map
const path = geoPath(geoIdentity().fitExtent([[5, 5], [515, 625]], fc)).digits(1);
const g = svg("map", 520, 630).append("g").attr("stroke", "#fff").attr("stroke-width", 0.7);
const areas = g.selectAll("path").data(fc.features).join("path").attr("d", path)
  .attr("data-code", (d) => d.properties.code).style("cursor", "pointer")
  .on("click", (e, d) => selectForce(d.properties.code));
const tip = select("body").append("div")
  .attr("style", "position:fixed;pointer-events:none;background:#222;color:#fff;padding:2px 6px;font-size:12px;display:none");
const value = (d) => D.values[idx.get(d.properties.code)][state.year];
areas.on("pointermove", (e, d) =>
  tip.style("display", "block").style("left", e.clientX + 12 + "px").style("top", e.clientY + 12 + "px")
    .text(`${d.properties.name}: ${value(d)}`),
).on("pointerleave", () => tip.style("display", "none"));
function drawMap() { areas.attr("fill", (d) => colour(D, value(d))); }

// forces side by side
const bx = scaleLinear(D.domain, [130, 350]), by = scaleBand().domain(D.forces.map((_, i) => i)).range([20, 625]).padding(0.15);
const bs = svg("bars", 360, 630);
bs.append("g").attr("transform", at(0, 20)).call(axisTop(bx).ticks(5));
const bars = bs.append("g").selectAll("rect").data(D.forces).join("rect").attr("x", 130).attr("height", by.bandwidth())
  .on("click", (e, d) => selectForce(d.code));
const labels = bs.append("g").attr("font-size", 10).attr("text-anchor", "end").selectAll("text").data(D.forces).join("text")
  .attr("x", 126).attr("dy", ".8em").text((d) => d.name);
function drawBars() {
  by.domain(ranked(D, state.year));
  bars.attr("y", (d, i) => by(i)).attr("width", (d, i) => bx(D.values[i][state.year]) - 130);
  labels.attr("y", (d, i) => by(i));
}
function drawSelection() {
  const chosen = (d) => d.properties.code === state.code;
  areas.attr("stroke", (d) => (chosen(d) ? SEL : null)).attr("stroke-width", (d) => (chosen(d) ? 2 : null));
  areas.filter(chosen).raise();
  bars.attr("fill", (d) => (d.code === state.code ? SEL : BAR));
}

// years
const means = mean(D);
const lx = scalePoint().domain(D.years).range([45, 340]), ly = scaleLinear().range([280, 10]);
const ls = svg("line", 360, 310);
ls.append("g").attr("transform", at(0, 280)).call(axisBottom(lx).tickValues(D.years.filter((_, i) => i % 2 === 0)));
const lAxis = ls.append("g").attr("transform", at(40, 0));
const ln = d3line().x((_, i) => lx(D.years[i])).y((d) => ly(d));
const average = ls.append("path").attr("fill", "none").attr("stroke", MEAN);
const own = ls.append("path").attr("fill", "none").attr("stroke", SEL).attr("stroke-width", 2);
const dots = ls.append("g").attr("fill", SEL).selectAll("circle").data(D.years).join("circle").attr("r", 3).attr("cx", (d) => lx(d));
function drawLine() {
  const v = D.values[idx.get(state.code)];
  ly.domain([0, Math.max(max(v), max(means))]).nice();
  lAxis.call(axisLeft(ly).ticks(6));
  average.attr("d", ln(means));
  own.attr("d", ln(v));
  dots.data(v).attr("cy", (d) => ly(d));
}

// offences
const px = scaleLinear().range([45, 345]), py = scaleBand().domain(D.offences.map((o) => o.code)).range([25, 305]).padding(0.15);
const ps = svg("parts", 360, 310);
const pxAxis = ps.append("g").attr("transform", at(0, 25)), pyAxis = ps.append("g").attr("transform", at(45, 0));
const rows = ps.append("g").attr("fill", BAR).selectAll("rect").data(D.offences).join("rect").attr("x", 45).attr("height", py.bandwidth());
function drawParts() {
  const p = parts(D, idx.get(state.code), state.year);
  px.domain([0, p[0][1] || 1]).nice();
  py.domain(p.map((d) => d[0]));
  pxAxis.call(axisTop(px).ticks(5));
  pyAxis.call(axisLeft(py));
  rows.data(p).attr("y", (d) => py(d[0])).attr("width", (d) => px(d[1]) - 45);
}

function setYear() { drawMap(); drawBars(); drawParts(); }
function selectForce(code) { state.code = code; drawSelection(); drawLine(); drawParts(); }
drawMap();
drawBars();
selectForce(state.code);
start({ D, state, setYear, selectForce });
