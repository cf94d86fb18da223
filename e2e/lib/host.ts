// Servers for pages that embed ours, and for the site with the headers of a real host. Each has its own
// port, so that an embed has another origin than the page round it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HASHED = /-[0-9a-f]{16}(_bg)?\.(css|js|wasm)$/;
const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
};

export interface Server {
  /** With a slash at the end. */
  address: string;
  /** Requested paths, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** `pause`: the body is sent up to this text, and the rest after a delay. */
type Answer = { status?: number; headers?: Record<string, string>; body: string | Buffer; pause?: string };

async function serve(answer: (path: string) => Promise<Answer>): Promise<Server> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    asked.push(path);
    const { status = 200, headers = {}, body, pause } = await answer(path);
    response.writeHead(status, headers);
    const at = pause ? body.indexOf(pause) : -1;
    if (at > 0) {
      response.write(body.slice(0, at));
      await new Promise((done) => setTimeout(done, 400));
    }
    response.end(body.slice(Math.max(at, 0)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}/`, asked, close };
}

/** A site with one page that embeds ours. */
export function hold(html: string): Promise<Server> {
  return serve(async (path) =>
    path === "/"
      ? { headers: { "content-type": TYPES["html"] ?? "" }, body: `<!doctype html><meta charset="utf-8"><title>Host</title>${html}` }
      : { status: 204, body: "" }, // an icon, for one
  );
}

/**
 * Our site with the headers of hosting/nginx.conf; without the one that lets sandboxed frames in, if `cors` is false.
 * Its pages arrive in two pieces, if `pause` says where.
 */
export async function publish({ cors = true, pause }: { cors?: boolean; pause?: string } = {}): Promise<Server> {
  const rules = await readFile(`${ROOT}hosting/nginx.conf`, "utf8");
  const fixed = [...rules.matchAll(/^add_header ([\w-]+) "([^"]+)";$/gm)].map(([, name = "", value = ""]) => [name, value]);
  return serve(async (path) => {
    const headers: Record<string, string> = Object.fromEntries(fixed);
    if (!cors) delete headers["Access-Control-Allow-Origin"];
    headers["content-type"] = TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain";
    headers["cache-control"] = HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    try {
      return { headers, ...(pause && { pause }), body: await readFile(`${ROOT}dist${path.replaceAll("..", "")}`) };
    } catch {
      return { status: 404, body: "not found" };
    }
  });
}

/** What our snippets write; `marks` are attributes of the frame. */
export const frame = (address: string, marks = 'height="500"') =>
  `<iframe src="${address}" title="Figures" width="100%" ${marks} style="border:0;width:100%"></iframe>`;
