// Builds the pages that open a table into ../out/pages/own-NAME/, minified, and writes what they share.
import { build } from "esbuild";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvParse } from "d3-dsv";
import { planar } from "../lib/outlines.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const data = (name) => readFileSync(`${here}../../data/${name}`, "utf8");
const areas = csvParse(data("areas.csv")).map((a) => ({ code: a.area_code, name: a.area, words: a.force_name }));
// Any spelling that areas.csv has, and the one of the open table that it has not.
const names = Object.fromEntries([...areas.flatMap((a) => [[a.name, a.code], [a.words, a.code]]), ["London, City of", "E23000034"]]);
const codes = csvParse(data("offences.csv")).map((o) => o.offence_code);
const { topo } = planar(JSON.parse(data("boundaries/forces.topo.json")), areas);

for (const { name, peer } of JSON.parse(readFileSync(`${here}pages.json`, "utf8"))) {
  if (!peer) continue;
  const out = `${here}../out/pages/own-${name}/`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [`${here}${name}/app.js`], outfile: `${out}app.js`, bundle: true, minify: true, format: "esm", target: "es2022",
    legalComments: "none", logLevel: "warning",
  });
  writeFileSync(`${out}forces.topo.json`, JSON.stringify(topo));
  writeFileSync(`${out}values.json`, JSON.stringify({ names, codes }));
  const head = `<meta charset=utf-8><title>${name}</title><link rel=icon href=data:,>`;
  const body = "<label>Your table <input type=file id=own-file></label><div id=map></div><script type=module src=app.js></script>";
  writeFileSync(`${out}index.html`, `<!doctype html><html lang=en><head>${head}</head><body>${body}</body></html>`);
  console.log(`built ${name}`);
}
