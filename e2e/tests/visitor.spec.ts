// A new visitor, by the keyboard alone and by what the accessibility tree names: from a postcode to a comparison.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../lib/test.ts";

/** Tab until this element has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal, "not reached by 120 presses of Tab").toBeFocused();
}

test("from a postcode to a comparison, by the keyboard alone", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Online sexual offences against children recorded by police");
  await tabTo(page, page.getByRole("combobox", { name: /Find your area/ }));
  await page.keyboard.type("ME14 1XX");
  await page.keyboard.press("Enter");
  // The answer: what was understood, one sentence, the numbers of every kind.
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer.getByRole("heading", { name: "Kent Police" })).toBeFocused();
  await expect(answer).toContainText("is in the area of Kent Police");
  await expect(answer).toContainText("Kent Police recorded 735 online sexual offences against children in 2019/20");
  for (const kind of ["Online offences", "Sexual grooming", "All child sexual offences"]) {
    await expect(answer.getByRole("heading", { name: kind })).toBeVisible();
  }
  // The card: what was published, and who is comparable.
  await tabTo(page, page.getByRole("link", { name: "Compare with them" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/compare=/);
  const compared = page.locator("#s-compare");
  const chips = compared.locator(".chips [translate=no]");
  await expect.poll(() => chips.count()).toBeGreaterThan(2);
  const names = await chips.allTextContents();
  expect(names).toContain("Kent");
  // The same as a table.
  await tabTo(page, compared.getByRole("tab", { name: "Chart" }));
  await page.keyboard.press("ArrowRight");
  const table = compared.getByRole("table");
  for (const name of names) await expect(table).toContainText(name);
});
