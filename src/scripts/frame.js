// The script of an embed: applies the embedder's options, reports the height, and starts the program once
// the embed is in view. A classic script, so
// that it runs where modules are refused; the prerendered figure then remains.
(() => {
  const root = document.documentElement;
  const here = document.currentScript.src;
  const asked = new URLSearchParams(location.search);
  const CONTROLS = ["measure", "year", "unit", "force"];

  // A view in the form of the address: names and values.
  const read = (text) =>
    new Map(
      text
        .split("&")
        .map((part) => part.split(/=(.*)/s))
        .filter(([, value]) => value),
    );
  const write = (view) => [...view].map(([name, value]) => `${name}=${value}`).join("&");
  const now = () => read(location.hash.slice(1));

  // What the embedder asked for. Anything else in the address is ignored.
  const theme = asked.get("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  if (asked.get("title") === "off") root.dataset.title = "off";
  const given = (asked.get("controls") ?? "").split(",");
  const controls = CONTROLS.filter((name) => given.includes(name));
  root.dataset.controls = controls.join(" ");
  // A few controls are open if there is room; else they are folded.
  const few = controls.every((name) => name === "year" || name === "unit");
  const open = controls.length > 0 && few && matchMedia("(min-height: 30rem)").matches;
  if (open) root.dataset.open = "";

  // The page has a view of its own, to which the address may add.
  const own = read(root.dataset.view);
  const view = now();
  const card = own.has("area");
  if (!view.has("measure")) own.forEach((value, name) => view.has(name) || view.set(name, value));
  if (card) view.set("area", own.get("area"));
  const locked = card || (asked.get("lock") === "area" && view.has("area"));
  if (write(view) !== write(now())) location.replace(`#${write(view)}`);

  // The program then chooses no other force, nor none.
  if (locked) root.dataset.locked = "";

  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const href = link?.getAttribute("href") ?? "";
      if (href.startsWith("http")) link.target = "_blank";
      // On the prerendered map: show the number, and let the program start with this force.
      const code = /^#row-(\w+)$/.exec(href)?.[1];
      if (!code) return;
      event.preventDefault();
      event.stopPropagation();
      if (!locked) location.replace(`#${write(now().set("area", code))}`);
      document.getElementById("map-readout").textContent = link.getAttribute("aria-label");
    },
    true,
  );

  document.addEventListener("DOMContentLoaded", () => {
    const main = document.getElementById("app");
    // The start script says here if the program cannot run.
    if (controls.length > 0) {
      const note = { id: "load-note", className: "notice", hidden: true };
      main.querySelector(".sheet-controls").after(Object.assign(document.createElement("p"), note));
    }
    // The program appends its page to the prerendered one, which is then removed.
    const sheet = () => main.lastElementChild;
    const find = (selector) => sheet().querySelector(selector);
    if (open) find(".sheet-controls").open = true;
    find("[data-full]").hash = write(now());

    // The height without the limits of the frame.
    const natural = () => {
      root.dataset.tall = "";
      const { height } = main.getBoundingClientRect();
      delete root.dataset.tall;
      return Math.ceil(height);
    };
    const id = /^[\w-]{1,64}$/.exec(asked.get("id") ?? "")?.[0];
    const pym = /^[\w-]{1,64}$/.exec(asked.get("childId") ?? "")?.[0];
    let reported = 0;
    const report = (always) => {
      if (parent === window || main.children.length !== 1) return;
      const height = natural();
      if (height === reported && !always) return;
      reported = height;
      // To any embedder: a height is not secret.
      const send = (message) => parent.postMessage(message, "*");
      send({ type: "cyberflag:height", height, ...(id && { id }) });
      send({ sentinel: "amp", type: "embed-size", height });
      if (pym) send(["pym", pym, "height", height].join("xPYMx"));
    };
    const size = new ResizeObserver(() => report(false));
    const watch = () => {
      size.disconnect();
      for (const part of sheet().children) size.observe(part);
      for (const part of find(".sheet-figure").children) size.observe(part);
    };
    watch();

    // The only message that is answered, and only from the embedding page.
    addEventListener("message", ({ data, source }) => {
      if (source !== parent || typeof data !== "object" || data === null) return;
      if (Object.keys(data).join() === "type" && data.type === "cyberflag:ask") report(true);
    });

    let last = sheet();
    new MutationObserver(() => {
      if (sheet() !== last) {
        last = sheet();
        if (open) find(".sheet-controls").open = true;
        watch();
      }
      if (main.children.length === 1) report(false);
    }).observe(main, { childList: true, subtree: true, characterData: true });

    // The program is not downloaded before the reader comes near.
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        import(new URL("./START.js", here)).catch(() => {
          root.dataset.app = "failed";
        });
      },
      { rootMargin: "50%" },
    );
    near.observe(main);
  });
})();
