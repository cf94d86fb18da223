// What leaves the page: pictures, tables, everything in a ZIP, citations, the presentation.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { axeFindsNothing } from "../lib/axe.ts";
import { files, pngSize, ready, way } from "../lib/share.ts";
import { expect, test } from "../lib/test.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

test("the way from the page to the panel takes the view along", async ({ flag, page }) => {
  await flag.open("#measure=grooming&area=E23000032");
  await flag.waitReady();
  await page.getByRole("link", { name: "Choose a picture" }).click();
  await ready(page);
  await expect(page).toHaveURL(/share\.html\?share#measure=grooming&area=E23000032$/);
  await expect(page.locator("#share-panel")).toHaveAttribute("open", "");
  await expect(page.locator("#share-panel > summary")).toBeFocused();
  await expect(page.locator("#share-panel > summary")).toBeInViewport();
  await expect(page.locator("#h-card")).toHaveText("Kent Police");
  await page.goBack();
  await flag.waitReady();
  await page.getByRole("link", { name: "Open your figures" }).click();
  await ready(page);
  await expect(page).toHaveURL(/share\.html\?own#measure=grooming&area=E23000032$/);
  await expect(page.locator("#own-panel > summary")).toBeFocused();
  await expect(page.locator("#own-panel > summary")).toBeInViewport();
  expect(flag.problems).toEqual([]);
  expect(flag.foreign).toEqual([]);
});

test("pictures have the size that was asked for, and say where they come from", async ({ page }) => {
  await page.goto("./share.html");
  await ready(page);
  for (const [shape, size, width, height] of [
    ["landscape", "1", 1200, 675],
    ["square", "2", 2160, 2160],
    ["story", "4", 4320, 7680],
  ] as const) {
    await page.getByLabel("Shape").selectOption(shape);
    await page.getByLabel("Size", { exact: true }).selectOption(size);
    const [[name, bytes]] = [...(await files(page, "Save as PNG"))];
    expect(name).toBe("cyberflag-online-2016-17-map.png");
    expect(pngSize(bytes)).toEqual([width, height]);
    await expect(way(page, "Picture").getByRole("status")).toContainText(name);
  }
  const [[, svg]] = [...(await files(page, "Save as SVG"))];
  const read = await page.evaluate((xml) => {
    const found = new DOMParser().parseFromString(xml, "image/svg+xml");
    return { root: found.documentElement.tagName, broken: !!found.querySelector("parsererror"), words: found.documentElement.textContent ?? "" };
  }, text(svg));
  expect(read).toMatchObject({ root: "svg", broken: false });
  for (const part of ["2016/17", "of 43", "Source", "Release of"]) expect(read.words).toContain(part);
});

test("every figure of a view has a preview that is drawn", async ({ page }) => {
  await page.goto("./share.html#area=E23000032&compare=E23000014");
  await ready(page);
  const list = page.locator("#share-picture");
  const names = await list.locator("option").evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
  expect(names).toEqual(expect.arrayContaining(["headline", "map", "forces", "years", "force", "compare"]));
  for (const name of names) {
    await list.selectOption(name);
    const drawn = page.locator("#share-preview");
    await expect.poll(() => drawn.evaluate((e) => (e as HTMLImageElement).complete && (e as HTMLImageElement).naturalWidth)).toBe(1200);
    await expect(drawn).toHaveAttribute("alt", /Kent Police|recorded/);
  }
});

test("a table for a spreadsheet, with its source in a second file or in its first lines", async ({ page }) => {
  await page.goto("./share.html");
  await ready(page);
  await page.locator("#share-picture").selectOption("map");
  const two = await files(page, "Save as CSV", 2);
  const [csv, notes] = ["cyberflag-online-2016-17-map.csv", "cyberflag-online-2016-17-map-notes.txt"].map((n) => text(two.get(n) ?? Buffer.alloc(0)));
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.trim().split("\r\n")).toHaveLength(1 + 43 + 1);
  expect(csv).toMatch(/not published/);
  expect(notes).toContain("Release of");
  await page.getByLabel("Make the CSV open correctly in Excel").uncheck();
  await page.getByLabel("Put source and cautions in the same file").check();
  const [[, one]] = [...(await files(page, "Save as CSV"))];
  expect(text(one).startsWith("# ")).toBe(true);
});

test("a workbook has numbers as numbers, sources as links, and every column explained", async ({ page }, info) => {
  await page.goto("./share.html#measure=online&year=2016-17");
  await ready(page);
  await page.locator("#share-picture").selectOption("map");
  const [[name, bytes]] = [...(await files(page, "Download as Excel"))];
  expect(name).toBe("cyberflag-online-2016-17-map.xlsx");
  const part = (path: string) => text(unzipSync(bytes)[path] ?? new Uint8Array());
  expect([...part("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, sheet]) => sheet)).toEqual(["Figures", "Sources and cautions", "Definitions"]);
  expect(part("xl/worksheets/sheet1.xml")).toContain("<v>5653</v>");
  // Other programs read it too, where they are.
  const file = info.outputPath(name);
  writeFileSync(file, bytes);
  const total = "import sys,openpyxl; w=openpyxl.load_workbook(sys.argv[1]); s=w['Figures']; h=[c.value for c in s[1]]; r={n:c.value for n,c in zip(h,s[2])}; print(len(w.sheetnames), s.max_row, r['Offences recorded'], r['Period start'].year)";
  const opened = spawnSync("python3", ["-c", total, file], { encoding: "utf8" });
  const absent = opened.status !== 0 && /ModuleNotFoundError|ENOENT/.test(opened.stderr ?? String(opened.error));
  if (absent) info.annotations.push({ type: "not run", description: "openpyxl is not installed here" });
  else expect(opened.stdout.trim(), opened.stderr).toBe("3 45 5653 2016");
  const office = spawnSync("soffice", ["--headless", "--convert-to", "csv", "--outdir", info.outputDir, file], { encoding: "utf8" });
  if (office.error) info.annotations.push({ type: "not run", description: "LibreOffice is not installed here" });
  else expect(readFileSync(file.replace(/xlsx$/, "csv"), "utf8")).toMatch(/England and Wales.*5,?653/);
});

test("everything in one ZIP", async ({ page }) => {
  await page.goto("./share.html#measure=grooming");
  await ready(page);
  await page.locator("#share-picture").selectOption("years");
  const [[name, bytes]] = [...(await files(page, "Save everything as ZIP"))];
  expect(name).toBe("cyberflag-grooming-years.zip");
  const inside = unzipSync(bytes);
  const endings = Object.keys(inside).map((n) => n.split(".").pop());
  expect(endings.sort()).toEqual(["bib", "csv", "json", "json", "png", "ris", "svg", "txt", "txt", "txt"]);
  const description = JSON.parse(text(inside["datapackage.json"]));
  const table = description.resources[0];
  expect(text(inside[table.path]).replace("\uFEFF", "").split("\r\n")[0].split(",")).toEqual(table.schema.fields.map((f: { name: string }) => f.name));
  const picture = Object.entries(inside).find(([n]) => n.endsWith(".png"));
  expect(pngSize(Buffer.from(picture![1]))).toEqual([2400, 1350]);
});

test("the citation and the picture can be copied; where not, they are shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./share.html");
  await ready(page);
  await page.getByLabel("Form").selectOption("bib");
  await page.getByRole("button", { name: "Copy the citation" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/);
  await page.getByRole("button", { name: "Copy the picture" }).click();
  await expect(way(page, "Picture").getByRole("status")).toHaveText("The picture is copied.");
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(kinds).toContain("image/png");
  await page.evaluate(() => Object.defineProperty(window, "ClipboardItem", { value: undefined }));
  await page.getByRole("button", { name: "Copy the picture" }).click();
  await expect(way(page, "Picture").getByRole("status")).toContainText("does not let this page copy a picture");
  await expect(way(page, "Picture").getByRole("img")).toBeVisible();
});

test("each of the nine ways tells its result beside its own button", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "share", { value: (what: unknown) => ((window as any).sent = what, Promise.resolve()) }));
  await page.goto("./share.html#measure=grooming&area=E23000032");
  await ready(page);
  await expect(page.locator("#share-panel .sh h3")).toHaveText(["Link", "Picture", "Figures", "Embed", "Print", "Present", "Offline copy", "Citation", "Your own figures"]);
  await page.evaluate(() => (window.print = () => void setTimeout(() => dispatchEvent(new Event("afterprint")))));
  for (const [name, button, words] of [
    ["Link", "Copy the link", /^Copied\.$/],
    ["Link", "Share the link", /^Shared\.$/],
    ["Picture", "Save as PNG", /^Saved as cyberflag-grooming-2024-25-map\.png/],
    ["Figures", "Save as CSV", /^Saved as cyberflag-grooming-2024-25-map\.csv and cyberflag-grooming-2024-25-map-notes\.txt/],
    ["Figures", "Save everything as ZIP", /^Saved as cyberflag-grooming-2024-25-map\.zip/],
    ["Print", "Print a fact sheet", /^Sent to your browser to print\.$/],
    ["Offline copy", "Save the file", /^Saved as cyberflag-grooming-2024-25-map\.html/],
    ["Citation", "Save the citation", /^Saved as cyberflag-grooming-2024-25-map-citation\.txt/],
  ] as const) {
    await way(page, name).getByRole("button", { name: button }).click();
    await expect(way(page, name).getByRole("status"), button).toHaveText(words);
  }
  const address = /\/index\.html#measure=grooming&area=E23000032$/;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(address);
  expect(await page.evaluate(() => (window as any).sent)).toEqual({ text: expect.stringContaining("Kent Police"), url: expect.stringMatching(address) });
  await way(page, "Your own figures").getByRole("button").click();
  await expect(page.locator("#own-panel")).toHaveAttribute("open", "");
  await expect(page.locator("#own-panel > summary")).toBeFocused();
});

test("a result is told until another view or figure is shown", async ({ page }) => {
  await page.goto("./share.html#area=E23000032");
  await ready(page);
  const told = page.locator("#share-panel .told").filter({ hasText: /./ });
  await files(page, "Save as CSV");
  await expect(told).toHaveText([/^Saved as /]);
  await page.locator("#share-picture").selectOption("years");
  await expect(told).toHaveCount(0);
  await files(page, "Save as SVG");
  await expect(told).toHaveCount(1);
  await page.locator("#force").selectOption({ label: "Durham" });
  await expect(told).toHaveCount(0);
});

test("the panel follows the view, and keeps the figure where the view has it", async ({ page }) => {
  await page.goto("./share.html#area=E23000032");
  await ready(page);
  const list = page.locator("#share-picture");
  await list.selectOption("force");
  await page.locator("#force").selectOption({ label: "England and Wales" });
  await expect(list.locator("option[value=force]")).toHaveCount(0);
  await expect(list).not.toHaveValue("force");
  await page.locator("#force").selectOption({ label: "Kent" });
  await expect(list).toHaveValue("force");
  await expect(page.locator("#share-preview")).toHaveAttribute("alt", /^The chosen force: Kent Police/);
});

test("where copying is forbidden the text is shown at the button, chosen to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto("./share.html");
  await ready(page);
  await way(page, "Citation").getByRole("button", { name: "Copy the citation" }).click();
  await expect(way(page, "Citation").getByRole("status")).toContainText("copy it by hand");
  const text = way(page, "Citation").getByRole("textbox");
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/Release of/);
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBeGreaterThan(50);
});

test("a presentation by keys alone: on, back, blank, notes, end", async ({ page }) => {
  await page.goto("./share.html#measure=grooming&area=E23000032");
  await ready(page);
  await page.getByRole("button", { name: "Start presenting" }).press("Enter");
  const list = page.getByRole("dialog", { name: "Present" });
  const before = await list.getByRole("listitem").count();
  await list.getByRole("button", { name: "Add the view of the page" }).press("Enter");
  await expect(list.getByRole("listitem")).toHaveCount(before + 1);
  await list.getByRole("button", { name: "Take out" }).first().press("Enter");
  await expect(list.getByRole("listitem")).toHaveCount(before);
  // Notes move with their views.
  const notes = () => list.getByLabel("Your notes").evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  await list.getByLabel("Your notes").nth(1).pressSequentially("Ask");
  await list.getByRole("button", { name: "Earlier" }).nth(1).press("Enter");
  await expect.poll(notes).toEqual(["Ask", ...Array(before - 1).fill("")]);
  await expect(list.getByRole("button", { name: "Earlier" }).nth(1)).toBeFocused();
  await list.getByRole("button", { name: "Earlier" }).nth(1).press("Enter");
  await expect.poll(notes).toEqual(["", "Ask", ...Array(before - 2).fill("")]);
  await list.getByLabel("Your notes").nth(1).fill("");
  // Taking out the last leaves the focus in the list; the count is told.
  await list.getByRole("button", { name: "Add the view of the page" }).press("Enter");
  await list.getByRole("button", { name: "Take out" }).last().press("Enter");
  await expect(list.getByRole("heading", { name: "Present" })).toBeFocused();
  await expect(list.getByRole("status")).toHaveText(`${before} views.`);
  await list.getByRole("button", { name: "Start" }).press("Enter");
  const place = page.locator("#slide-place");
  await expect(place).toHaveText(`1 of ${before}`);
  await page.locator("#present").press("ArrowRight");
  await expect(place).toHaveText(`2 of ${before}`);
  await page.keyboard.press("End");
  await expect(page.locator("#slide-words")).toContainText("Kent");
  await page.keyboard.press("ArrowRight");
  await expect(place).toHaveText(`${before} of ${before}`);
  await page.keyboard.press("b");
  await expect(page.locator("#slide")).toBeHidden();
  await page.keyboard.press("b");
  await expect(page.locator("#slide-picture")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.locator("#slide-notes")).toHaveText("No notes for this view.");
  await page.keyboard.press("Home");
  await expect(place).toHaveText(`1 of ${before}`);
  await page.keyboard.press("Escape");
  await expect(page.locator("#present")).toBeHidden();
});

test("a fact sheet on one page of A4, and then the page again", async ({ page }) => {
  await page.goto("./share.html#area=E23000014");
  await ready(page);
  await page.evaluate(() => (window.print = () => undefined));
  await page.getByRole("button", { name: "Print a fact sheet" }).click();
  await expect(page.locator("#sheet h1")).toHaveText("West Midlands Police");
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator("#sheet")).toBeHidden();
  await expect(page.locator("#answer")).toBeVisible();
  expect(await page.evaluate(() => document.styleSheets[0].media.mediaText)).toBe("all");
});

test("the dialog makes frames that show the view, live or frozen", async ({ page, request }) => {
  await page.goto("./share.html#measure=grooming&area=E23000032");
  await ready(page);
  await page.getByRole("button", { name: "Get the code" }).press("Enter"); // a pointer would rest on the map
  const dialog = page.getByRole("dialog", { name: "Embed this figure" });
  const preview = page.frameLocator("#embed-preview iframe");
  await ready(preview);
  await expect(preview.locator("h1")).toContainText("Sexual grooming");
  await expect(preview.locator("#map-readout")).toContainText("Kent");
  await expect(preview.getByRole("group", { name: /^Year/ })).toBeVisible();
  const steps = await page.evaluate(() => history.length);
  await dialog.getByLabel("the year").uncheck();
  await dialog.getByLabel("Colours").selectOption("dark");
  await ready(preview);
  await expect(preview.getByRole("group", { name: /^Year/ })).toBeHidden();
  await expect(preview.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => history.length), "the preview is no step back").toBe(steps);

  await dialog.getByLabel("Period").selectOption({ label: "2023/24" });
  await dialog.getByLabel("Police force").selectOption({ label: "West Midlands" });
  await ready(preview);
  await expect(preview.locator("#map-readout")).toContainText("West Midlands");
  await expect(page.locator("[name=year]:checked")).toHaveValue("2023-24");
  await expect(page.locator("#card-main")).toContainText("offences in 2023/24");
  await dialog.getByLabel("Figure", { exact: true }).selectOption("force");
  await ready(preview);
  await expect(preview.locator("h1")).toContainText("West Midlands");
  await dialog.getByLabel("Figure", { exact: true }).selectOption("map");

  await dialog.getByLabel("Address of the page").fill("https://example.org/figures/");
  await dialog.getByLabel("Address of the page").press("Tab");
  const frame = dialog.getByRole("textbox", { name: /A frame of fixed height/ });
  await expect(frame).toHaveValue(/^<iframe src="https:\/\/example\.org\/figures\/embed\/map-grooming\.html\?theme=dark#measure=grooming&amp;year=2023-24&amp;area=E23000014" title="[^"]+" .*><\/iframe>$/);
  await expect(dialog.getByRole("textbox", { name: /grows/ })).toHaveValue(/<script src="https:\/\/example\.org\/figures\/embed\.js" async>/);
  await expect(dialog.getByRole("textbox", { name: "A plain link" })).toHaveValue(/^<a href="https:\/\/example\.org\/figures\/index\.html#.*West Midlands.*<\/a>$/);

  await dialog.getByLabel("Figures", { exact: true }).selectOption("frozen");
  await dialog.getByRole("button", { name: "Copy" }).first().click();
  await expect(dialog.locator(".snippet").first().getByRole("status")).toHaveText(/Copied|copy it by hand/);
  const frozen = /src="https:\/\/example\.org\/figures\/(frozen\/[\w-]+\/embed\/map-grooming\.html)/.exec(await frame.inputValue());
  expect(frozen).not.toBeNull();
  expect((await request.get(`./${frozen![1]}`)).ok()).toBe(true);
});

test("axe finds nothing in the panel and in its dialogs", async ({ page, flag }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./share.html#area=E23000032");
    await ready(page);
    await flag.layOutAll();
    // The frame in the preview has journeys of its own.
    const look = async (part: string) => {
      await axeFindsNothing(page, { include: part, exclude: "#embed-preview", when: `${width} ${part}` });
      const wide = await page.locator(part).evaluate((e) => e.scrollWidth - e.clientWidth);
      expect(wide, `${part} fits ${width} px`).toBeLessThanOrEqual(0);
    };
    await look("#share");
    await page.getByRole("button", { name: "Get the code" }).click();
    await look("#embed-dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Start presenting" }).click();
    await look("#present-list");
    await page.locator("#present-list").getByRole("button", { name: "Start" }).click();
    await look("#present");
    await page.keyboard.press("Escape");
  }
});
