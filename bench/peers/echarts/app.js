// Apache ECharts: the tree-shaken core with its canvas renderer, animation off.
import * as echarts from "echarts/core";
import { MapChart, BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent, VisualMapPiecewiseComponent, GeoComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { load, start, ranked, mean, parts, el, BLUES, SEL, BAR, MEAN } from "../common.js";
echarts.use([
  MapChart, BarChart, LineChart, GridComponent, TooltipComponent, VisualMapPiecewiseComponent, GeoComponent, CanvasRenderer,
]);

const [geo, D] = await load("forces.geojson");
const state = { year: D.years.length - 1, code: D.forces[0].code };
const idx = new Map(D.forces.map((f, i) => [f.code, i]));
const byName = new Map(D.forces.map((f) => [f.name, f.code]));
echarts.registerMap("forces", geo);
const [map, bars, line, split] = ["map", "bars", "line", "parts"].map((id) => echarts.init(el(id)));
const choose = (e) => { if (byName.has(e.name)) selectForce(byName.get(e.name)); };

const mapData = () => D.forces.map((f, k) => ({
  name: f.name, value: D.values[k][state.year],
  ...(f.code === state.code && { itemStyle: { borderColor: SEL, borderWidth: 2 }, z2: 5 }),
}));
const pieces = BLUES.map((color, i) => ({ gte: D.breaks[i - 1] ?? 0, lt: D.breaks[i] ?? 1e9, color }));
map.setOption({
  animation: false, tooltip: { trigger: "item", formatter: "{b}: {c}" },
  visualMap: { type: "piecewise", show: false, min: 0, max: D.domain[1], pieces },
  series: [{
    type: "map", map: "forces", left: 5, right: 5, top: 5, bottom: 5,
    projection: { project: (p) => [p[0], p[1]], unproject: (p) => p }, // the outlines are y down already
    itemStyle: { borderColor: "#fff", borderWidth: 0.7 }, emphasis: { label: { show: false } }, select: { disabled: true },
    data: mapData(),
  }],
});
map.on("click", choose);
const barOption = () => {
  const order = ranked(D, state.year);
  const data = order.map((k) => ({ value: D.values[k][state.year], itemStyle: { color: D.forces[k].code === state.code ? SEL : BAR } }));
  return { yAxis: { data: order.map((k) => D.forces[k].name) }, series: [{ data }] };
};
bars.setOption({
  animation: false, tooltip: {}, grid: { left: 130, right: 10, top: 25, bottom: 5 },
  xAxis: { type: "value", min: 0, max: D.domain[1], position: "top" },
  yAxis: { type: "category", inverse: true, axisLabel: { interval: 0, fontSize: 10 } },
  series: [{ type: "bar" }],
});
bars.on("click", choose);
line.setOption({
  animation: false, tooltip: { trigger: "axis" }, grid: { left: 45, right: 15, top: 10, bottom: 30 },
  xAxis: { type: "category", data: D.years }, yAxis: { type: "value", min: 0 },
  series: [
    { type: "line", data: mean(D), lineStyle: { color: MEAN, width: 1 }, symbol: "none" },
    { id: "own", type: "line", lineStyle: { color: SEL, width: 2 }, itemStyle: { color: SEL }, symbol: "circle", symbolSize: 6 },
  ],
});
split.setOption({
  animation: false, tooltip: {}, grid: { left: 45, right: 15, top: 25, bottom: 5 },
  xAxis: { type: "value", min: 0, position: "top" },
  yAxis: { type: "category", inverse: true, axisLabel: { interval: 0, fontSize: 10 } },
  series: [{ type: "bar", itemStyle: { color: BAR } }],
});
function drawParts() {
  const p = parts(D, idx.get(state.code), state.year);
  split.setOption({ yAxis: { data: p.map((d) => d[0]) }, series: [{ data: p.map((d) => d[1]) }] });
}
// setOption works at once unless asked to be lazy; the canvas is inked in the next frame.
function drawYear() {
  map.setOption({ series: [{ data: mapData() }] });
  bars.setOption(barOption());
}
function setYear() { drawYear(); drawParts(); }
function selectForce(code) {
  state.code = code;
  drawYear();
  line.setOption({ series: [{ id: "own", data: D.values[idx.get(code)] }] });
  drawParts();
}
selectForce(state.code);
// A canvas has no paths to ask, so the chart itself says whether a point of a grid lies in the force.
const pointOf = (code) => {
  const r = el("map").getBoundingClientRect(), k = idx.get(code);
  const shape = map.getModel().getSeriesByIndex(0).coordinateSystem.getRegion(D.forces[k].name);
  const box = shape.getBoundingRect();
  for (const n of [2, 5, 11, 23]) {
    for (let i = 1; i < n; i++) {
      for (let j = 1; j < n; j++) {
        const at = [box.x + (box.width * i) / n, box.y + (box.height * j) / n];
        if (!shape.contain(at)) continue;
        const p = map.convertToPixel({ seriesIndex: 0 }, at);
        return [r.x + p[0], r.y + p[1]];
      }
    }
  }
  return null;
};
start({ D, state, setYear, selectForce, pointOf });
