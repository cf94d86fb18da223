// Find your area: the combobox by keyboard, by mouse and touch, and as a screen reader is told.
import type { Page } from "@playwright/test";
import { axeFindsNothing } from "../lib/axe.ts";
import { expect, test } from "../lib/test.ts";

const box = (page: Page) => page.getByRole("combobox", { name: "Find your area" });
const options = (page: Page) => page.getByRole("listbox", { name: "Areas found" }).getByRole("option");
const status = (page: Page) => page.locator("#find-status");
/** The card is headed by the force's full name, which may write "&" where its area writes "and". */
const heading = (name: string) => new RegExp(`^${name.replace(" and ", " (and|&) ")}`);

test("all 43 forces by typing their names, with the keyboard alone", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const names = await page.locator("#force option:not([value=''])").allTextContents();
  expect(names).toHaveLength(43);
  // From the top of the page with Tab; a choice leads to the answer, from there back to the box with Shift+Tab.
  for (let steps = 0; steps < 40 && !(await box(page).evaluate((b) => b === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(box(page)).toBeFocused();
  for (const name of names) {
    await page.keyboard.type(name);
    await expect(options(page).first()).toHaveText(name);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.locator("#h-card")).toHaveText(heading(name));
    await expect(page.locator("#card-main")).not.toBeEmpty();
    await expect(page.locator("#force option:checked")).toHaveText(name);
    await expect(box(page)).toHaveValue("");
    await expect(page.locator("#h-ans")).toBeFocused();
    await expect(page.locator("#h-ans")).toHaveText(heading(name));
    for (let steps = 0; steps < 4 && !(await box(page).evaluate((b) => b === document.activeElement)); steps += 1) {
      await page.keyboard.press("Shift+Tab");
    }
    await expect(box(page)).toBeFocused();
  }
  expect(flag.problems).toEqual([]);
  expect(flag.foreign).toEqual([]);
});

for (const [typed, found, force] of [
  ["Birmingham", "West Midlands (Birmingham)", "West Midlands"],
  ["birmingam", "West Midlands (Birmingham)", "West Midlands"],
  ["bournemouth", "Dorset (Bournemouth)", "Dorset"],
  ["gmp", "Greater Manchester (GMP)", "Greater Manchester"],
  ["Heddlu De Cymru", "South Wales (Heddlu De Cymru)", "South Wales"],
  ["devon & cornwall", "Devon and Cornwall", "Devon and Cornwall"],
]) {
  test(`"${typed}" finds ${force}`, async ({ flag, page }) => {
    await flag.open();
    await flag.waitReady();
    await box(page).fill(typed);
    await expect(options(page).first()).toHaveText(found);
    await box(page).press("ArrowDown");
    await box(page).press("Enter");
    await expect(page.locator("#h-card")).toHaveText(heading(force));
    await expect(page).toHaveURL(/area=/);
  });
}

test("a postcode in one area, in several and in none", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  // Unfinished, it is the start of a name.
  await box(page).fill("SG");
  await expect(status(page)).toHaveText("Type more letters, or the rest of the postcode.");
  await box(page).fill("sg8 9ax");
  await expect(status(page)).toHaveText(/^SG8 is about half in Cambridgeshire and about half in Hertfordshire, with a few postcodes in Essex/);
  await expect(options(page)).toHaveText([
    "Cambridgeshire (about half)", "Hertfordshire (about half)", "Essex (a few postcodes)", "Bedfordshire (a few postcodes)",
  ]);
  // The open list does not hide the sentence.
  const [words, list] = await Promise.all([status(page).boundingBox(), page.locator("#find-list").boundingBox()]);
  expect(words!.y + words!.height).toBeLessThanOrEqual(list!.y);
  await box(page).press("ArrowDown");
  await box(page).press("ArrowDown");
  await box(page).press("Enter");
  await expect(page.locator("#h-card")).toHaveText(/^Hertfordshire/);
  await expect(status(page)).toBeEmpty();
  await expect(page).toHaveURL(/area=E23000027/);
  // In one area Enter takes it; "B1 1" is not B11.
  await box(page).fill("B1 1");
  await expect(status(page)).toHaveText("B1 is in the West Midlands.");
  await box(page).press("Enter");
  await expect(page.locator("#h-card")).toHaveText(/^West Midlands/);
  for (const [typed, said] of [
    ["EH1 1AA", "EH1 is in Scotland. The figures here are for England and Wales only."],
    ["bt1", "BT1 is in Northern Ireland. The figures here are for England and Wales only."],
    ["W1A 1AA", "W1A is for PO boxes and large organisations only"],
    ["XX9", "XX9 is not in our list of postcodes"],
    ["scotland", "for England and Wales only, without Scotland"],
  ]) {
    await box(page).fill(typed);
    await expect(status(page)).toContainText(said);
    await expect(status(page)).toBeVisible();
    await expect(options(page)).toHaveCount(0);
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  }
});

test("in a low window the option that the keys stand on is in sight", async ({ flag, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await flag.open();
  await flag.waitReady();
  await box(page).fill("Wales");
  for (let n = 0; n < 4; n += 1) {
    await box(page).press("ArrowDown");
    // Of its 40 pixels a quarter of one is lost, as the list scrolls by whole pixels.
    await expect(page.locator("#find-list [aria-selected=true]")).toBeInViewport({ ratio: 0.99 });
  }
});

test("a screen reader is told what is open, how many there are and which one is meant", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await expect(box(page)).toHaveAttribute("aria-autocomplete", "list");
  await expect(box(page)).toHaveAccessibleDescription(/Postcode, town, council or police force/);
  await box(page).pressSequentially("north");
  const list = await box(page).getAttribute("aria-controls");
  await expect(page.locator(`#${list}`)).toHaveRole("listbox");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await expect(status(page)).toHaveRole("status");
  await expect(status(page)).toHaveText("More than 8 matches. Keep typing.");
  await expect(options(page)).toHaveCount(8);
  const meant = () =>
    box(page).evaluate((b) => {
      const id = b.getAttribute("aria-activedescendant");
      const option = id && document.getElementById(id);
      const all = [...document.querySelectorAll("[role=option]")];
      const selected = all.filter((o) => o.getAttribute("aria-selected") === "true");
      return option && selected.length === 1 && selected[0] === option ? all.indexOf(option) : -1;
    });
  for (const [key, place] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["ArrowUp", 7], ["ArrowDown", 0]] as const) {
    await box(page).press(key);
    expect(await meant(), key).toBe(place);
  }
  // Another letter: nothing is meant until the arrow keys are used again.
  await box(page).pressSequentially("am");
  expect(await meant()).toBe(-1);
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
  await box(page).fill("newcastle");
  await expect(status(page)).toHaveText("2 areas found");
  await box(page).fill("edinburgh");
  await expect(status(page)).toHaveText("We could not find that place. Try a postcode, a town or a council.");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await box(page).fill("");
  await expect(status(page)).toBeEmpty();
});

test("Escape closes, then clears; Enter takes the only one; Tab leaves; an arrow opens again", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await box(page).fill("york");
  await expect(options(page).first()).toBeVisible();
  await box(page).press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue("york");
  await box(page).press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await box(page).press("Escape");
  await box(page).press("Escape");
  await expect(box(page)).toHaveValue("");
  await box(page).fill("york");
  await box(page).press("Tab");
  await expect(page.getByRole("button", { name: "Show figures" })).toBeFocused();
  await expect(options(page)).toHaveCount(0);
  await box(page).fill("rutland");
  await box(page).press("Enter");
  await expect(page.locator("#h-card")).toHaveText(/^Leicestershire/);
});

test("by mouse and by finger, on targets that are large enough", async ({ browser, baseURL }) => {
  for (const hasTouch of [false, true]) {
    const context = await browser.newContext({ baseURL, hasTouch, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    await page.goto("./");
    await page.locator("html[data-app=ready]").waitFor();
    await box(page).fill("o");
    await expect(options(page)).toHaveCount(8);
    const sizes = await options(page).evaluateAll((all) => all.map((o) => o.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await box(page).fill("poole");
    await (hasTouch ? options(page).first().tap() : options(page).first().click());
    await expect(page.locator("#h-card")).toHaveText(/^Dorset/);
    await expect(options(page)).toHaveCount(0);
    // The same one again stays chosen.
    await box(page).fill("dorset");
    await (hasTouch ? options(page).first().tap() : options(page).first().click());
    await expect(page.locator("#h-card")).toHaveText(/^Dorset/);
    await context.close();
  }
});

test("axe finds nothing in the open list, light and dark; a choice does not move the box", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  const top = () => box(page).evaluate((b) => b.getBoundingClientRect().top + scrollY);
  const before = await top();
  await box(page).fill("newcastle");
  await box(page).press("ArrowDown");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await flag.layOutAll();
    await axeFindsNothing(page, { include: ".hero" });
    await page.locator(".hero").screenshot({ path: `out/find-${colorScheme}.png` });
  }
  expect(await top()).toBe(before);
  await box(page).press("Enter");
  await expect(page).toHaveURL(/area=/);
  expect(await top()).toBe(before);
});

test("what is typed is not sent, kept or written to the address", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await expect(page.locator("#find")).toContainText("What you type stays on your device.");
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await box(page).fill("<img src=x onerror=alert(1)>");
  await box(page).fill("sheffeild");
  await expect(options(page).first()).toHaveText("South Yorkshire (Sheffield)");
  expect(page.url()).not.toContain("shef");
  await box(page).fill("KT8 9AU");
  await box(page).press("ArrowDown");
  await box(page).press("Enter");
  await expect(page).toHaveURL(/area=/);
  expect(page.url()).not.toMatch(/kt8/i);
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
