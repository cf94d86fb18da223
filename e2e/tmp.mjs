import { chromium } from "@playwright/test";
import fs from "node:fs";
const [,, what, ...names] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || undefined, args: ["--no-sandbox", "--disable-gpu"] });
const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
const dir = process.env.DIR ?? "/tmp/c/site/forces";
const list = names.length ? names : fs.readdirSync(dir).filter(f => f.endsWith(".html") && f !== "index.html").map(f => f.slice(0,-5));
if (what === "pdf") {
  for (const n of list) {
    await page.goto(`file://${dir}/${n}.html`);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, path: `/tmp/c/pdf-${n.replace("/","_")}.pdf` });
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 710, height: 1000 });
    const h = await page.evaluate(() => 0).catch(() => 0);
    const box = await page.locator("article").boundingBox();
    await page.emulateMedia({ media: null });
    console.log(n, pages, "height", Math.round(box.height), "of", Math.round((297-14)/25.4*96));
  }
} else {
  for (const n of list) for (const scheme of ["light","dark"]) for (const w of [360,1280]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: w, height: 900 });
    await page.goto(`file://${dir}/${n}.html`);
    await page.screenshot({ path: `/tmp/c/shot-${n.replace("/","_")}-${scheme}-${w}.png`, fullPage: true });
  }
}
await browser.close();
