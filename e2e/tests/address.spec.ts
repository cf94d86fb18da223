// The view lives in the address, survives reload and Back, and nonsense never breaks the page.
import { expect, test } from "../lib/test.ts";

test("a view is shared by its address; Back returns to the one before", async ({ flag, page }) => {
  await flag.open();
  await flag.waitReady();
  await page.locator("#kind").selectOption("grooming");
  await page.locator("[name=year][value='2018-19']").check();
  // Choices in quick succession are one step of Back.
  await expect(page).toHaveURL(/#measure=grooming&year=2018-19$/);
  await flag.area("E23000014").click();
  await expect(page).toHaveURL(/#measure=grooming&year=2018-19&area=E23000014$/);
  await page.reload();
  await flag.waitReady();
  await expect(page.locator("#kind")).toHaveValue("grooming");
  await expect(page.locator("[name=year][value='2018-19']")).toBeChecked();
  await expect(flag.card).toContainText("of the 5,872 recorded in England and Wales");
  await expect(flag.card.getByRole("heading", { name: "West Midlands Police" })).toBeVisible();
  await page.goBack();
  await expect(flag.card.getByRole("heading", { name: "Reading this map" })).toBeVisible();
  await expect(flag.answer).toContainText("5,872");
});

for (const hash of ["#<img src=x onerror=alert(1)>", "#measure=&year=2016-99&area=E99999999", `#${"a=".repeat(3000)}`, "#%00%ff&&&=&year=9999-00"]) {
  test(`nonsense in the address is named and set aside: ${hash.slice(0, 24)}`, async ({ flag, page }) => {
    await flag.open(hash);
    await flag.waitReady();
    await expect(flag.answer).toContainText("5,653");
    await expect(page.locator(".notices .notice").first()).toBeVisible();
    await expect(page.locator("img")).toHaveCount(0);
    expect(flag.problems).toEqual([]);
  });
}
