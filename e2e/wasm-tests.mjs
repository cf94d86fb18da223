// Runs a module of tests in a browser: wasm-bindgen's test runner serves a page with them, Chromium opens
// it, and what it says is printed. Cargo calls this as the runner of the WebAssembly target.
// Usage: CHROMIUM=/path TEST_SERVER=/path/to/wasm-bindgen-test-runner node wasm-tests.mjs MODULE.wasm
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

const [, , module] = process.argv;
const { CHROMIUM, TEST_SERVER } = process.env;
if (!module || !TEST_SERVER) {
  console.error("usage: TEST_SERVER=wasm-bindgen-test-runner node wasm-tests.mjs MODULE.wasm");
  process.exit(2);
}
const LIMIT = 120_000;

// Port 0: the system chooses a free one.
const env = { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" };
const server = spawn(TEST_SERVER, [module], { env, stdio: ["ignore", "pipe", "inherit"] });
const stopped = once(server, "exit").then(([code]) => {
  throw new Error(`the test runner ended with ${code} before the tests did`);
});
const address = new Promise((resolve) => {
  createInterface({ input: server.stdout }).on("line", (line) => {
    const [found] = line.match(/http:\/\/\S+/) ?? [];
    if (found) resolve(found);
  });
});
const browser = await chromium.launch({
  executablePath: CHROMIUM || undefined,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let code = 1;
try {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(await Promise.race([address, stopped]));
  const output = page.locator("#output");
  const done = () =>
    page.waitForFunction(
      () => /^test result: \S+/m.test(document.getElementById("output")?.textContent ?? ""),
      undefined,
      { timeout: LIMIT },
    );
  const finished = await done().then(() => true, () => false);
  const text = (await output.textContent()) ?? "";
  console.log(text);
  if (!finished) console.error(`No result line within ${LIMIT / 1000} s.`);
  if (/^test result: ok/m.test(text)) code = 0;
  else console.error(problems.join("\n"));
} catch (error) {
  console.error(error.message);
} finally {
  stopped.catch(() => {}); // ended by us now
  server.kill();
  await browser.close();
}
process.exit(code);
