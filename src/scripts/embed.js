// For a page that holds figures of this site: each frame marked `data-cyberflag` becomes as high as its
// content, and each <cyberflag-figure> becomes such a frame. One listener for all of them, however often
// this script stands in the page.
(() => {
  const key = Symbol.for("cyberflag:frames");
  const home = document.currentScript?.src;
  const frames = () => document.querySelectorAll("iframe[data-cyberflag]");
  const begin = () => {
    for (const frame of frames()) {
      if (!frame.hasAttribute("loading")) frame.loading = "lazy";
      frame.contentWindow?.postMessage({ type: "cyberflag:ask" }, "*");
    }
  };
  if (!window[key]) {
    window[key] = begin;
    addEventListener("message", ({ data, source }) => {
      if (!source || typeof data !== "object" || data?.type !== "cyberflag:height") return;
      const { height } = data;
      const known = Object.keys(data).every((name) => ["type", "height", "id"].includes(name));
      if (!known || !Number.isFinite(height) || height < 50 || height > 20000) return;
      for (const frame of frames()) {
        if (frame.contentWindow !== source) continue;
        frame.style.setProperty("height", `${height}px`, "important");
        frame.closest("cyberflag-figure")?.arrived?.();
      }
    });
  }

  // The address of a frame: its page, then options and view by the names of the attributes.
  const address = (element) => {
    const of = (name) => element.getAttribute(name)?.trim() ?? "";
    const figure = of("figure") || "map";
    const measure = of("measure") || "online";
    const area = of("area");
    const page = figure !== "force" ? `${figure}-${measure}` : area ? `force-${area}` : `map-${measure}`;
    const list = (names) => names.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    const options = list([["controls", of("controls")], ["theme", of("theme")], ["title", of("heading")], ["lock", of("lock")]]);
    const view = list([["measure", measure], ["year", of("year")], ["unit", of("unit")], ["area", area]]);
    const to = new URL(`embed/${encodeURIComponent(page)}.html`, home);
    [to.search, to.hash] = [options, view];
    return to.href;
  };
  if (home && !customElements.get("cyberflag-figure")) {
    customElements.define("cyberflag-figure", class extends HTMLElement {
      static get observedAttributes() {
        return ["figure", "measure", "year", "unit", "area", "controls", "theme", "heading", "lock", "label"];
      }
      connectedCallback() {
        if (this.frame) return;
        const frame = this.frame = document.createElement("iframe");
        frame.dataset.cyberflag = "";
        frame.loading = "lazy";
        frame.style.cssText = "border:0;width:100%;height:720px";
        // Over a picture it is out of sight until the figure says that it is there.
        if (this.childElementCount) frame.style.cssText += ";position:absolute;inset:0 auto auto 0;visibility:hidden";
        this.style.cssText += ";display:block;position:relative;overflow:hidden";
        this.show();
        this.append(frame);
      }
      // Takes away the picture.
      arrived() {
        for (const child of [...this.childNodes]) if (child !== this.frame) child.remove();
        this.frame.style.position = this.frame.style.visibility = "";
      }
      attributeChangedCallback() {
        if (this.frame) this.show();
      }
      show() {
        this.frame.title = this.getAttribute("label") ?? "Offences recorded by police, from Cyberflag";
        const to = address(this);
        if (this.frame.src !== to) this.frame.src = to;
      }
    });
  }

  window[key]();
  // Frames that stand below this script.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
})();
