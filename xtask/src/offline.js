// The program inside the page: one file, which opens from a disk as well.
import { unpack } from "./unpack.mjs";

// The page as it was written, so that it can write itself again with another view.
const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
globalThis.cyberflagPage = () => page;

// A text of an element that the page's policy knows by its hash: no other would be taken or run.
const add = (name, textContent, more) => document.head.append(Object.assign(document.createElement(name), { textContent, ...more }));

async function load() {
  const [module, ...texts] = unpack(byId("packed").textContent);
  const [glue, share, sheet, ...folds] = texts.map((bytes) => new TextDecoder().decode(bytes));
  add("style", share);
  add("style", sheet, { id: "sheet-style", media: "not all" });
  for (const [at, name] of ["sources", "forces", "years"].entries()) {
    const fold = byId(`fold-${name}`);
    // A page that was saved has the lists of its own view, in full.
    if (fold.querySelector("[data-packed]")) fold.innerHTML = folds[at];
  }
  // A reader's own list stays; the program takes the words of the published sources from here.
  if (byId("own-figures")) {
    document.body.append(Object.assign(document.createElement("div"), { id: "base-sources", hidden: true, innerHTML: folds[0] }));
  }
  add("script", glue);
  await cyberflagGlue.default({ module_or_path: module });
}
