// Loads the program inside the page: the one file, which also opens from a disk.

// The page as it was written, from which one with another view can be saved.
const page = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.cyberflagPage = () => page;

async function load() {
  if (typeof DecompressionStream !== "function") {
    throw Object.assign(new Error("no DecompressionStream"), { why: "This browser is too old to unpack it." });
  }
  const bytes = await unpack(byId("module").textContent).catch(() => {
    throw new SyntaxError("the packed program is damaged");
  });
  await cyberflagGlue.default({ module_or_path: bytes });
}
