// Starts the interactive part. The figures in the page do not wait for it.
const fail = (reason) => {
  console.error("Cyberflag: the interactive part could not start.", reason);
  document.documentElement.dataset.app = "failed";
  const note = document.getElementById("load-note");
  if (!note) return;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Reload the page";
  again.addEventListener("click", () => location.reload());
  note.textContent =
    "The interactive part of this page could not start; the figures shown on the page still stand. ";
  note.append(again);
  note.hidden = false;
};

const start = async () => {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const glue = await import("./GLUE.js");
  // The app itself sets data-app to "ready" once it is on the page.
  await glue.default({ module_or_path: new URL("./MODULE.wasm", import.meta.url) });
};

start().catch(fail);
