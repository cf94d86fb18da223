// Makes tables shaped like the Home Office's open table of police recorded crime, in ../out/own/ (never committed):
// 322608.csv (force, quarter, code) and 1004484.csv (districts as well), and expected.json, what the child codes add up to.
//
// Made up but for the eleven child codes, whose four quarters add up to ../../data/recorded-crime.csv. The same every time.
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { csvParse } from "d3-dsv";
import { offences } from "./offences.mjs";

export const OUT = fileURLToPath(new URL("../out/own/", import.meta.url));
const file = (name) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const data = (name) => csvParse(readFileSync(file(name), "utf8"));
const SPELLED = new Map([["City of London", "London, City of"]]); // where the open table has another name than areas.csv
const OTHER = "British Transport Police"; // no area on the map
const DISTRICTS = 137; // of all forces together: 137 × 52 quarters × 141 codes = 1,004,484 rows
const HEAD = ["Financial Year", "Financial Quarter", "Force Name", "Offence Description", "Offence Group", "Offence Subgroup", "Offence Code", "Number of Offences"];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
/** n in `parts` whole numbers that add up to n, none far from its share. */
function split(n, parts, random) {
  const weights = Array.from({ length: parts }, () => 0.5 + random()), all = weights.reduce((a, b) => a + b);
  let left = n;
  return weights.map((w, i) => {
    const share = i === parts - 1 ? left : Math.min(left, Math.round((n * w) / all));
    left -= share;
    return share;
  });
}
const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Names of districts for each force: three or four, fewer where there are fewer. */
function districtsOf(areas) {
  const all = data("districts.csv"), lists = new Map();
  for (const { area_code, area } of areas) {
    const names = [...new Set(all.filter((d) => d.area_code === area_code).map((d) => d.district))];
    lists.set(area, { names: names.length ? names : [area], n: 1 });
  }
  lists.set(OTHER, { names: [OTHER], n: 1 });
  for (let total = lists.size; total < DISTRICTS;) {
    for (const list of lists.values()) {
      if (total < DISTRICTS && list.n < list.names.length) { list.n++; total++; }
    }
  }
  return (area) => lists.get(area).names.slice(0, lists.get(area).n);
}

/** The lines of a table; `fine`: a row for each district too. */
function* lines(fine) {
  const areas = data("areas.csv"), known = data("recorded-crime.csv"), random = dice(2026);
  const titles = new Map(data("offences.csv").map((o) => [o.offence_code, o.offence]));
  const list = offences(titles), at = (...key) => key.join("|"), districts = districtsOf(areas);
  const counts = new Map(known.map((r) => [at(r.area_code, r.period_start.slice(0, 4), r.offence_code), +r.value]));
  const years = [...new Set(known.map((r) => +r.period_start.slice(0, 4)))].sort();
  const forces = [...areas.map((a) => ({ code: a.area_code, area: a.area })), { code: "", area: OTHER }];
  const weights = list.map(() => Math.exp(random() * 6 - 3));
  for (const force of forces) force.size = [...titles.keys()].reduce((sum, c) => sum + (counts.get(at(force.code, 2016, c)) ?? 1), 0);
  forces.sort((a, b) => (a.area < b.area ? -1 : 1));
  yield (fine ? HEAD.toSpliced(3, 0, "CSP Name") : HEAD).join(",");
  for (const year of years) {
    // A whole year at once, because its quarters must add up; then its rows in the order of the open table.
    const quarters = forces.map((force) => list.map(({ code }, o) => {
      const value = counts.get(at(force.code, year, code));
      return split(value ?? Math.round(force.size * weights[o] * (0.8 + 0.4 * random())), 4, random);
    }));
    for (let q = 0; q < 4; q++) {
      for (const [f, force] of forces.entries()) {
        const start = `${year}/${String(year + 1).slice(2)},${q + 1},${quoted(SPELLED.get(force.area) ?? force.area)}`;
        const names = fine ? districts(force.area) : [null];
        const shares = list.map((_, o) => (fine ? split(quarters[f][o][q], names.length, random) : [quarters[f][o][q]]));
        for (const [d, name] of names.entries()) {
          const place = name == null ? start : `${start},${quoted(name)}`;
          for (const [o, { code, title, group, subgroup }] of list.entries()) {
            yield `${place},${quoted(title)},${quoted(group)},${quoted(subgroup)},${code},${shares[o][d]}`;
          }
        }
      }
    }
  }
}

async function write(fine) {
  const path = `${OUT}new.csv`, out = createWriteStream(path);
  let rows = -1, block = "";
  for (const line of lines(fine)) {
    block += `${line}\r\n`;
    rows++;
    if (block.length < 1 << 20) continue;
    if (!out.write(block)) await once(out, "drain");
    block = "";
  }
  out.end(block);
  await once(out, "close");
  renameSync(path, `${OUT}${rows}.csv`);
  return { rows, file: `${OUT}${rows}.csv`, bytes: statSync(`${OUT}${rows}.csv`).size };
}

/** What every page must find: area code, financial year and offence code with their sum, sorted. */
function expected() {
  const year = (start) => `${start.slice(0, 4)}/${String(+start.slice(0, 4) + 1).slice(2)}`;
  return data("recorded-crime.csv").map((r) => [r.area_code, year(r.period_start), r.offence_code, +r.value].join("|")).sort();
}

/** The tables, made unless they are there: [{rows, file, bytes}], and the sums expected of them. */
export async function tables() {
  mkdirSync(OUT, { recursive: true });
  const sources = ["areas.csv", "districts.csv", "offences.csv", "recorded-crime.csv"].map(file);
  const here = ["table.mjs", "offences.mjs"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const hash = createHash("sha256");
  for (const path of [...sources, ...here]) hash.update(readFileSync(path));
  const stamp = hash.digest("hex"), index = `${OUT}tables.json`;
  const made = existsSync(index) ? JSON.parse(readFileSync(index, "utf8")) : {};
  if (made.stamp !== stamp || !made.tables.every((t) => existsSync(t.file))) {
    Object.assign(made, { stamp, tables: [await write(false), await write(true)] });
    writeFileSync(`${OUT}expected.json`, JSON.stringify(expected()));
    writeFileSync(index, JSON.stringify(made));
  }
  return made.tables;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { rows, file, bytes } of await tables()) console.log(`${file}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`);
}
