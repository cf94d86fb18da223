// The pages that open a table, from pages.json. The project's own is left out where there is no share.html.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const OWN = "cyberflag";

export function pagesOf({ pages, dist }) {
  const all = JSON.parse(readFileSync(new URL("pages.json", import.meta.url), "utf8"));
  const wanted = pages ? pages.split(",") : all.map((p) => p.name);
  const unknown = wanted.filter((name) => !all.some((p) => p.name === name));
  if (unknown.length) throw new Error(`no page ${unknown.join(", ")}; there are ${all.map((p) => p.name).join(", ")}`);
  return all.filter((p) => wanted.includes(p.name)).map((p) => {
    const folder = fileURLToPath(new URL(p.peer ? `../out/pages/own-${p.name}/` : "../../dist/", import.meta.url));
    return { ...p, path: p.path ?? "", dir: p.peer || !dist ? folder : `${dist}/` };
  }).filter((p) => {
    const page = `${p.dir}${p.path.split("#")[0] || "index.html"}`;
    if (!existsSync(page)) console.error(`  ${p.name}: there is no ${page}, so it is left out`);
    return existsSync(page);
  });
}
