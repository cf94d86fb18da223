// The program beside the page, on a web host.
async function load() {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const module = fetch(new URL("./MODULE.wasm", import.meta.url));
  module.catch(() => {}); // told by what waits for it
  const glue = await import("./GLUE.js");
  await glue.default({ module_or_path: module });
}
