// The panel "Save, share or embed", and the files that it saves.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Download, type FrameLocator, type Page } from "@playwright/test";

/** The one file, opened from disk. */
export const ONE_FILE = pathToFileURL(resolve(import.meta.dirname, "../../dist/cyberflag.html")).href;

/** Waits until the program of a page or a frame runs. */
export const ready = (where: Page | FrameLocator) => where.locator("html[data-app=ready]").waitFor();

/** One way in the panel: what it needs and its result, by its heading. */
export const way = (where: Page | FrameLocator, name: string) =>
  where.locator("#share-panel .sh").filter({ has: where.locator("h3", { hasText: new RegExp(`^${name}$`) }) });

/** Presses a button of the panel; returns the downloads by name. */
export async function files(page: Page, button: string, count = 1): Promise<Map<string, Buffer>> {
  const panel = page.locator("#share-panel");
  if (!(await panel.evaluate((e) => (e as HTMLDetailsElement).open))) await panel.locator("summary").first().click();
  const found: Download[] = [];
  page.on("download", (download) => found.push(download));
  await panel.getByRole("button", { name: button, exact: true }).click();
  while (found.length < count) found.length === 0 ? await page.waitForEvent("download") : await page.waitForTimeout(50);
  page.removeAllListeners("download");
  const all = await Promise.all(found.map(async (d) => [d.suggestedFilename(), readFileSync(await d.path())] as const));
  return new Map(all);
}

/** Width and height of a PNG, from its header. */
export function pngSize(bytes: Buffer): [number, number] {
  if (bytes.subarray(1, 4).toString() !== "PNG") throw new Error("not a PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
