// The program inside the page: one file, which opens from a disk as well.
import start from "./GLUE.js";

// The page as it was written, so that it can write itself again with another view.
const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
globalThis.cyberflagPage = () => page;

// Two characters of 91 hold 13 bits (xtask/src/pack.rs).
const place = (text, at) => {
  const code = text.charCodeAt(at);
  return code - (code > 0x3c ? 0x24 : 0x23);
};
const unpack = (id) => {
  const text = document.getElementById(id).textContent;
  const packed = new Uint8Array(Math.floor((text.length * 13) / 16));
  for (let at = 0, to = 0, bits = 0, held = 0; at + 1 < text.length; at += 2) {
    held = (held << 13) | (place(text, at) * 91 + place(text, at + 1));
    for (bits += 13; bits >= 8 && to < packed.length; held &= (1 << bits) - 1) {
      bits -= 8;
      packed[to++] = held >> bits;
    }
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream);
};

async function load() {
  if (typeof DecompressionStream !== "function") throw new SyntaxError("no DecompressionStream");
  document.getElementById("fold-sources").innerHTML = await unpack("packed-sources").text();
  await start({ module_or_path: await unpack("packed-module").arrayBuffer() });
}
