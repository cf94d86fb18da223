// The program inside the page: one file, which opens from a disk as well.
import start from "./GLUE.js";
import { unpack } from "./unpack.mjs";

// The page as it was written, so that it can write itself again with another view.
const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
globalThis.cyberflagPage = () => page;

async function load() {
  const [module, sources] = unpack(document.getElementById("packed").textContent);
  document.getElementById("fold-sources").innerHTML = new TextDecoder().decode(sources);
  await start({ module_or_path: module });
}
