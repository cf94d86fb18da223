// Every kind of page is valid HTML, as it is written and as the program leaves it.
import { readFile } from "node:fs/promises";
import { HtmlValidate } from "html-validate";
import { expect, test } from "../lib/test.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A list may have a name (ARIA in HTML); the legend of the map needs one.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The title says what is counted and where, and is longer than a search engine shows.
    "long-title": "off",
    // No element is a list under a box to type in, nor a box that scrolls and has a name.
    "prefer-native-element": ["error", { exclude: ["listbox", "region"] }],
  },
});

async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector}, line ${m.line})`));
}

const WRITTEN = [
  "index.html",
  "share.html",
  "cyberflag.html",
  "embed/map-online.html",
  "embed/ranking-online.html",
  "embed/years-online.html",
  "embed/ages-online.html",
  "embed/headline-online.html",
  "embed/force-E23000032.html",
  "forces/index.html",
  "forces/kent.html",
  "forces/kent/online.html",
];

for (const name of WRITTEN) {
  test(`${name} is valid`, async () => {
    const html = await readFile(new URL(`../../dist/${name}`, import.meta.url), "utf8");
    expect(await faults(html)).toEqual([]);
  });
}

for (const name of ["index.html#area=E23000032&compare=E23000014", "share.html", "embed/map-online.html", "embed/force-E23000032.html"]) {
  test(`${name} is valid when the program runs`, async ({ flag, page }) => {
    await flag.open(name);
    await flag.waitReady();
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await page.waitForTimeout(500); // what is out of sight follows in pauses
    const html = await page.evaluate(() => `<!doctype html>\n${document.documentElement.outerHTML}`);
    expect(await faults(html)).toEqual([]);
  });
}
