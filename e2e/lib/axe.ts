// axe over a page or a part of it: every rule of WCAG 2.2 AA and of good practice, and what it finds in words.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Where {
  /** The only part to look at. */
  include?: string;
  /** A part that is left out. */
  exclude?: string;
  /** What the message of a failure begins with. */
  when?: string;
  /** Only whether colours can be told apart: for a page that was looked at in full in other colours. */
  coloursOnly?: boolean;
}

export async function axeFindsNothing(page: Page, { include, exclude, when = "axe", coloursOnly }: Where = {}) {
  // Of rules that are kept, axe need not describe every element: that takes most of its time.
  let axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  axe = coloursOnly ? axe.withRules(["color-contrast", "link-in-text-block"]) : axe.withTags(TAGS);
  if (include) axe = axe.include(include);
  if (exclude) axe = axe.exclude(exclude);
  const { violations } = await axe.analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`), when).toEqual([]);
}
