// Every kind of page is valid HTML, as it is written and as the program leaves it.
import { readFile } from "node:fs/promises";
import { HtmlValidate, type RuleConfig } from "html-validate";
import { expect, test } from "../lib/test.ts";

const RULES: Record<string, RuleConfig[string]> = {
  // A list may have a name (ARIA in HTML); the legend of the map needs one.
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
  // The title says what is counted and where, and is longer than a search engine shows.
  "long-title": "off",
  // No element is a list under a box to type in, nor a box that scrolls and has a name.
  "prefer-native-element": ["error", { exclude: ["listbox", "region"] }],
};

const written = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: RULES });

const running = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    ...RULES,
    // How a browser writes out what it holds: `hidden=""`, and the size of a canvas that a script has set.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-inline-style": "off",
    // Check boxes of one name are a group, as radio buttons are.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "reset", "button"] }],
    // A box to type in is one of text.
    "no-implicit-input-type": "off",
    // Pictures of the full edition get their address when they are drawn.
    "element-required-attributes": "off",
  },
});

async function faults(validator: HtmlValidate, html: string): Promise<string[]> {
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
    expect(await faults(written, html)).toEqual([]);
  });
}

for (const name of ["index.html#area=E23000032&compare=E23000014", "share.html", "embed/map-online.html", "embed/force-E23000032.html"]) {
  test(`${name} is valid when the program runs`, async ({ flag, page }) => {
    await flag.open(name);
    await flag.waitReady();
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await page.waitForTimeout(500); // what is out of sight follows in pauses
    // A chart of which the figures have none is an empty place that nobody meets.
    await page.evaluate(() => document.querySelectorAll("section.fig[hidden]").forEach((section) => section.remove()));
    // The program marks places in the document by empty comments, also in a field.
    const html = (await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`)).replaceAll("<!---->", "");
    expect(await faults(running, html)).toEqual([]);
  });
}
