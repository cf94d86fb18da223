// A run of ../own.mjs as markdown: a table for each size, ratios to the fastest library page, and the goals.
import { median, stat } from "../lib/stats.mjs";
import { OWN } from "./pages.mjs";

/** How much faster than the fastest library, and the longest task, ms: what the project's page is held to. */
const FASTER = 2, LONGEST = 50;
const MB = 1e-6;

export function report(run) {
  const out = [];
  for (const { rows, bytes } of run.tables) {
    const of = (name, key) => stat((run.runs[name][rows] ?? []).map((s) => s[key] ?? NaN));
    const peers = run.pages.filter((name) => name !== OWN && of(name, "ms"));
    const best = peers.sort((a, b) => of(a, "ms").median - of(b, "ms").median)[0];
    const lines = [
      ["page", "file to map ms", "to the fastest library", "longest task ms", "blocking time ms", "peak memory MB", "grown by MB", "wasm memory MB", "samples"],
      ["---", ...Array(8).fill("---:")],
      ...run.pages.map((name) => {
        const ms = of(name, "ms"), failed = run.runs[name][rows].filter((s) => s.failed).length;
        const words = (key, scale = 1) => shown(of(name, key), scale);
        return [
          name, words("ms"), ms && best ? `×${(ms.median / of(best, "ms").median).toFixed(2)}` : "none",
          of(name, "longest")?.max === 0 ? "none over 50" : words("longest"), words("blocked"),
          words("peak", MB), words("grown", MB), of(name, "wasm")?.max ? words("wasm", MB) : "none", `${ms?.n ?? 0}${failed ? `, ${failed} failed` : ""}`,
        ];
      }),
    ];
    out.push(`### ${rows} rows, ${(bytes * MB).toFixed(1)} MB (medians, least and most in brackets)\n`, table(lines));
  }
  out.push("### Goals\n", goals(run), machineWords(run));
  return out.join("\n");
}

function goals(run) {
  const lines = [["goal", "bound", "measured", ""], ["---", "---:", "---:", "---"]];
  for (const { rows } of run.tables) {
    const mid = (name) => median((run.runs[name]?.[rows] ?? []).map((s) => s.ms).filter(Number.isFinite));
    const own = mid(OWN), [best, name] = run.pages.filter((p) => p !== OWN).map((p) => [mid(p), p]).filter(([ms]) => ms != null).sort((a, b) => a[0] - b[0])[0] ?? [];
    const ratio = own != null && best ? best / own : null;
    lines.push([
      `${rows} rows, faster than the fastest library`, `${FASTER} times`,
      ratio == null ? "none" : `${ratio.toFixed(2)} times (${own.toFixed(0)} to ${best.toFixed(0)} ms, ${name})`, verdict(ratio == null ? null : ratio >= FASTER),
    ]);
    const longest = (run.runs[OWN]?.[rows] ?? []).map((s) => s.longest).filter(Number.isFinite);
    const most = longest.length ? Math.max(...longest) : null;
    lines.push([
      `${rows} rows, longest task in any sample`, `${LONGEST} ms`,
      most == null ? "none" : most === 0 ? `none over ${LONGEST} ms` : `${most.toFixed(0)} ms`, verdict(most == null ? null : most <= LONGEST),
    ]);
  }
  return table(lines);
}

const verdict = (met) => (met == null ? "not measured" : met ? "met" : "MISSED");
const table = (lines) => lines.map((line) => `| ${line.join(" | ")} |`).join("\n") + "\n";

function shown(s, scale) {
  if (!s) return "none";
  const [m, min, max] = [s.median, s.min, s.max].map((x) => (x * scale).toFixed(0));
  return min === max ? m : `${m} (${min} to ${max})`;
}

function machineWords({ machine: m, browser }) {
  return `Machine: ${m.cpu}, ${m.cores} cores, Chromium ${browser}; ${m.seconds} s, load average ${m.load.join(" to ")}, CPU busy ${m.busy} %, steal ${m.steal} %.\n`;
}
