// The page as one file: from a disk, from a host, in a sandbox, and saved at a view.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { OwnPanel, SHEET } from "../lib/own.ts";
import { ONE_FILE, files, ready, way } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

test("opened from a disk it does everything and asks for nothing", async ({ page }) => {
  const asked: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => /^(data|blob):/.test(request.url()) || asked.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${ONE_FILE}#measure=grooming&area=E23000014`);
  await ready(page);
  await expect(page.locator("#h-card")).toHaveText("West Midlands Police");
  await expect(page.locator("#answer")).toContainText("214 sexual grooming offences in 2024/25");
  await expect(page.locator("#card-main")).toContainText("214 of the 7,140 recorded in England and Wales (3%)");
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(page).toHaveURL(/#measure=grooming&area=E23000032$/);
  await page.goBack();
  await expect(page.locator("#h-card")).toHaveText("West Midlands Police");
  const saved = await files(page, "Save as SVG");
  expect([...saved.keys()]).toEqual([expect.stringMatching(/^cyberflag-grooming-.*\.svg$/)]);
  expect(asked).toEqual([`${ONE_FILE}#measure=grooming&area=E23000014`.split("#")[0]].map((url) => expect.stringContaining(url)));
  expect(problems).toEqual([]);
});

test("its own policy lets nothing else run and nobody be asked", async ({ page, context }) => {
  await page.goto(ONE_FILE);
  await ready(page);
  const texts = await page.evaluate(() => [...document.querySelectorAll("script:not([type]),style")].map((e) => e.textContent ?? ""));
  const refused = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
    const add = (name: string, textContent: string) => document.head.append(Object.assign(document.createElement(name), { textContent }));
    const thrown = (work: () => unknown) => {
      try {
        return String(work());
      } catch (error) {
        return (error as Error).name;
      }
    };
    add("script", "window.stranger = true");
    // Nor one that starts as a known one does.
    const known = [...document.scripts].find((script) => script.text.includes("cyberflagGlue="));
    add("script", `${known?.text};window.stranger = true`);
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.stranger = true");
    document.body.append(button);
    button.click();
    button.remove();
    location.href = "javascript:void (window.stranger = true)";
    add("style", "main { color: rgb(1, 2, 3) }");
    // Later, as the browser lets whoever watches it evaluate what he likes.
    const evaluated = await new Promise((done) =>
      setTimeout(() => done([thrown(() => (0, eval)("1")), thrown(() => new Function("return 1")())])),
    );
    const image = new Image();
    const seen = new Promise((done) => (image.onerror = () => done("refused")));
    image.src = "http://127.0.0.1:9/x.png";
    await seen;
    const fetched = await fetch("http://127.0.0.1:9/").then(() => "came", (error: Error) => error.name);
    await new Promise((done) => setTimeout(done, 100)); // every refusal is told
    const colour = getComputedStyle(document.querySelector("main") ?? document.body).color;
    return { known: known?.text.length, ran: "stranger" in window, colour, evaluated, fetched, violated: [...new Set(violated)].sort() };
  });
  expect(refused).toEqual({
    known: expect.any(Number),
    ran: false,
    colour: expect.not.stringContaining("rgb(1, 2, 3)"),
    evaluated: ["EvalError", "EvalError"],
    fetched: "TypeError",
    violated: ["connect-src", "img-src", "script-src", "script-src-attr", "script-src-elem", "style-src-elem"],
  });
  const text = (await page.evaluate(() => document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content"))) ?? "";
  const named = [...text.matchAll(/'(sha256-[\w+/=]+)'/g)].map((match) => match[1]);
  const [glue, start, style, share, sheet] = named;
  expect(text).toBe(
    `default-src 'none'; script-src '${glue}' '${start}' 'wasm-unsafe-eval'; style-src '${style}' '${share}' '${sheet}'; img-src data: blob:; base-uri 'none'; form-action 'none'`,
  );
  expect(texts.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`).sort()).toEqual(named.toSorted());
  expect(context.pages()).toHaveLength(1);
});

test("without a script its lists are there, and a fault in the packing is told", async ({ browser, page }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(ONE_FILE);
  await expect(still.locator("#answer")).toContainText("police forces");
  await expect(still.locator("#table-forces tbody tr")).toHaveCount(43);
  await expect(still.locator("#table-years tbody tr")).not.toHaveCount(0);
  await expect(still.locator("#fold-sources li")).toHaveCount(175);
  await plain.close();

  const file = join(mkdtempSync(join(tmpdir(), "cyberflag-")), "cut.html");
  const text = readFileSync(fileURLToPath(ONE_FILE), "utf8");
  writeFileSync(file, text.replace(/(id="module">[^<]{9000})[^<]*/, "$1"));
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator("#load-note")).toContainText("It did not arrive whole");
  await expect(page.locator("#answer")).toContainText("police forces");
});

test("it needs no browser that can unpack", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "DecompressionStream"));
  await page.goto(ONE_FILE);
  await ready(page);
  await page.locator("#area-E23000032").click();
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
});

test("the lists are there before and after the program starts", async ({ page }) => {
  await page.goto(ONE_FILE);
  await ready(page);
  await page.getByRole("tab", { name: "Table" }).first().click();
  await expect(page.locator("#table-forces tbody tr")).toHaveCount(43);
  await page.locator("#s-years").getByRole("tab", { name: "Table" }).click();
  await expect(page.locator("#table-years tbody tr")).not.toHaveCount(0);
  await expect(page.locator("#fold-sources li")).toHaveCount(175);
  await expect(page.locator("#base-sources")).toHaveCount(0);
  // While the panel is folded nothing in it is drawn.
  await expect(page.locator("#share-panel")).not.toHaveAttribute("open");
  await expect(page.locator("#share-picture option")).toHaveCount(0);
  await expect(page.locator("#share-preview")).not.toHaveAttribute("src");
  await page.locator("#share-panel > summary").click();
  await expect(page.locator("#share-preview")).toHaveAttribute("src", /^data:image\/svg/);
  expect(await page.locator("#share-panel").evaluate((panel) => getComputedStyle(panel).borderTopStyle)).toBe("solid");
  expect(await page.locator("#sheet-style").getAttribute("media")).toBe("not all");
  // Where the program stops, the page that was there before it has its lists too.
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("a trap");
    window.dispatchEvent(new ErrorEvent("error", { error }));
  });
  await expect(page.locator("#load-note")).toBeVisible();
  await expect(page.locator("#table-forces tbody tr")).toHaveCount(43);
  await expect(page.locator("#fold-sources li")).toHaveCount(175);
});

test("from a host, and in a frame without an origin, it works the same", async ({ page, context, baseURL }) => {
  await page.goto(`${baseURL}cyberflag.html#area=E23000032`);
  await ready(page);
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
  const host = await context.newPage();
  await host.setContent(`<iframe sandbox="allow-scripts" src="${baseURL}cyberflag.html#area=E23000014" width="900" height="900"></iframe>`);
  const frame = host.frameLocator("iframe");
  await ready(frame);
  await expect(frame.locator("#h-card")).toHaveText("West Midlands Police");
  await frame.locator("#kind").selectOption("grooming");
  await expect(frame.locator("#answer")).toContainText("214 sexual grooming offences in 2024/25");
  await expect(frame.locator("#card-main")).toContainText("214 of the 7,140 recorded in England and Wales (3%)");

  // The frame may not save a file: what would be in it is shown, and said why.
  await frame.locator("#share-panel > summary").click();
  await frame.locator("#share-picture").selectOption("map");
  await frame.getByRole("button", { name: "Save as CSV" }).click();
  const tables = way(frame, "Figures");
  await expect(tables.getByRole("status")).toContainText("may forbid saving files");
  expect(await tables.getByRole("textbox").inputValue()).toContain("E23000014");
  await frame.getByRole("button", { name: "Save as PNG" }).click();
  await expect(way(frame, "Picture").getByRole("img")).toBeVisible();
  await expect(way(frame, "Picture").getByRole("textbox")).toBeHidden();
  // What has nothing to show says so alone, and paper is not tried.
  await frame.getByRole("button", { name: "Download as Excel" }).click();
  await expect(tables.getByRole("status")).toContainText("open the page by itself");
  await expect(tables.getByRole("textbox")).toBeHidden();
  await frame.getByRole("button", { name: "Print a fact sheet" }).click();
  await expect(way(frame, "Print").getByRole("status")).toContainText("may not print");
});

test("a view saved from the host opens from a disk as it was, with or without a script, and saves itself again", async ({ page, browser }) => {
  await page.goto("./share.html#measure=grooming&year=2023-24&area=E23000032");
  await ready(page);
  await page.getByRole("button", { name: "Start presenting" }).click();
  const list = page.getByRole("dialog", { name: "Present" });
  await list.getByRole("button", { name: "Add the view of the page" }).click();
  await list.getByLabel("Your notes").last().fill("Ask about “Kent” <first>");
  await list.getByRole("button", { name: "Close" }).click();
  const [[name, bytes]] = [...(await files(page, "Save the file"))];
  expect(name).toMatch(/^cyberflag-grooming-.*\.html$/);

  const file = join(mkdtempSync(join(tmpdir(), "cyberflag-")), name);
  writeFileSync(file, bytes);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(pathToFileURL(file).href);
  // The answer leads with the latest year of a chosen force, the card with the year of the view.
  await expect(still.locator("#answer")).toContainText("Kent Police recorded 289 sexual grooming offences in 2024/25");
  await expect(still.locator("#h-card")).toHaveText("Kent Police");
  await expect(still.locator("#card-main")).toContainText("245 sexual grooming offences in 2023/24");
  await expect(still.locator("[name=year]:checked")).toHaveValue("2023-24");
  await expect(still.locator("#table-forces caption")).toContainText("2023/24");
  await expect(still.locator("#table-forces tbody tr")).toHaveCount(43);
  await expect(still.locator("#fold-sources li")).toHaveCount(175);
  await expect(still.locator("#release")).toContainText(/^A view saved on \d+ \w+ \d{4}\. Release of/);
  await plain.close();

  await page.goto(pathToFileURL(file).href);
  await ready(page);
  await expect(page.locator("#answer")).toContainText("Kent Police recorded 289 sexual grooming offences in 2024/25");
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
  await expect(page.locator("#card-main")).toContainText("245 sexual grooming offences in 2023/24");
  await expect(page.locator("[name=year]:checked")).toHaveValue("2023-24");
  // Saved from the file itself it is the same file for good; the browser writes its tags a little
  // differently from the build, so the first is compared by what it holds.
  const [[, again]] = [...(await files(page, "Save the file"))];
  const held = (page: Buffer) => page.toString().match(/<div class="still" data-stretch="top">.*?<\/main>|id="module">[^<]*/gs);
  expect(held(again)?.length).toBe(2);
  writeFileSync(file, again);
  await page.goto(pathToFileURL(file).href);
  await ready(page);
  const [[, third]] = [...(await files(page, "Save the file"))];
  expect(third.equals(again), "the same bytes").toBe(true);
  await page.getByRole("button", { name: "Start presenting" }).click();
  await expect(page.getByRole("dialog", { name: "Present" }).getByLabel("Your notes").last()).toHaveValue("Ask about “Kent” <first>");
});

test("saved with a reader's own figures, it keeps their lists for reading and the published words for the program", async ({ page, browser }) => {
  const own = new OwnPanel(page);
  await own.open(ONE_FILE);
  await own.read("answers.csv", SHEET);
  await own.show({ Publisher: "The campaign", Title: "Answers" });
  let { path } = await own.saved("Save this page with these figures");
  for (const _ of ["saved from the file", "saved again from the saved page"]) {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(pathToFileURL(path).href);
    const kept = await still.locator("#fold-sources li").count();
    expect(kept).toBeLessThan(100);
    await expect(still.locator("#fold-sources")).toContainText("The campaign: Answers");
    await expect(still.locator("#table-forces tbody tr")).toHaveCount(43);
    await expect(still.locator("#table-forces")).toContainText("1,241");
    await plain.close();

    await page.goto(pathToFileURL(path).href);
    await ready(page);
    await expect(page.locator("#answer")).toContainText("1,271");
    await expect(page.locator("#fold-sources li")).toHaveCount(kept);
    await expect(page.locator("#base-sources")).toBeHidden();
    await expect(page.locator("#base-sources li")).toHaveCount(175);
    ({ path } = await own.saved("Save this page with these figures"));
  }
  await own.button("Back to the published figures").click();
  await expect(page.locator("#answer")).toContainText("5,653");
  await expect(page.locator("#fold-sources li")).toHaveCount(175);
  await expect(page.locator("#fold-sources")).toContainText("NSPCC");
});
