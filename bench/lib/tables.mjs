// The run as markdown: what was measured, each median with its range and its ratio to the d3 page.
import { median, quantile, stat } from "./stats.mjs";

export const BASE = "d3";
const digits = (x, d) => x.toFixed(d ?? (Math.abs(x) >= 100 ? 0 : Math.abs(x) >= 10 ? 1 : 2));

/** columns: [key, heading, {scale, digits, plain}]; rows: {name, note, cells: {key: stat or text}}. */
export function table(columns, rows) {
  const base = rows.find((r) => r.name === BASE)?.cells ?? {};
  const cell = (value, key, { scale = 1, digits: d, plain } = {}) => {
    if (value == null || typeof value === "string") return value ?? "none";
    const { median: m, min, max } = value, show = (x) => digits(x * scale, d);
    const range = show(min) === show(max) || plain ? "" : ` (${show(min)} to ${show(max)})`;
    const ratio = !plain && base[key]?.median > 0 ? ` ×${(m / base[key].median).toFixed(2)}` : "";
    return `${show(m)}${range}${ratio}`;
  };
  const lines = [["page", ...columns.map((c) => c[1])], ["---", ...columns.map(() => "---:")]];
  for (const row of rows) lines.push([row.name + (row.note ?? ""), ...columns.map(([key, , o]) => cell(row.cells[key], key, o))]);
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n") + "\n";
}

const note = (page) => (page.limit ? " (no library: the limit)" : "");
const KB = { scale: 1 / 1000, digits: 1 }, MB = { scale: 1e-6, digits: 2 }, PLAIN = { plain: true };
const WHOLE = { digits: 0 };

export function runTables(run) {
  const { options: o } = run, out = [];
  const throttled = `CPU ${o.cpu}x slower, ${o.kbps / 1000} Mbps, ${o.rtt} ms`;
  const rows = (samples, cells) => run.pages.filter((p) => samples[p.name]).map((p) => ({ name: p.name, note: note(p), cells: cells(samples[p.name], p) }));
  const add = (title, columns, list) => { if (list.length) out.push(`### ${title}\n`, table(columns, list)); };

  const kinds = ["html", "js", "wasm", "css", "data"];
  add("Transfer (brotli 11, headers included; kB = 1000 bytes)", [
    ["total", "total kB", KB], ...kinds.map((k) => [k, k, { ...KB, plain: true }]),
    ["requests", "requests", { ...WHOLE, plain: true }], ["foreign", "to other sites", { ...WHOLE, plain: true }],
  ], rows(run.load, ({ none }) => ({
    total: stat(none.map((r) => r.total)), ...Object.fromEntries(kinds.map((k) => [k, stat(none.map((r) => r.bytes[k] ?? 0))])),
    requests: stat(none.map((r) => r.requests)), foreign: stat(none.map((r) => r.foreign.length)),
  })));
  for (const [mode, words] of [["none", "no throttling"], ["slow", throttled]]) {
    const columns = [
      ["fcp", "first content ms", WHOLE], ["map", "map painted ms", WHOLE], ["answer", "click answered ms", WHOLE], ["how", "answered by", PLAIN],
      ["tbt", "blocking time ms", WHOLE], ["longest", "longest task ms", WHOLE], ["task", "main thread ms", WHOLE],
      ["cls", "layout shift", { digits: 3, plain: true }],
    ];
    if (mode === "none") {
      columns.push(["heap", "JS heap MB", MB], ["memory", "JS, DOM and wasm MB", MB], ["elements", "elements", { ...WHOLE, plain: true }]);
    }
    add(`Load, ${words}`, columns, rows(run.load, (l, p) => {
      const clicks = run.click[p.name]?.[mode] ?? [], of = (key) => stat(l[mode].map((r) => r[key]));
      return {
        ...Object.fromEntries(columns.map(([key]) => [key, of(key)])),
        how: ways(clicks),
        answer: stat(clicks.map((c) => c.answer)),
      };
    }));
  }
  for (const [mode, words] of [["none", "no throttling"], ["slow", `CPU ${o.cpu}x slower`]]) {
    for (const kind of ["setYear", "selectForce"]) {
      add(`${kind}, ${words} (ms; medians of rounds)`, [
        ["median", "median"], ["p95", "p95"], ["first", "first call"], ["main", "main thread an update"],
        ["sync", "in the call"], ["layout", "style and layout"], ["all", "all processes, CPU"],
      ], rows(run.interact, (i) => {
        const of = (f) => stat(i[mode].map((r) => f(r[kind])));
        return {
          median: of((k) => median(k.ms)), p95: of((k) => quantile(k.ms, 0.95)), first: of((k) => k.ms[0]),
          main: of((k) => k.cost.main), sync: of((k) => median(k.sync)), layout: of((k) => k.cost.layout), all: of((k) => k.cost.all),
        };
      }));
    }
    add(`Real input, ${words} (ms to the end of the frame)`, [
      ["key", "key on the year, median"], ["key95", "p95"], ["click", "click on an area, median"], ["click95", "p95"],
      ["n", "keys, clicks", PLAIN],
    ], rows(run.interact, (i) => {
      const of = (kind, f) => stat(i[mode].map((r) => (r[kind].ms.length ? f(r[kind].ms) : null)));
      const count = (kind) => i[mode].reduce((n, r) => n + r[kind].ms.length, 0);
      return {
        key: of("keys", median), key95: of("keys", (v) => quantile(v, 0.95)),
        click: of("clicks", median), click95: of("clicks", (v) => quantile(v, 0.95)), n: `${count("keys")}, ${count("clicks")}`,
      };
    }));
  }
  const idle = rows(run.interact, (i) => {
    const rests = i.none.map((r) => r.idle).filter(Boolean);
    return { load: stat(rests.map((r) => r[0])), update: stat(rests.map((r) => r[1])) };
  });
  if (idle.length) idle.unshift({ name: "an empty page", cells: { load: stat(run.rest), update: stat(run.rest) } });
  add("Work at rest (main thread, ms in 2 s)", [["load", "after the load", PLAIN], ["update", "after the updates", PLAIN]], idle);
  out.push(machineWords(run));
  return out.join("\n");
}

/** How often a click was answered in which way: "card 2, row 1". */
function ways(clicks) {
  const count = new Map();
  for (const { how } of clicks) count.set(how, (count.get(how) ?? 0) + 1);
  return [...count].map(([how, n]) => `${how} ${n}`).join(", ");
}

function machineWords(run) {
  const { machine: m, spins } = run, loop = (s) => (s ? `${digits(s.median)} ms (${digits(s.min)} to ${digits(s.max)})` : "not measured");
  const nothing = (mode) => {
    const all = Object.values(run.interact).flatMap((i) => i[mode].map((r) => median(r.nothing.ms)));
    return all.length ? `${digits(median(all))} ms` : "not measured";
  };
  return [
    `An update that only recolours a dot, measured the same way: ${nothing("none")} to the end of the frame, ${nothing("slow")} throttled.`,
    `A fixed arithmetic loop: ${loop(spins.none)}, throttled ${loop(spins.slow)}.`,
    `Machine: ${m.cpu}, ${m.cores} cores, Chromium ${run.browser}; ${m.seconds} s, load average ${m.load.join(" to ")}, ` +
    `CPU busy ${m.busy} %, steal ${m.steal} %.`,
  ].join("\n") + "\n";
}
