// The page starts, quietly, and speaks to nobody else.
import { expect, test } from "../lib/test.ts";

test("the page starts without an error and without another origin", async ({ flag }) => {
  await flag.open();
  await flag.waitReady();
  expect(flag.problems).toEqual([]);
  expect(flag.foreign).toEqual([]);
});
