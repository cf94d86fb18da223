// The program inside the page: one file, which opens from a disk as well.
import start from "./GLUE.js";

// The page as it was written, so that it can write itself again with another view.
const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
globalThis.cyberflagPage = () => page;

async function load() {
  if (typeof DecompressionStream !== "function") throw new SyntaxError("no DecompressionStream");
  const text = atob(document.getElementById("module").textContent);
  const packed = Uint8Array.from(text, (byte) => byte.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await start({ module_or_path: await new Response(stream).arrayBuffer() });
}
