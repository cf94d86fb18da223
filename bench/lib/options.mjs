// Options of the command line, and the pages under test.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Reads --name and --name=value; the defaults say which exist and of which type. */
export function options(defaults) {
  const read = { ...defaults };
  for (const arg of process.argv.slice(2)) {
    const [, name, value] = arg.match(/^--([\w-]+)(?:=(.*))?$/) ?? [];
    if (!(name in defaults)) throw new Error(`no option ${arg}; there are --${Object.keys(defaults).join(", --")}`);
    read[name] = value === undefined ? true : typeof defaults[name] === "number" ? Number(value) : value;
  }
  return read;
}

/** The pages of pages.json; `names` is a list with commas, empty for all. `dist` stands for the project's own folder. */
export function pagesOf(names, { short = false, dist = "" } = {}) {
  const here = new URL("../", import.meta.url);
  const all = JSON.parse(readFileSync(new URL("pages.json", here), "utf8"));
  const wanted = names ? names.split(",") : all.filter((p) => !short || p.short).map((p) => p.name);
  const unknown = wanted.filter((name) => !all.some((p) => p.name === name));
  if (unknown.length) throw new Error(`no page ${unknown.join(", ")}; there are ${all.map((p) => p.name).join(", ")}`);
  return all.filter((p) => wanted.includes(p.name)).map((p) => {
    const path = p.project ? "../dist/" : `out/pages/${p.name}/`;
    const dir = p.project && dist ? `${dist}/` : fileURLToPath(new URL(path, here));
    return { ...p, dir };
  });
}
