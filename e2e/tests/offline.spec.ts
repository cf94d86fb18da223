// The page as one file: from a disk, from a host, in a sandbox, and saved at a view.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ONE_FILE, files, ready } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

test("opened from a disk it does everything and asks for nothing", async ({ page }) => {
  const asked: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => /^(data|blob):/.test(request.url()) || asked.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${ONE_FILE}#measure=grooming&area=E23000014`);
  await ready(page);
  await expect(page.locator(".force-card h2")).toHaveText("West Midlands Police");
  await expect(page.locator("#answer")).toContainText("7,140");
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(page).toHaveURL(/#measure=grooming&area=E23000032$/);
  await page.goBack();
  await expect(page.locator(".force-card h2")).toHaveText("West Midlands Police");
  const saved = await files(page, "Save as SVG");
  expect([...saved.keys()]).toEqual([expect.stringMatching(/^cyberflag-grooming-.*\.svg$/)]);
  expect(asked).toEqual([`${ONE_FILE}#measure=grooming&area=E23000014`.split("#")[0]].map((url) => expect.stringContaining(url)));
  expect(problems).toEqual([]);
});

test("its own policy lets nothing else run and nobody be asked", async ({ page, context }) => {
  await page.goto(ONE_FILE);
  await ready(page);
  const refused = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.stranger = true";
    document.body.append(script);
    const image = new Image();
    const seen = new Promise((done) => {
      document.addEventListener("securitypolicyviolation", (event) => event.violatedDirective.startsWith("img") && done(event.violatedDirective));
    });
    image.src = "http://127.0.0.1:9/x.png";
    const fetched = await fetch("http://127.0.0.1:9/").then(() => "came", (error: Error) => error.name);
    return { ran: "stranger" in window, image: await seen, fetched };
  });
  expect(refused).toEqual({ ran: false, image: "img-src", fetched: "TypeError" });
  const text = await page.evaluate(() => document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content"));
  expect(text).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/=]+' 'sha256-[\w+/=]+'; img-src data: blob:;/);
  expect(context.pages()).toHaveLength(1);
});

test("from a host, and in a frame without an origin, it works the same", async ({ page, context, baseURL }) => {
  await page.goto(`${baseURL}cyberflag.html#area=E23000032`);
  await ready(page);
  await expect(page.locator(".force-card h2")).toHaveText("Kent Police");
  const host = await context.newPage();
  await host.setContent(`<iframe sandbox="allow-scripts" src="${baseURL}cyberflag.html#area=E23000014" width="900" height="900"></iframe>`);
  const frame = host.frameLocator("iframe");
  await ready(frame);
  await expect(frame.locator(".force-card h2")).toHaveText("West Midlands Police");
  await frame.getByRole("radio", { name: /Sexual grooming/ }).check();
  await expect(frame.locator("#answer")).toContainText("7,140");

  // The frame may not save a file: what would be in it is shown, and said why.
  await frame.locator("#share-panel > summary").click();
  await frame.locator("#share-picture").selectOption("map");
  await frame.getByRole("button", { name: "Save as CSV" }).click();
  await expect(frame.locator("#share-why")).toContainText("may forbid saving files");
  const text = await frame.locator("#share-text").inputValue();
  expect(text).toContain("E23000014");
  await frame.getByRole("button", { name: "Save as PNG" }).click();
  await expect(frame.locator("#share-image")).toBeVisible();
  await expect(frame.locator("#share-text")).toBeHidden();
});

test("a view saved from the host opens from a disk as it was, with or without a script, and saves itself again", async ({ page, browser }) => {
  await page.goto("./share.html#measure=grooming&year=2023-24&area=E23000032");
  await ready(page);
  await page.getByRole("button", { name: "Present", exact: true }).click();
  const list = page.getByRole("dialog", { name: "Present" });
  await list.getByRole("button", { name: "Add the view of the page" }).click();
  await list.getByLabel("Your notes").last().fill("Ask about “Kent” <first>");
  await list.getByRole("button", { name: "Close" }).click();
  const [[name, bytes]] = [...(await files(page, "Save this view as one file"))];
  expect(name).toMatch(/^cyberflag-grooming-.*\.html$/);

  const file = join(mkdtempSync(join(tmpdir(), "cyberflag-")), name);
  writeFileSync(file, bytes);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(pathToFileURL(file).href);
  await expect(still.locator("#answer")).toContainText("year ending March 2024");
  await expect(still.locator("#h-card")).toHaveText("Kent Police");
  await expect(still.locator("#release")).toContainText(/^A view saved on \d+ \w+ \d{4}\. Release of/);
  await plain.close();

  await page.goto(pathToFileURL(file).href);
  await ready(page);
  await expect(page.locator("#answer")).toContainText("year ending March 2024");
  await expect(page.locator(".force-card h2")).toHaveText("Kent Police");
  // Saved from the file itself it is the same file for good; the browser writes its tags a little
  // differently from the build, so the first is compared by what it holds.
  const [[, again]] = [...(await files(page, "Save this view as one file"))];
  const held = (page: Buffer) => page.toString().match(/<div id="still">.*?<\/main>|id="packed">[^<]*/gs);
  expect(held(again)?.length).toBe(2);
  writeFileSync(file, again);
  await page.goto(pathToFileURL(file).href);
  await ready(page);
  const [[, third]] = [...(await files(page, "Save this view as one file"))];
  expect(third.equals(again), "the same bytes").toBe(true);
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Present" }).getByLabel("Your notes").last()).toHaveValue("Ask about “Kent” <first>");
});
