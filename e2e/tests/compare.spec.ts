// Pinning forces and comparing them, by keyboard alone; the view in words; time and theme.
import { expect, test } from "../lib/test.ts";

test("by keyboard alone: read all 43 forces on the map, pin two, compare them", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  await page.locator('.force-map [tabindex="0"]').focus();
  const read = new Set<string>();
  for (const letter of "abcdefghijklmnopqrstuvwxyz") {
    for (let again = 0; again < 9; again += 1) {
      await page.keyboard.press(letter);
      const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
      if (name.toLowerCase().startsWith(letter)) {
        expect(await page.locator("#map-readout").textContent()).toBe(name.replace(": ", " "));
        read.add(name);
      }
    }
  }
  expect(read.size).toBe(43);
  for (const [letter, name] of [["k", "Kent"], ["g", "Gwent"]] as const) {
    await page.locator('.force-map [tabindex="0"]').focus();
    while (!(await page.evaluate((n) => document.activeElement?.getAttribute("aria-label")?.startsWith(n), name))) {
      await page.keyboard.press(letter);
    }
    await page.keyboard.press("Enter");
    const pin = page.getByRole("button", { name: "Add to comparison" });
    while (!(await pin.evaluate((b) => b === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(flag.card.getByRole("button", { name: "Remove from the comparison" })).toBeFocused();
  }
  await expect(page).toHaveURL(/compare=E23000032\+W15000002/);
  const section = page.locator("#s-compare");
  const shown = await flag.tableOf("compare");
  await expect(section.locator("#h-compare")).toContainText("recorded, 2012/13 to 2024/25");
  const table = shown.getByRole("table");
  for (const name of ["Kent", "Gwent", "England and Wales", "England", "Wales"]) {
    await expect(table.getByRole("columnheader", { name, exact: true })).toBeVisible();
  }
  await expect(table.getByRole("row")).toHaveCount(14);
  const gwent = section.locator(".chip").filter({ hasText: "Gwent" });
  const colour = (await gwent.getAttribute("class")) ?? "";
  await section.getByRole("button", { name: "Remove Kent" }).click();
  // Gwent keeps its place, and so its colour.
  await expect(page).toHaveURL(/compare=\+W15000002/);
  await expect(section.locator(".chip")).toHaveCount(1);
  await expect(gwent).toHaveClass(colour);
});

test("forces are added where they are compared, up to four", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await flag.chart("compare");
  const section = page.locator("#s-compare");
  const add = section.getByLabel("Add a force");
  for (const name of ["Kent", "Gwent", "Durham", "Essex"]) {
    await expect(add).toBeEnabled();
    await add.selectOption({ label: name });
    await expect(section.locator(".chips")).toContainText(name);
    // Who is in is not offered again.
    await expect(add.locator("option", { hasText: new RegExp(`^${name}$`) })).toHaveCount(0);
  }
  await expect(page).toHaveURL(/compare=E23000032\+W15000002\+E23000008\+E23000028/);
  await expect(add).toBeDisabled();
  await expect(add.locator("option").first()).toHaveText("Four chosen");
  await section.getByRole("button", { name: "Remove Gwent" }).click();
  await expect(add).toBeEnabled();
  await expect(add.locator("option").first()).toHaveText("Choose a force");
});

test("on a phone a long chart shows its ends and the chosen force, and all of it by one press", async ({ flag, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await flag.open("#measure=grooming&unit=rate&year=2023-24&area=E23000032");
  await flag.waitReady();
  const chart = await flag.chart("ranking");
  const section = page.locator("#s-ranking");
  await expect(chart.getByRole("button", { name: /^Kent: / })).toBeAttached();
  await expect(chart.locator(".hit")).toHaveCount(17); // five, "more", five, "more", five
  await section.getByRole("button", { name: "Show all 42 forces" }).click();
  await expect(chart.locator(".hit")).toHaveCount(42);
  await section.getByRole("button", { name: "Show fewer forces" }).click();
  await expect(chart.locator(".hit")).toHaveCount(17);
  await expect((await flag.tableOf("ranking")).locator("tbody tr")).toHaveCount(42);
  // At the least width the strip of years shows the chosen one.
  await page.setViewportSize({ width: 320, height: 800 });
  await page.reload();
  await flag.waitReady();
  await page.locator("#controls").scrollIntoViewIfNeeded();
  await expect(page.locator(".ys.is-on")).toBeInViewport({ ratio: 0.9 });
  // A wider screen has room for all.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(section.getByRole("button", { name: /^Show/ })).toHaveCount(0);
});

test("a fifth force is not pinned, and the page says why", async ({ flag }) => {
  await flag.open("#compare=E23000001+E23000002+E23000003+E23000004&area=E23000005");
  await flag.waitReady();
  await expect(flag.card).toContainText("Four forces are in the comparison. Remove one to add this one.");
});

test("forces with about as many children are named in the card and compared by one press", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2023-24&area=E23000032");
  await flag.waitReady();
  const like = page.locator(".similar");
  await expect(like).toContainText(/About as many children live in: \w+/);
  const link = like.getByRole("link", { name: "Compare with them" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#s-compare .chips")).toContainText("Kent");
  await expect(flag.card.getByRole("button", { name: "Remove from the comparison" })).toBeVisible();
  await expect(page).toHaveURL(/area=E23000032&compare=E23000032\+E/);
  await expect(link).toBeFocused();
  // City of London has too few children to be like any other.
  await page.getByLabel("Police force", { exact: true }).selectOption({ label: "City of London" });
  await expect(flag.card).toContainText("City of London");
  await expect(like).toHaveCount(0);
});

test("a new view is announced once, politely, and nothing is said at the start", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await expect(page.locator("#live")).toHaveText("");
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const live = document.querySelector("#live");
    if (live) new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await flag.area("E23000032").click();
  await expect(page.locator("#live")).toContainText("Kent Police recorded 361");
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBe(1);
});

test("the view is copied as text, or shown where copying is not allowed", async ({ flag, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await flag.open();
  await flag.waitReady();
  await page.getByRole("button", { name: "Copy text" }).click();
  await expect(page.locator(".actions [role=status]").first()).toHaveText("Copied.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("5,653");
  expect(text).toContain("https://www.nspcc.org.uk/");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy text" }).click();
  await expect(page.getByLabel("Text to copy")).toHaveValue(/5,653/);
  expect(flag.problems).toEqual([]);
});

test("the years play to the end and can be stopped, by the button and by any key", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2014-15");
  await flag.waitReady();
  const play = page.getByRole("button", { name: "Play the years" });
  const pause = page.getByRole("button", { name: "Pause the years" });
  const year = page.locator("[name=year]:checked");
  await play.click();
  await expect(pause).toBeVisible();
  await expect(page).toHaveURL(/year=2015-16/);
  await pause.click();
  await expect(play).toBeVisible();
  const stopped = await year.inputValue();
  await play.click();
  await page.keyboard.press("Shift");
  await expect(play).toBeVisible();
  await page.waitForTimeout(2_000); // longer than a step
  await expect(year).toHaveValue(stopped);
  // It ends at the last year, and then begins anew.
  await page.locator("[name=year][value='2023-24']").check();
  await play.click();
  await expect(year).toHaveValue("2024-25", { timeout: 20_000 });
  await expect(play).toBeVisible();
  await page.waitForTimeout(2_000);
  await expect(year).toHaveValue("2024-25");
  await play.click();
  await page.keyboard.press("Shift");
  await expect(year).toHaveValue("2012-13");
});

test("the years do not play unasked, and step where less motion is asked for", async ({ flag, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await flag.open("#year=2017-18");
  await flag.waitReady();
  await page.waitForTimeout(2_000);
  await expect(page).toHaveURL(/#year=2017-18$/);
  await page.getByRole("button", { name: "Play the years" }).click();
  await expect(page.locator("[name=year]:checked")).toHaveValue("2018-19");
  expect(await page.locator(".force-map").evaluate((map) => map.getAnimations({ subtree: true }).length)).toBe(0);
});

test("the strip moves through the years by key, and says how many forces each has", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  const strip = page.getByRole("group", { name: /^Year/ });
  await expect(strip.getByRole("radio")).toHaveCount(13);
  await page.locator("[name=year]:checked").focus();
  await page.keyboard.press("ArrowLeft");
  const year = strip.getByRole("radio", { name: "2023/24 43 of 43 forces" });
  await expect(year).toBeChecked();
  await expect(flag.answer).toContainText("7,240");
  await expect(year).toBeFocused();
});

test("the theme switch wins over the system, for the charts too", async ({ flag, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await flag.open();
  await flag.waitReady();
  const canvas = (await flag.chart("years")).locator("canvas");
  const picture = () => canvas.evaluate((c: HTMLCanvasElement) => c.toDataURL());
  await expect.poll(async () => (await picture()).length).toBeGreaterThan(2000);
  const light = await picture();
  await expect(page.getByLabel("Colours").locator("option:checked")).toHaveText("As your device");
  await page.getByLabel("Colours").selectOption({ label: "Dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(picture).not.toBe(light);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(18, 24, 29)");
});

test("two forces found by their names are pinned and compared, with the keyboard alone", async ({ flag, page }) => {
  await flag.open("#measure=grooming");
  await flag.waitReady();
  for (const name of ["Cornwall", "Heddlu Gwent"]) {
    await page.getByRole("combobox", { name: "Find your area" }).focus();
    await page.keyboard.type(name);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const pin = page.getByRole("button", { name: "Add to comparison" });
    await expect(pin).toBeVisible();
    while (!(await pin.evaluate((b) => b === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  await page.locator("#s-compare").scrollIntoViewIfNeeded();
  await expect(page.locator("#s-compare .chips li")).toHaveCount(2);
  await expect(page.locator("#s-compare .chips")).toContainText("Devon and Cornwall");
});
