// A static server on 127.0.0.1 with bodies compressed beforehand, one origin for each folder served.
import { createServer } from "node:http";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../out/cache/", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".geojson": "application/geo+json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".png": "image/png", ".webmanifest": "application/manifest+json",
};
// Finer timers, and the memory of wasm, need an isolated page.
const HEADERS = {
  "cache-control": "max-age=3600",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

function brotli(raw) {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window, BROTLI_PARAM_SIZE_HINT: hint } = constants;
  return brotliCompressSync(raw, { params: { [quality]: 11, [window]: 22, [hint]: raw.length } });
}
/** Compressing hardest takes seconds, so results are kept by content. */
function packed(raw) {
  mkdirSync(CACHE, { recursive: true });
  const name = createHash("sha256").update(raw).digest("hex").slice(0, 32);
  const kept = (kind, make) => {
    const path = `${CACHE}${name}.${kind}`;
    if (!existsSync(path)) writeFileSync(path, make(raw));
    const body = readFileSync(path);
    return body.length < raw.length ? body : undefined;
  };
  return { br: kept("br", brotli), gzip: kept("gzip", (b) => gzipSync(b, { level: 9 })) };
}

/** Serves a folder: {url, close}. */
export async function serve(dir) {
  const files = new Map();
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name), raw = readFileSync(path);
    const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
    files.set("/" + relative(dir, path).split(sep).join("/"), { raw, type, ...packed(raw) });
  }
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path.endsWith("/")) path += "index.html";
    const file = files.get(path);
    if (!file) {
      response.writeHead(404, { ...HEADERS, "content-length": 0 });
      return response.end();
    }
    const accepts = request.headers["accept-encoding"] ?? "";
    const coding = ["br", "gzip"].find((c) => file[c] && new RegExp(`\\b${c}\\b`).test(accepts));
    const body = coding ? file[coding] : file.raw;
    response.writeHead(200, {
      ...HEADERS, "content-type": file.type, "content-length": body.length, vary: "accept-encoding",
      ...(coding && { "content-encoding": coding }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
