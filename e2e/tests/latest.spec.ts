import { expect, test } from "../lib/test.ts";

const TITLE = "Online offences recorded: the latest published figure for each force";

test("by keyboard to the latest figure of each force: title, years of the figures, address, and back", async ({ flag, page }) => {
  await flag.open("#measure=online&year=2019-20");
  await flag.waitReady();
  const strip = page.locator(".years");
  const latest = strip.getByRole("radio", { name: "Latest figure of each force" });
  await strip.getByRole("radio", { name: "2019/20" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(latest).toBeChecked();
  await expect(latest).toBeFocused();
  await expect(page).toHaveURL(/#measure=online&year=latest$/);
  await expect(page.locator("#h-map")).toHaveText(TITLE);
  await expect(page.locator("#map-description")).toContainText("so do not rank these. 33 of 43 forces have a figure.");
  await expect(page.locator("#legend")).toContainText("figure is from 2015/16 or 2016/17");
  await expect(flag.area("E23000032")).toHaveAttribute("aria-label", "Kent: 735 offences in 2019/20");
  await expect(flag.area("E23000002")).toHaveAttribute("aria-label", "Cumbria: 77 offences in 2015/16");
  await expect(flag.area("E23000001")).toHaveAttribute("aria-label", "Metropolitan Police: no published figure for a single year");
  // A rate and a second map are of one year.
  await expect(page.getByRole("radio", { name: /^Rate/ })).toBeDisabled();
  await expect(page.getByText("A rate is shown only for a single year")).toBeVisible();
  await expect(page.getByLabel("Second map, to compare")).toBeHidden();
  await page.getByRole("tab", { name: "Table" }).first().click();
  const table = page.locator("#table-forces");
  await expect(table.getByRole("columnheader")).toHaveText(["Police force area ▴", "Offences recorded", "Year of the figure"]);
  await expect(table.getByRole("row", { name: /^Kent/ })).toHaveText("Kent7352019/20");
  await expect(table.getByRole("row", { name: /^Metropolitan Police/ })).toContainText("no figure for a single year");
  // The charts below are of one year, and say which.
  await expect(page.locator("#h-ranking")).toHaveText("Online offences recorded, 2016/17");
  await page.goBack();
  await expect(strip.getByRole("radio", { name: "2019/20" })).toBeChecked();
  await expect(page.locator("#h-map")).toHaveText("Online offences recorded, by police force, 2019/20");
  await page.goForward();
  await expect(latest).toBeChecked();
  await page.reload();
  await flag.waitReady();
  await expect(latest).toBeChecked();
  await expect(page.locator("#h-map")).toHaveText(TITLE);
});

test("another kind of figure leaves it, and an address that cannot have it is told why", async ({ flag, page }) => {
  await flag.open("#measure=online&year=latest&unit=rate");
  await flag.waitReady();
  await expect(page.locator("#notices")).toContainText("A rate is shown only for a single year. The map shows numbers.");
  await page.getByLabel("What is counted").selectOption("grooming");
  await expect(page).toHaveURL(/#measure=grooming&unit=rate$/);
  await expect(page.getByRole("radio", { name: "Latest figure of each force" })).toHaveCount(0);
  await flag.open("#measure=grooming&year=latest");
  await expect(page.locator("#notices")).toContainText("would show no more forces than a single year does. The page shows 2024/25.");
});
