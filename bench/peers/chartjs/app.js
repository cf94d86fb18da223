// Chart.js (tree-shaken) and chartjs-chart-geo, animation off.
import {
  Chart, BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, Tooltip,
} from "chart.js";
import { ChoroplethController, GeoFeature, ColorScale, ProjectionScale, topojson } from "chartjs-chart-geo";
import { load, start, ranked, mean, parts, el, BLUES, SEL, BAR, MEAN } from "../common.js";
Chart.register(
  BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, Tooltip,
  ChoroplethController, GeoFeature, ColorScale, ProjectionScale,
);
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

const [topo, D] = await load("forces.wgs84.topo.json");
const features = topojson.feature(topo, topo.objects.forces).features;
const state = { year: D.years.length - 1, code: D.forces[0].code };
const idx = new Map(D.forces.map((f, i) => [f.code, i]));
const canvas = (id) => el(id).appendChild(document.createElement("canvas"));
const chosen = (c) => D.forces[c.dataIndex]?.code === state.code;
// The scale colours equal steps only, so the number of the class is what it is given.
const classOf = (k) => D.breaks.filter((b) => D.values[k][state.year] >= b).length;
const names = { autoSkip: false, font: { size: 9 } };
let order = [];

const map = new Chart(canvas("map"), {
  type: "choropleth",
  data: {
    labels: D.forces.map((f) => f.name),
    datasets: [{
      outline: { type: "FeatureCollection", features }, data: features.map((feature, k) => ({ feature, value: classOf(k) })),
      borderColor: (c) => (chosen(c) ? SEL : "#fff"), borderWidth: (c) => (chosen(c) ? 2 : 0.7),
    }],
  },
  options: {
    plugins: { tooltip: { callbacks: { label: (c) => `${D.forces[c.dataIndex].name}: ${D.values[c.dataIndex][state.year]}` } } },
    scales: {
      projection: { axis: "x", projection: "mercator", padding: 5 },
      color: { axis: "x", display: false, min: 0, max: 4, interpolate: (v) => BLUES[Math.round(v * 4)] },
    },
    onClick: (e, items) => { if (items.length) selectForce(D.forces[items[0].index].code); },
  },
});
const barChart = new Chart(canvas("bars"), {
  type: "bar",
  data: { labels: [], datasets: [{ data: [], backgroundColor: [] }] },
  options: {
    indexAxis: "y", scales: { x: { min: 0, max: D.domain[1], position: "top" }, y: { ticks: names } },
    onClick: (e, items) => { if (items.length) selectForce(D.forces[order[items[0].index]].code); },
  },
});
const line = new Chart(canvas("line"), {
  type: "line",
  data: {
    labels: D.years,
    datasets: [
      { data: mean(D), borderColor: MEAN, borderWidth: 1, pointRadius: 0 },
      { data: [], borderColor: SEL, backgroundColor: SEL, borderWidth: 2 },
    ],
  },
  options: { scales: { y: { min: 0 } } },
});
const split = new Chart(canvas("parts"), {
  type: "bar",
  data: { labels: [], datasets: [{ data: [], backgroundColor: BAR }] },
  options: { indexAxis: "y", scales: { x: { min: 0, position: "top" }, y: { ticks: names } } },
});
function drawBars() {
  order = ranked(D, state.year);
  barChart.data.labels = order.map((k) => D.forces[k].name);
  barChart.data.datasets[0].data = order.map((k) => D.values[k][state.year]);
  barChart.data.datasets[0].backgroundColor = order.map((k) => (D.forces[k].code === state.code ? SEL : BAR));
  barChart.update("none");
}
function drawParts() {
  const p = parts(D, idx.get(state.code), state.year);
  split.data.labels = p.map((d) => d[0]);
  split.data.datasets[0].data = p.map((d) => d[1]);
  split.update("none");
}
function setYear() {
  map.data.datasets[0].data.forEach((d, k) => { d.value = classOf(k); });
  map.update("none");
  drawBars();
  drawParts();
}
function selectForce(code) {
  state.code = code;
  map.update("none");
  drawBars();
  line.data.datasets[1].data = D.values[idx.get(code)];
  line.update("none");
  drawParts();
}
selectForce(state.code);
const pointOf = (code) => {
  const r = el("map").getBoundingClientRect(), p = map.getDatasetMeta(0).data[idx.get(code)].getCenterPoint();
  return [r.x + p.x, r.y + p.y];
};
start({ D, state, setYear, selectForce, pointOf });
