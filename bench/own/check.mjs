// Do the pages that open a table do the work? Run before anything is timed; fails if one does not. Every sum must be
// what ../../data/recorded-crime.csv says, and a count that is no whole number must be refused or told.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { options } from "../lib/options.mjs";
import { serve } from "../lib/server.mjs";
import { pagesOf } from "./pages.mjs";
import { sample } from "./sample.mjs";
import { OUT, tables } from "./table.mjs";

const o = options({ pages: "", dist: "", timeout: 120 });
const all = await tables(), expected = JSON.parse(readFileSync(`${OUT}expected.json`, "utf8"));
const latest = expected.reduce((year, key) => (key.split("|")[1] > year ? key.split("|")[1] : year), "");
const totals = {};
for (const [area, year, , n] of expected.map((key) => key.split("|"))) if (year === latest) totals[area] = (totals[area] ?? 0) + Number(n);
const wrong = `${OUT}wrong.csv`, shots = fileURLToPath(new URL("../out/shots/", import.meta.url));
mkdirSync(shots, { recursive: true });
// One bad count, in a row of a child code; a whole year, because the project's page shows no part of one.
const lines = readFileSync(all[0].file, "utf8").split("\r\n", 25_000), bad = lines.findLastIndex((line) => /,88A,\d+$/.test(line));
writeFileSync(wrong, lines.with(bad, lines[bad].replace(/\d+$/, "12.5")).join("\r\n"));

let failed = false;
for (const page of pagesOf(o)) {
  const server = await serve(page.dir), faults = [];
  for (const { rows, file } of all) {
    try {
      const ask = async () => ({
        sums: window.own.sums?.() ?? null, totals: await window.own.totals(), paths: document.querySelectorAll("#map svg path").length,
      });
      const s = await sample(page, server.url + page.path, file, { timeout: o.timeout, ask, shot: `${shots}own-${page.name}.png` });
      faults.push(...look(s).map((words) => `${rows} rows: ${words}`));
    } catch (error) {
      faults.push(`${rows} rows: ${error}`);
    }
  }
  try {
    const { refused, answer } = await sample(page, server.url + page.path, wrong, { timeout: 20, ask: () => window.own.report?.() ?? "" });
    // The project's page sets the row aside and says so, rather than refuse the file.
    if (!refused && !answer.includes("12.5")) faults.push("takes 12.5 for a count");
  } catch (error) {
    faults.push(`a count of 12.5: ${error}`);
  }
  console.log(`${page.name}: ${faults.length ? faults.join("; ") : "good"}`);
  failed ||= faults.length > 0;
  await server.close();
}
process.exit(failed ? 1 : 0);

function look({ answer, changes, drawn, errors, foreign, refused }) {
  if (refused) return [`refused: ${refused}`];
  const faults = [], say = (good, words) => good || faults.push(words);
  say(changes === 1, `${changes} changes of the file input, not 1`);
  say(drawn, "the map does not change");
  say(answer.paths >= 43, `${answer.paths} areas`);
  // The project's page shows no list of all sums, only those of one year in its table.
  if (answer.sums) say(JSON.stringify(answer.sums) === JSON.stringify(expected), "the sums are not those of data/recorded-crime.csv");
  const off = Object.keys(totals).filter((code) => answer.totals[code] !== totals[code]);
  say(!off.length, `${latest} is wrong in ${off.length} forces: ${off.slice(0, 3).map((c) => `${c} ${answer.totals[c]}, not ${totals[c]}`)}`);
  say(!errors.length, errors.join(" "));
  say(!foreign.length, `asks for ${foreign.join(" ")}`);
  return faults;
}
