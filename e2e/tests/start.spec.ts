// When the interactive part cannot start, the page says so in one sentence and offers a reload.
import { expect, test } from "../lib/test.ts";

const SENTENCE = "the figures shown on the page still stand";

test("the module does not arrive", async ({ flag, page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await flag.open();
  await flag.waitFailed();
  await expect(flag.loadNote).toBeVisible();
  await expect(flag.loadNote).toContainText(SENTENCE);
  await page.unroute("**/*.wasm");
  await flag.loadNote.getByRole("button", { name: "Reload the page" }).click();
  await flag.waitReady();
});

test("the glue script does not arrive", async ({ flag, page }) => {
  await page.route(/\/cyberflag-[^/]*\.js$/, (route) => route.abort());
  await flag.open();
  await flag.waitFailed();
  await expect(flag.loadNote).toContainText(SENTENCE);
});

test("the browser has no WebAssembly", async ({ flag, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await flag.open();
  await flag.waitFailed();
  await expect(flag.loadNote).toContainText(SENTENCE);
});
