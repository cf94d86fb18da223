// Medians, quantiles and the noise of the machine.
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

export function quantile(values, q) {
  if (!values?.length) return null;
  const sorted = [...values].sort((a, b) => a - b), at = (sorted.length - 1) * q, low = Math.floor(at);
  return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
}
export const median = (values) => quantile(values, 0.5);
/** {median, min, max, n} of the finite numbers; null if there is none. */
export function stat(values) {
  const v = values.filter((x) => Number.isFinite(x));
  return v.length ? { median: median(v), min: Math.min(...v), max: Math.max(...v), n: v.length } : null;
}

/** Jiffies so far, where the system tells them. */
function jiffies() {
  try {
    const v = readFileSync("/proc/stat", "utf8").split("\n")[0].trim().split(/\s+/).slice(1).map(Number);
    return { total: v.slice(0, 8).reduce((a, b) => a + b, 0), idle: v[3] + v[4], steal: v[7] };
  } catch {
    return null;
  }
}
/** Call at the start; the function it returns tells how busy the machine was since. */
export function watchMachine() {
  const before = jiffies(), load = loadavg()[0], start = Date.now();
  return () => {
    const after = jiffies(), of = after && before ? after.total - before.total : 0;
    const share = (n) => (of ? +((100 * n) / of).toFixed(1) : null);
    return {
      load: [load, loadavg()[0]].map((l) => +l.toFixed(2)), seconds: Math.round((Date.now() - start) / 1000),
      busy: of ? share(of - (after.idle - before.idle)) : null, steal: of ? share(after.steal - before.steal) : null,
    };
  };
}
