// Times a table of the reader's own, from the choice of the file to its map, page beside page (README.md tells how), and
// writes out/own.json and out/own.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { options } from "./lib/options.mjs";
import { serve } from "./lib/server.mjs";
import { watchMachine } from "./lib/stats.mjs";
import { pagesOf } from "./own/pages.mjs";
import { report } from "./own/report.mjs";
import { sample } from "./own/sample.mjs";
import { tables } from "./own/table.mjs";

const o = options({ pages: "", dist: "", short: false, rounds: 0, rows: "", timeout: 120, out: "own" });
o.rounds ||= o.short ? 3 : 7;

const machine = watchMachine(), start = Date.now();
const sizes = (await tables()).filter((t) => !o.rows || String(o.rows).split(",").includes(String(t.rows)));
if (!sizes.length) throw new Error(`no table of ${o.rows} rows; there are ${(await tables()).map((t) => t.rows).join(", ")}`);
const pages = pagesOf(o), servers = {};
for (const page of pages) servers[page.name] = await serve(page.dir);
const runs = Object.fromEntries(pages.map((p) => [p.name, Object.fromEntries(sizes.map((t) => [t.rows, []]))]));
const open = (page, t) => sample(page, servers[page.name].url + page.path, t.file, { timeout: o.timeout });

// The system's own cache of the files, and of the browser, is filled by nobody's sample.
let version = "";
for (const t of sizes) version = (await open(pages[0], t)).browser;
for (let round = 0; round < o.rounds; round++) {
  for (const t of sizes) {
    // Each round starts with another page, so that none always follows the same one.
    for (const page of pages.map((_, i) => pages[(i + round) % pages.length])) {
      const s = await open(page, t).catch((error) => ({ failed: error.message.split("\n")[0] }));
      if (s.refused) s.failed = s.refused;
      runs[page.name][t.rows].push(s);
      if (s.failed) console.error(`  ${page.name}, ${t.rows} rows: ${s.failed}`);
    }
  }
  console.error(`  ${((Date.now() - start) / 1000).toFixed(0)} s: round ${round + 1} of ${o.rounds}`);
}
for (const server of Object.values(servers)) await server.close();

const run = {
  date: new Date().toISOString().slice(0, 10), options: o, browser: version, tables: sizes.map(({ rows, bytes }) => ({ rows, bytes })),
  pages: pages.map((p) => p.name), runs, machine: { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, ...machine() },
};
const text = report(run), out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL(`${o.out}.json`, out), JSON.stringify(run));
writeFileSync(new URL(`${o.out}.md`, out), `# Tables of the reader's own, ${run.date}\n\n${text}`);
console.log(`\n${text}`);
