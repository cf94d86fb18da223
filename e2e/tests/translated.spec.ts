// A browser's translator puts other text nodes, in elements of its own, in place of the page's.
import type { Page } from "@playwright/test";
import { expect, test } from "../lib/test.ts";

/** Replaces every text node, now or as soon as the page is there, and goes on with every new one. */
const translate = () => {
  const wrap = () => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || parent.closest("font, script, style, textarea, option, svg")) continue;
      const font = document.createElement("font");
      font.append(text.data);
      text.replaceWith(font);
    }
  };
  const start = () => {
    wrap();
    new MutationObserver(wrap).observe(document.body, { childList: true, characterData: true, subtree: true });
  };
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
};

const choices = async (page: Page) => {
  const fonts = page.locator("#answer font");
  await expect(fonts.first()).toBeAttached();
  await page.locator("[name=year][value='2018-19']").check();
  await expect(page.locator("#h-map")).toContainText("2018/19");
  await page.locator("#kind").selectOption("grooming");
  await page.locator("[name=year][value='2023-24']").check();
  await expect(page.locator("#h-map")).toHaveText("Sexual grooming recorded, by police force, 2023/24");
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
  await expect(page.locator("#h-ans")).toHaveText("Kent Police");
  await expect(page.locator("#answer")).toContainText("289");
  await expect(page.locator("#card-main")).toContainText("245");
  await expect(page.locator("#map-readout")).toContainText("245 offences");
  await expect(page.locator("#h-years")).not.toContainText("among 39 forces");
  await page.getByRole("radio", { name: /^Rate/ }).check();
  await expect(page.locator("#h-map")).toContainText("for every 10,000 children, 2023/24");
  await expect(page.locator("#map-readout")).toContainText("5.9 for every 10,000 children");
  // Nothing of the view before is left beside the new.
  await expect(page.locator("#answer")).not.toContainText("5,653");
  await expect(fonts.first()).toBeAttached();
};

test("translated after the start, the page follows every choice", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.evaluate(translate);
  await choices(page);
});

test("translated before the start, the page starts and follows every choice", async ({ flag, page }) => {
  await page.addInitScript(translate);
  await flag.open();
  await flag.waitReady();
  await choices(page);
});
