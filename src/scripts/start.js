// Starts the program beside the figures that stand in the page already. It takes their place once
// it shows something, and they come back if it stops.
const root = document.documentElement;
const main = document.getElementById("app");
const stills = new Map(); // the stretches of <main> before the program runs, by their names
const byId = (id) => document.getElementById(id);

// A link to a part of the page moves the focus there and leaves the address alone, which holds the view.
document.addEventListener("click", (event) => {
  const name = event.target.closest("a[href^='#']")?.getAttribute("href").slice(1);
  const part = name && byId(name);
  if (event.defaultPrevented || !part || name.startsWith("row-")) return;
  event.preventDefault();
  if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
  part.scrollIntoView();
  part.focus({ preventScroll: true });
});

// The number of a force on the still map, read from its own name.
const tell = (code) => {
  const name = byId(`area-${code}`)?.getAttribute("aria-label");
  if (name) byId("map-readout").textContent = name;
};

// A press on the still map is answered before the program is here, and the program will know.
main.addEventListener("click", (event) => {
  const code = event.target.closest(".still a[href^='#row-']")?.getAttribute("href").slice(5);
  if (!code) return;
  event.preventDefault();
  try {
    history.replaceState(null, "", `#area=${code}`);
  } catch {
    // A frame without an address of its own.
  }
  tell(code);
});

// The way to the full edition takes the view along.
main.addEventListener("click", ({ target }) => {
  const link = target.closest("[data-view]");
  if (link) link.hash = location.hash;
});

// Asked in a frame, which lays the page out anyway; later only heard.
let goneDown = false;
const look = () => (goneDown = scrollY > 0);
requestAnimationFrame(look);
addEventListener("scroll", look, { passive: true });

// What the program does not hold: it moves from one content to the other.
const KEPT = ["not-said", "kinds", "events", "publishers", "fold-sources", "ways"];

// Puts one content of a stretch in place of the other and keeps the reader's place: what has the
// focus, what is open, and the part that reaches the top of the window.
const swap = (from, to) => {
  const twin = (element) =>
    element?.id
      ? to.querySelector(`#${element.id}`)
      : element?.matches("[data-fold] > summary") &&
        to.querySelector(`[data-fold="${element.parentElement.dataset.fold}"] > summary`);
  const box = (element) => element.getBoundingClientRect();
  const active = document.activeElement;
  const focus = from.contains(active) && twin(active);
  // What was pressed stays under the finger, else what reaches the top of the window.
  const anchor = () => {
    const pressed = active !== main && (focus || (main.contains(active) && !from.contains(active)));
    if (pressed && box(active).top < innerHeight && box(active).bottom > 0) return active;
    const stays = (e) => !to.contains(e) && (!from.contains(e) || twin(e));
    return [...main.querySelectorAll("[id]")].filter((e) => e.offsetParent && box(e).top <= 0 && stays(e)).at(-1);
  };
  const here = goneDown && anchor();
  const at = here && box(here).top;
  if (goneDown) root.dataset.whole = ""; // every part as high as it is
  for (const kept of KEPT) {
    const [there, here] = [from, to].map((content) => content.querySelector(`#${kept}`));
    if (there && here && !here.firstElementChild) here.replaceChildren(...there.childNodes);
  }
  from.replaceWith(to);
  if (here) scrollBy(0, box(from.contains(here) ? twin(here) : here).top - at);
  if (focus) focus.focus({ preventScroll: true });
};

const why = (error) => {
  if (error?.why) return error.why;
  if (typeof WebAssembly !== "object") {
    return "It needs WebAssembly, which is switched off or missing in this browser. Lockdown Mode on an iPhone, iPad or Mac switches it off; the settings of the browser can allow it for this site. A browser from before 2018 has none; use a newer one.";
  }
  if (error instanceof WebAssembly.CompileError || error instanceof SyntaxError) {
    return /unsafe-eval|content security|csp/i.test(error.message)
      ? "A rule of this site or of your browser forbids WebAssembly, which it needs."
      : "It did not arrive whole, or this browser is too old for it.";
  }
  return error instanceof TypeError ? "It could not be downloaded." : "It stopped because of a fault in it.";
};

const fail = (error) => {
  if (root.dataset.app === "failed") return;
  root.dataset.app = "failed";
  console.error("Cyberflag: the interactive part is not running.", error);
  for (const [name, still] of stills) {
    const live = main.querySelector(`[data-stretch="${name}"]:not(.still)`);
    if (still.isConnected) live?.remove();
    else swap(live, still);
  }
  tell(/area=(\w+)/.exec(location.hash)?.[1]);
  const note = byId("load-note");
  if (!note) return; // in a frame without controls: its still figure is all that was asked for
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Reload the page";
  again.addEventListener("click", () => location.reload());
  note.textContent = `The interactive part of this page is not running. ${why(error)} The figures shown are those of the opening view, and they still stand. `;
  note.append(again);
  note.hidden = false;
};

// A trap is never caught inside the program: after one, nothing that it shows can be trusted.
const trapped = (error) => error instanceof globalThis.WebAssembly?.RuntimeError && fail(error);
addEventListener("error", (event) => trapped(event.error));
addEventListener("unhandledrejection", (event) => trapped(event.reason));

// Before the next paint, so that nobody sees both.
const change = (still, live) =>
  requestAnimationFrame(() => {
    if (root.dataset.app === "failed") return;
    swap(still, live);
    if (main.querySelector(".still")) return;
    root.dataset.app = "ready";
    document.querySelector(".theme[inert]")?.removeAttribute("inert");
  });

const begin = () => {
  for (const still of main.querySelectorAll(".still")) stills.set(still.dataset.stretch, still);
  new MutationObserver(watch).observe(main, { childList: true });
};

const watch = (records) => {
  for (const live of records.flatMap(({ addedNodes }) => [...addedNodes])) {
    const still = stills.get(live.dataset?.stretch);
    if (!still?.isConnected || live === still) continue;
    for (const { dataset } of still.querySelectorAll("[data-fold][open]")) {
      const fold = live.querySelector(`[data-fold="${dataset.fold}"]`);
      fold.open = true;
      // Told at once, so that it is full before the change.
      fold.dispatchEvent(new Event("toggle"));
    }
    change(still, live);
  }
};

// The script runs as soon as the map is there; the rest of the page may still be on its way, and the
// program starts once it is there.
const parsed = new Promise((done) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", done);
  else done();
}).then(begin);
// What comes after this script says where the program is: load.js, or offline.js in the one file.
load(parsed).catch((error) => parsed.then(() => fail(error)));
