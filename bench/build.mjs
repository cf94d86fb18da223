// Builds every peer into out/pages/NAME/, minified.
import { build } from "esbuild";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shell } from "./peers/shell.mjs";
import { geojson, lonLat, pathData, planar } from "./lib/outlines.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const only = process.argv[2]?.split(",");
// Vega-Lite lays all four views out by itself, in one element.
const ONE = "<style>#map{grid-column:1/4;width:1260px}#bars,#line,#parts{display:none}</style>";
const PEERS = {
  vanilla: {},
  d3: { map: "forces.topo.json" },
  plot: { map: "forces.topo.json" },
  "vega-lite": { map: "forces.topo.json", head: ONE },
  echarts: { map: "forces.geojson" },
  plotly: { map: "forces.wgs84.geojson" },
  chartjs: { map: "forces.wgs84.topo.json" },
};

const { note, ...D } = JSON.parse(readFileSync(`${here}out/data/values.json`, "utf8"));
const source = JSON.parse(readFileSync(`${here}../data/boundaries/forces.topo.json`, "utf8"));
const flat = planar(source, D.forces), round = lonLat(source, D.forces);
const files = {
  "forces.topo.json": flat.topo,
  "forces.geojson": geojson(flat.topo, 1),
  "forces.wgs84.topo.json": round,
  "forces.wgs84.geojson": geojson(round, 4),
};

const js = (entry, outfile) => build({
  entryPoints: [entry], outfile, bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"', global: "window" }, logLevel: "warning",
});
function folder(name) {
  const path = `${here}out/pages/${name}/`;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

for (const [name, peer] of Object.entries(PEERS)) {
  if (only && !only.includes(name)) continue;
  const out = folder(name);
  await js(`${here}peers/${name}/app.js`, `${out}app.js`);
  rmSync(`${out}app.css`, { force: true }); // a style sheet that Plotly's core brings along; nothing here uses it
  if (name === "vanilla") {
    const code = readFileSync(`${out}app.js`, "utf8").replaceAll("</script", "<\\/script");
    rmSync(`${out}app.js`);
    const script = `<script type=application/json id=data>${JSON.stringify(D)}</script><script type=module>${code}</script>`;
    const head = "<style>.s{stroke:#d94801;stroke-width:3}</style>";
    writeFileSync(`${out}index.html`, shell({ title: name, years: D.years, main: drawnMap(), head, script }));
  } else {
    writeFileSync(`${out}${peer.map}`, JSON.stringify(files[peer.map]));
    writeFileSync(`${out}values.json`, JSON.stringify(D));
    writeFileSync(`${out}index.html`, shell({ title: name, years: D.years, preload: [peer.map, "values.json"], head: peer.head }));
  }
  console.log(`built ${name}`);
}

/** The map as part of the document, for the page without a library. */
function drawnMap() {
  const paths = files["forces.geojson"].features.map((f) => `<path data-code=${f.properties.code} d="${pathData(f.geometry)}"/>`);
  const box = `-8 -8 ${Math.ceil(flat.width) + 16} ${flat.height + 16}`;
  const look = "stroke=#fff stroke-width=1.2 stroke-linejoin=round style=cursor:pointer";
  const charts = "<div id=bars></div><div id=line></div><div id=parts></div>";
  return `<div id=map><svg width=520 height=630 viewBox="${box}" ${look}>${paths.join("")}</svg></div>${charts}`;
}
