// Does every page do the work? Run before anything is timed; fails if one does not.
// 43 areas, every real click chooses its force, a year repaints the map, nothing is asked from elsewhere.
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pointOf } from "./lib/inpage.mjs";
import { options, pagesOf } from "./lib/options.mjs";
import { serve } from "./lib/server.mjs";
import { launch, open, settle, sleep } from "./lib/session.mjs";

const o = options({ pages: "", dist: "", short: false, height: 0, timeout: 30, rtt: 0, kbps: 0 });
const shots = fileURLToPath(new URL("out/shots/", import.meta.url));
mkdirSync(shots, { recursive: true });
const browser = await launch();
let failed = false;
for (const page of pagesOf(o.pages, o)) {
  const server = await serve(page.dir);
  const faults = [];
  try {
    const s = await open(browser, page, server.url + (page.interactPath ?? ""), o);
    await settle(s);
    faults.push(...(await check(s, page)));
    await s.ctx.close();
  } catch (error) {
    faults.push(String(error));
  }
  console.log(`${page.name}: ${faults.length ? faults.join("; ") : "good"}`);
  failed ||= faults.length > 0;
  await server.close();
}
await browser.close();
process.exit(failed ? 1 : 0);

async function check(s, page) {
  const faults = [], say = (good, words) => good || faults.push(words);
  // A map below the fold is scrolled to, as a reader does; then its part of the picture is compared.
  await s.tab.evaluate(() => document.getElementById("map").scrollIntoView({ block: "nearest" }));
  const shot = async (name) => {
    const path = `${shots}${page.name.replaceAll(/\W+/g, "-")}-${name}.png`;
    const picture = await s.tab.locator("#map").screenshot({ path });
    return createHash("md5").update(picture).digest("hex");
  };
  const { codes, years } = await s.tab.evaluate(() => ({ codes: bench.codes, years: bench.years }));
  say(codes.length === 43 && new Set(codes).size === 43, `${codes.length} areas, not 43`);
  const first = await shot("first");
  for (const year of [0, 5, years - 1]) {
    await s.tab.evaluate(async (i) => { await bench.setYear(i); }, year);
    await sleep(100);
    say((await s.tab.evaluate(() => bench.state().year)) === year, `year ${year} is not shown`);
    if (year === 0) say((await shot("year")) !== first, "another year does not repaint the map");
  }
  const missed = [];
  // The first force is chosen at the start: in the project's page another click on it would let go.
  for (const code of [...codes.slice(1), codes[0]]) {
    const point = await s.tab.evaluate(pointOf, code);
    if (point) await s.tab.mouse.click(...point);
    const chosen = s.tab.waitForFunction((c) => bench.state().code === c, code, { timeout: 1000 });
    await chosen.catch(() => missed.push(code));
  }
  say(!missed.length, `a click does not choose ${missed.join(" ")}`);
  say((await shot("last")) !== first, "a choice does not repaint the map");
  await s.tab.evaluate(async (code) => { await bench.selectForce(code); }, codes[3]);
  say((await s.tab.evaluate(() => bench.state().code)) === codes[3], "bench.selectForce does not choose");
  await s.tab.screenshot({ path: `${shots}${page.name.replaceAll(/\W+/g, "-")}.png` });
  say(!s.foreign.length, `asks for ${s.foreign.join(" ")}`);
  say(!s.errors.length, s.errors.join(" "));
  return faults;
}
