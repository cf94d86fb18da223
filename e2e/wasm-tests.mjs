// Opens the page of wasm-bindgen-test-runner, waits for its result line and prints everything.
// Usage: CHROMIUM=/path node wasm-tests.mjs http://127.0.0.1:PORT
import { chromium } from "@playwright/test";

const address = process.argv[2];
if (!address) {
  console.error("usage: node wasm-tests.mjs ADDRESS");
  process.exit(2);
}
const LIMIT = 120_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
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
  await page.goto(address);
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
} finally {
  await browser.close();
}
process.exit(code);
