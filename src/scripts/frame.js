// Of a page in a frame: what the embedder asked for, the words that follow the reader's choice, the
// height that it needs, and the start of the program once it comes into view. A classic script: it
// runs where modules are refused, and then the still figure stands.
(() => {
  const root = document.documentElement;
  const here = document.currentScript.src;
  const asked = new URLSearchParams(location.search);
  const CONTROLS = ["measure", "year", "unit", "force"];

  // A view as the address has it: names and values.
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
  // A few controls stand open where there is room; else they are folded away.
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

  // A locked force is not chosen, let go or changed by any click or key.
  const refuse = (event) => {
    if (!locked || !event.target.closest) return;
    const chooses = event.type === "click" || event.key === "Enter" || event.key === " ";
    if (event.key === "Escape" || (chooses && event.target.closest("[data-force]"))) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  addEventListener("click", refuse, true);
  addEventListener("keydown", refuse, true);

  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const href = link?.getAttribute("href") ?? "";
      if (href.startsWith("http")) link.target = "_blank";
      // A force on the still map: answered from its own name, and told to the program.
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
    // Where the program does not run, the start script says here why nothing can be chosen.
    if (controls.length > 0) {
      const note = { id: "load-note", className: "notice", hidden: true };
      main.querySelector(".sheet-controls").after(Object.assign(document.createElement("p"), note));
    }
    // The program puts its page after the still one, which then goes.
    const sheet = () => main.lastElementChild;
    const find = (selector) => sheet().querySelector(selector);
    if (open) find(".sheet-controls").open = true;
    find("[data-full]").hash = write(now());

    // Words that follow the choice, each copied from where the program or the reader has put it.
    const nowhere = find("[data-from=area]")?.textContent;
    const text = (element) => element?.firstChild?.textContent;
    const chosen = (name) => find(`[name=${name}]:checked + span`);
    const listed = (id) => find(`#${id}`)?.selectedOptions[0];
    const WORDS = {
      measure: () => text(chosen("measure")),
      publisher: () => chosen("measure")?.lastElementChild.textContent,
      unit: () => text(chosen("unit")),
      year: () => listed("year")?.text,
      area: () => (listed("force")?.value ? listed("force").text : nowhere),
      coverage: () => text(find("#key-figures .key-figure:last-child .value")),
    };
    const follow = () => {
      for (const place of sheet().querySelectorAll("[data-from]")) {
        const words = WORDS[place.dataset.from]?.();
        if (words && place.textContent !== words) place.textContent = words;
      }
      const view = now();
      for (const [name, value] of [
        ["measure", find("[name=measure]:checked")?.value],
        ["year", listed("year")?.value],
        ["unit", find("[name=unit]:checked")?.value],
        ["area", listed("force")?.value],
      ]) {
        if (value) view.set(name, value);
        else if (name === "area" && root.dataset.app === "ready") view.delete(name);
      }
      find("[data-full]").hash = write(view);
    };

    // The height that the page would take if it were given all it wants.
    const natural = () => {
      root.dataset.tall = "";
      const { height } = main.getBoundingClientRect();
      delete root.dataset.tall;
      return Math.ceil(height);
    };
    const id = /^[\w-]{1,64}$/.exec(asked.get("id") ?? "")?.[0];
    const pym = /^[\w-]{1,64}$/.exec(asked.get("childId") ?? "")?.[0];
    let told = 0;
    const tell = (again) => {
      if (parent === window || main.children.length !== 1) return;
      const height = natural();
      if (height === told && !again) return;
      told = height;
      // To whoever holds the frame: a height is no secret.
      const send = (message) => parent.postMessage(message, "*");
      send({ type: "cyberflag:height", height, ...(id && { id }) });
      send({ sentinel: "amp", type: "embed-size", height });
      if (pym) send(["pym", pym, "height", height].join("xPYMx"));
    };
    const size = new ResizeObserver(() => tell(false));
    const watch = () => {
      size.disconnect();
      for (const part of sheet().children) size.observe(part);
      for (const part of find(".sheet-figure").children) size.observe(part);
    };
    watch();

    // The one message that is understood, and only from the page that holds the frame.
    addEventListener("message", ({ data, source }) => {
      if (source !== parent || typeof data !== "object" || data === null) return;
      if (Object.keys(data).join() === "type" && data.type === "cyberflag:ask") tell(true);
    });

    let last = sheet();
    new MutationObserver(() => {
      if (sheet() !== last) {
        last = sheet();
        if (open) find(".sheet-controls").open = true;
        watch();
      }
      follow();
      if (main.children.length === 1) tell(false);
    }).observe(main, { childList: true, subtree: true, characterData: true });

    // Nothing is downloaded for a frame that nobody comes near.
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
