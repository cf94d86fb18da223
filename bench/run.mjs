// Measures every page the same way (README.md tells how) and writes out/run.json and out/run.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { pointOf } from "./lib/inpage.mjs";
import { interact, restOfNothing } from "./lib/interact.mjs";
import { CLICK_HEIGHT, click, load } from "./lib/load.mjs";
import { options, pagesOf } from "./lib/options.mjs";
import { serve } from "./lib/server.mjs";
import { launch, open, settle } from "./lib/session.mjs";
import { stat, watchMachine } from "./lib/stats.mjs";
import { runTables } from "./lib/tables.mjs";

const o = options({
  pages: "", dist: "", short: false, parts: "load,click,interact",
  loads: 0, clicks: 0, rounds: 0, inputs: 18, // 0: as many as a full or a short run has
  cpu: 4, kbps: 1600, rtt: 150, height: 0, timeout: 60, force: "E23000020", out: "run",
});
o.loads ||= o.short ? 5 : 9;
o.clicks ||= o.short ? 3 : 5;
o.rounds ||= o.short ? 2 : 4;

const machine = watchMachine(), start = Date.now();
const say = (words) => console.error(`  ${((Date.now() - start) / 1000).toFixed(0)} s: ${words}`);
const { forces } = JSON.parse(readFileSync(new URL("out/data/values.json", import.meta.url), "utf8"));
const name = forces.find((f) => f.code === o.force)?.name;
if (!name) throw new Error(`no force ${o.force}`);
const pages = pagesOf(o.pages, o), servers = {};
for (const page of pages) servers[page.name] = await serve(page.dir);
const address = (page, part = page.path) => servers[page.name].url + (part ?? "");
const loaded = pages.filter((p) => !p.interactOnly);
const wants = (part) => o.parts.split(",").includes(part);
/** The pages, each round starting with another, so that none always follows the same one. */
const turned = (list, round) => list.map((_, i) => list[(i + round) % list.length]);
const empty = (list) => Object.fromEntries(list.map((p) => [p.name, { none: [], slow: [] }]));
const key = (slow) => (slow ? "slow" : "none");

const run = {
  date: new Date().toISOString().slice(0, 10), options: o, pages,
  load: wants("load") ? empty(loaded) : {}, click: wants("click") ? empty(loaded) : {}, interact: wants("interact") ? empty(pages) : {},
  rest: [], spins: { none: [], slow: [] },
};

if (wants("load") || wants("click")) {
  const browser = await launch();
  run.browser = browser.version();
  // The browser's own first-page costs fall on no page, and here the harness learns where to click.
  const targets = {};
  for (const page of loaded) targets[page.name] = await target(browser, page);
  for (let i = 0; wants("load") && i < o.loads; i++) {
    for (const slow of [false, true]) {
      for (const page of turned(loaded, i)) {
        // Memory hardly varies and takes seconds: three rounds.
        const sample = await load(browser, page, address(page), o, { slow, memory: !slow && i < 3 });
        run.load[page.name][key(slow)].push(sample);
        run.spins[key(slow)].push(sample.spin);
      }
    }
    say(`load ${i + 1} of ${o.loads}`);
  }
  for (let i = 0; wants("click") && i < o.clicks; i++) {
    for (const slow of [false, true]) {
      for (const page of turned(loaded, i)) {
        if (!targets[page.name]) continue;
        run.click[page.name][key(slow)].push(await click(browser, page, address(page), o, { slow, target: targets[page.name] }));
      }
    }
    say(`click ${i + 1} of ${o.clicks}`);
  }
  await browser.close();
}
if (wants("interact")) {
  const browser = await launch({ vsync: false }), cdp = await browser.newBrowserCDPSession();
  run.browser ??= browser.version();
  const part = (page) => address(page, page.interactPath);
  await interact(browser, cdp, pages[0], part(pages[0]), o, { slow: false, idle: false });
  for (let i = 0; i < o.rounds; i++) {
    run.rest.push(await restOfNothing(browser));
    for (const slow of [false, true]) {
      for (const page of turned(pages, i)) {
        run.interact[page.name][key(slow)].push(await interact(browser, cdp, page, part(page), o, { slow, idle: !slow }));
      }
    }
    say(`updates ${i + 1} of ${o.rounds}`);
  }
  await browser.close();
}
for (const server of Object.values(servers)) await server.close();

run.spins = { none: stat(run.spins.none), slow: stat(run.spins.slow) };
run.machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, ...machine() };
const text = runTables(run), out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL(`${o.out}.json`, out), JSON.stringify(run));
writeFileSync(new URL(`${o.out}.md`, out), `# Benchmark, ${run.date}\n\n${text}`);
console.log(`\n${text}`);

/** Where to click on the force in a fresh load of the page; null when it cannot be seen there. */
async function target(browser, page) {
  const s = await open(browser, page, address(page), { ...o, height: CLICK_HEIGHT });
  await settle(s);
  const point = await s.tab.evaluate(pointOf, o.force);
  await s.ctx.close();
  if (point && point[1] > 0 && point[1] < CLICK_HEIGHT) return { code: o.force, name, point };
  say(`${page.name}: the map is not in view, so no click is measured`);
  return null;
}
