// What the project's page is held to, as ratios to the d3 page of the same run.
import { median, quantile } from "./stats.mjs";

const OWN = "cyberflag", BASE = "d3";
/** Above what an empty page does in two seconds, ms: the noise of measuring. */
const REST_NOISE = 2;

export function goals(run) {
  const list = [], modes = [["none", ""], ["slow", ", throttled"]];
  const goal = (words, own, base, most) => {
    const ratio = own != null && base > 0 ? own / base : null;
    // Nothing in both is as good as it gets, and has no ratio.
    const met = ratio == null ? (own === 0 && base === 0 ? true : null) : ratio <= most;
    const measured = ratio == null ? `${shown(own)} to ${shown(base)} ms` : `×${ratio.toFixed(2)} (${shown(own)} to ${shown(base)} ms)`;
    list.push({ words, bound: `×${most.toFixed(2)}`, measured, ratio, met });
  };
  const load = (page, mode, key) => mid(run.load[page]?.[mode]?.map((r) => r[key]));
  const update = (page, mode, kind, f) => mid(run.interact[page]?.[mode]?.map((r) => f(r[kind].ms)));
  const p95 = (ms) => quantile(ms, 0.95);

  for (const [key, words] of [["fcp", "first content"], ["map", "map painted"]]) {
    for (const [mode, how] of modes) goal(words + how, load(OWN, mode, key), load(BASE, mode, key), mode === "none" ? 0.85 : 0.65);
  }
  for (const [mode, how] of modes) {
    const answer = mid(run.click[OWN]?.[mode]?.map((c) => c.answer));
    goal(`click answered, to d3's map painted${how}`, answer, load(BASE, mode, "map"), 1);
  }
  goal("blocking time, throttled", load(OWN, "slow", "tbt"), load(BASE, "slow", "tbt"), 0.3);
  const updates = [
    ["none", "setYear", "median", median, 0.7], ["slow", "setYear", "median", median, 0.5], ["slow", "setYear", "p95", p95, 0.5],
    ["none", "selectForce", "median", median, 0.8], ["slow", "selectForce", "median", median, 0.65],
  ];
  for (const [mode, kind, words, f, most] of updates) {
    const how = mode === "slow" ? `, CPU ${run.options.cpu}x slower` : "";
    goal(`${kind} ${words}${how}`, update(OWN, mode, kind, f), update(BASE, mode, kind, f), most);
  }
  const rests = run.interact[OWN]?.none.map((r) => r.idle).filter(Boolean) ?? [], nothing = mid(run.rest);
  for (const [i, words] of [[0, "work at rest after the load"], [1, "work at rest after the updates"]]) {
    const own = mid(rests.map((r) => r[i]));
    list.push({
      words, bound: `an empty page + ${REST_NOISE} ms`, measured: `${shown(own)} to ${shown(nothing)} ms in 2 s`,
      met: own == null || nothing == null ? null : own <= nothing + REST_NOISE,
    });
  }
  return list;
}

const mid = (values) => median((values ?? []).filter((v) => Number.isFinite(v)));
const shown = (ms) => (ms == null ? "none" : ms.toFixed(ms < 100 ? 1 : 0));
