// Playwright's test with the page object as a fixture: `test("...", async ({ flag }) => ...)`.
import { test as base } from "@playwright/test";
import { CyberflagPage } from "./page.ts";

export const test = base.extend<{ flag: CyberflagPage }>({
  flag: async ({ page, baseURL }, use) => {
    await use(new CyberflagPage(page, baseURL ?? ""));
  },
});

export { expect } from "@playwright/test";
