// What goes on while the page is used: timers, folds and listeners that must end when they are no
// longer wanted.
import { OwnPanel } from "../lib/own.ts";
import { expect, test } from "../lib/test.ts";

test("the years play at one speed, however often Play and Stop are pressed", async ({ flag, page }) => {
  await flag.open("#measure=grooming&year=2013-14");
  await flag.waitReady();
  const button = page.locator(".btn-play");
  // Played, stopped and played again before the first step.
  await page.evaluate(() => {
    const seen: number[] = [];
    const year = () => document.querySelector<HTMLInputElement>("[name=year]:checked")?.value;
    let last = year();
    const start = performance.now();
    setInterval(() => {
      if (year() === last) return;
      last = year();
      seen.push(performance.now() - start);
      if (seen.length === 3) press(); // stops
    }, 20);
    Object.assign(window, { seen });
    const press = () => document.querySelector<HTMLButtonElement>(".btn-play")?.click();
    for (const at of [0, 300, 600, 900, 1200]) setTimeout(press, at);
  });
  await expect(page.locator("[name=year]:checked")).toHaveValue("2016-17", { timeout: 10_000 });
  await expect(button).toHaveText("Play the years");
  const seen = (await page.evaluate(() => Reflect.get(window, "seen"))) as number[];
  expect(seen).toHaveLength(3);
  expect(seen[0]).toBeGreaterThan(2600);
  for (const [at, time] of seen.entries()) if (at > 0) expect(time - (seen[at - 1] ?? 0)).toBeGreaterThan(1000);
  // Stopped is stopped.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1800)));
  await expect(page.locator("[name=year]:checked")).toHaveValue("2016-17");
});

test("a tab that was left is left alone, and right when it is shown again", async ({ flag, page }) => {
  await flag.open("#measure=grooming&area=E23000032");
  await flag.waitReady();
  const tab = (name: string) => page.locator(".fig-main").getByRole("tab", { name });
  const kent = page.locator("#table-forces tr", { has: page.getByRole("link", { name: "Kent", exact: true }) });
  const marked = page.locator("#small-maps .is-on");
  await tab("Table").click();
  await expect(kent).toBeVisible();
  const before = await kent.textContent();
  await tab("All years").click();
  await expect(page.locator("#small-maps .map-s").first()).toBeVisible();
  await expect(marked).toContainText("2024/25");
  await tab("Map").click();
  await expect(page.locator("#table-forces, #small-maps").filter({ visible: true })).toHaveCount(0);
  await page.evaluate(() => {
    Object.assign(window, { changes: 0 });
    const count = (list: MutationRecord[]) => Object.assign(window, { changes: Reflect.get(window, "changes") + list.length });
    for (const id of ["table-forces", "small-maps"]) {
      new MutationObserver(count).observe(document.getElementById(id) as Element, { childList: true, subtree: true });
    }
  });
  await page.locator("[name=year][value='2016-17']").check();
  await flag.area("E23000014").click();
  await expect(flag.card.getByRole("heading", { name: "West Midlands Police" })).toBeVisible();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await page.evaluate(() => Reflect.get(window, "changes"))).toBe(0);
  await tab("Table").click();
  await expect(kent).toBeVisible();
  expect(await kent.textContent()).not.toBe(before);
  await tab("All years").click();
  await expect(marked).toContainText("2016/17");
});

test("figures opened again and again leave no listener behind", async ({ page }) => {
  await page.addInitScript(() => {
    // One for each kind of event, however it is heard.
    const heard = new Map<EventTarget, Map<string, number>>();
    const count = (target: EventTarget, name: string, by: number) => {
      const names = heard.get(target) ?? new Map<string, number>();
      heard.set(target, names.set(name, (names.get(name) ?? 0) + by));
    };
    for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]] as const) {
      const real = EventTarget.prototype[name];
      EventTarget.prototype[name] = function (this: EventTarget, ...given: Parameters<typeof real>) {
        const target = this ?? window;
        if (target === window || target instanceof MediaQueryList) count(target instanceof MediaQueryList ? window : target, given[0], by);
        return real.apply(target, given);
      };
    }
    let observers = 0;
    for (const kind of ["ResizeObserver", "IntersectionObserver"] as const) {
      const Real = window[kind];
      const disconnect = Real.prototype.disconnect;
      Real.prototype.disconnect = function () {
        observers--;
        return disconnect.call(this);
      };
      Object.assign(window, { [kind]: new Proxy(Real, { construct: (target, given) => (observers++, Reflect.construct(target, given)) }) });
    }
    Object.assign(window, { heard: () => ({ ...Object.fromEntries(heard.get(window) ?? []), observers }) });
  });
  const own = new OwnPanel(page);
  await own.open();
  const heard = () => page.evaluate(() => (Reflect.get(window, "heard") as () => Record<string, number>)());
  const first = await heard();
  expect(first).toMatchObject({ popstate: 1, hashchange: 1, resize: 1 });
  for (const [at, number] of [120, 130, 140].entries()) {
    await own.read("answers.csv", `Force,Year,Number\nKent,2016/17,${number}\n`);
    await own.show();
    await expect(page.locator("#answer")).toContainText(`${number}`);
    expect(await heard(), `after file ${at + 1}`).toEqual(first);
    await own.button(at === 2 ? "Back to the published figures" : "Open another file").click();
  }
  await expect(page.locator("html")).toHaveAttribute("data-figures", "published");
  await expect.poll(heard).toEqual(first);
  // And the page answers.
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(page).toHaveURL(/area=E23000032/);
  await page.goBack();
  await expect(page).not.toHaveURL(/area=E23000032/);
  await expect(page.locator("#force")).toHaveValue("");
});
