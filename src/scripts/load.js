// Loads the program from beside the page: fetched at once, started when the page has been parsed.
async function load(parsed) {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const module = fetch(new URL("./MODULE.wasm", import.meta.url));
  const glue = import("./GLUE.js");
  for (const part of [module, glue]) part.catch(() => {}); // reported where it is awaited
  await parsed;
  await (await glue).default({ module_or_path: module });
}
