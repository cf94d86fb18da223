// Loads the program inside the page: the one file, which also opens from a disk.
import { decompress } from "fzstd"; // browsers unpack gzip alone, which is a tenth longer

// The page as it was written, from which one with another view can be saved.
const page = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.cyberflagPage = () => page;

async function load() {
  let bytes;
  try {
    bytes = decompress(bytesOf(byId("module").textContent));
  } catch {
    throw new SyntaxError("the packed program is damaged");
  }
  await cyberflagGlue.default({ module_or_path: bytes });
}
