// The panel in which readers open figures of their own, and tables for it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Download, type Locator, type Page, expect } from "@playwright/test";
import { ready } from "./share.ts";

/** The project's folder. */
export const ROOT = join(import.meta.dirname, "../..");

/** What `cargo xtask data` prints. */
export const data = (...args: string[]) => execFileSync("cargo", ["xtask", "data", ...args], { cwd: ROOT, encoding: "utf8" });

/** A copy of the project's data/ that a test may change. */
export function copyOfData(): string {
  const folder = mkdtempSync(join(tmpdir(), "cyberflag-data-"));
  cpSync(join(ROOT, "data"), folder, { recursive: true });
  return folder;
}

/** The mark on everything that shows or contains the reader's own figures. */
export const MARK = "A reader\u2019s own figures, not checked";

/** A table as it comes out of a spreadsheet, with one of everything that can be wrong. */
export const SHEET = `Table 1: offences marked as cyber-flagged;;;
;;;
Police force;Year;Number of offences;Notes
West Midlands Police;2016/17;1,241;
London, City of;2016-17;<5;small
Devon & Cornwall;year ending March 2017;x;
Dyfed\u2013Powys;01/04/2016;0;"two
lines"
Kent;2016/17;;
Yorkshire;2016/17;7;
British Transport Police;2016/17;9;
Total;2016/17;1,241;
Essex;2016;5;
Surrey;2016/17;more than 30;
Surrey;2016/17;more than 30;
Sussex;2016/17;twelve;
`;

/** Rows in the layout of the Home Office's open table of police recorded crime. */
export function homeOffice(rows: [string, number, string, string, number][]): string {
  const head =
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";
  const quoted = (text: string) => (text.includes(",") ? `"${text}"` : text);
  const line = ([year, quarter, force, code, n]: (typeof rows)[number]) =>
    `${year},${quarter},${quoted(force)},"Words, and more words",Sexual offences,Other sexual offences,${code},${n}`;
  return `\ufeff${[head, ...rows.map(line)].join("\r\n")}\r\n`;
}

export class OwnPanel {
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.panel = page.locator("#own-panel");
  }

  /** Opens a page at the panel. */
  async open(address = "./share.html?own"): Promise<void> {
    await this.page.goto(address);
    await ready(this.page);
    if ((await this.panel.getAttribute("open")) === null) await this.panel.locator("> summary").click();
  }

  async step(name: string): Promise<void> {
    await expect(this.panel).toHaveAttribute("data-step", name, { timeout: 60_000 });
  }

  /** Chooses a file. */
  async choose(name: string, content: string | Uint8Array): Promise<void> {
    const buffer = Buffer.from(content);
    await this.page.locator("#own-file").setInputFiles({ name, mimeType: "text/csv", buffer });
  }

  button(name: string): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }

  /** From a file to its report. */
  async read(name: string, content: string | Uint8Array): Promise<void> {
    await this.choose(name, content);
    await this.step("map");
    await this.button("Read all rows").click();
    await this.step("report");
  }

  /** From the report to the figures on the page. */
  async show(source: Record<string, string> = {}): Promise<void> {
    for (const [label, value] of Object.entries(source)) await this.panel.getByLabel(label, { exact: true }).fill(value);
    await this.button("Show these figures").click();
    await this.step("done");
    await expect(this.page.locator("html")).toHaveAttribute("data-figures", "own");
  }

  /** The file that a button saves. */
  async saved(button: string): Promise<{ name: string; bytes: Buffer; path: string }> {
    const coming = this.page.waitForEvent("download");
    await this.button(button).click();
    const download: Download = await coming;
    const name = download.suggestedFilename();
    // By its own name: without an ending a page would open as plain text.
    const path = join(mkdtempSync(join(tmpdir(), "cyberflag-")), name);
    await download.saveAs(path);
    return { name, bytes: readFileSync(path), path };
  }
}
