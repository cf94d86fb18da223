// For a page that holds frames of this site: each frame marked `data-cyberflag` becomes as high as
// its content. One listener for all of them, however often this script stands in the page.
(() => {
  const key = Symbol.for("cyberflag:frames");
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
        if (frame.contentWindow === source) frame.style.setProperty("height", `${height}px`, "important");
      }
    });
  }
  window[key]();
  // Frames that stand below this script.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin, { once: true });
})();
