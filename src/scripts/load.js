// The program beside the page, on a web host: asked for at once, started when the page is there.
async function load(parsed) {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const module = fetch(new URL("./MODULE.wasm", import.meta.url));
  const glue = import("./GLUE.js");
  for (const part of [module, glue]) part.catch(() => {}); // told by what waits for it
  await parsed;
  await (await glue).default({ module_or_path: module });
}
