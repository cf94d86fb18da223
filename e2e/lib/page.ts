// Page object: the journeys use this, not selectors.
import { type Locator, type Page, expect } from "@playwright/test";

export class CyberflagPage {
  /** Everything the browser complained about since this object was made. */
  readonly problems: string[] = [];
  /** Requests to other origins. */
  readonly foreign: string[] = [];

  constructor(readonly page: Page, readonly baseURL: string) {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on("pageerror", (error) => this.problems.push(`uncaught: ${error.message}`));
    page.on("requestfailed", (request) => this.problems.push(`not loaded: ${request.url()}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== new URL(baseURL).origin) {
        this.foreign.push(request.url());
      }
    });
  }

  /** Opens the page, with the part of the address after its folder: "#view", "?x=1". */
  async open(rest = ""): Promise<void> {
    await this.page.goto(`./${rest}`);
  }

  /** Waits until the interactive part runs; fails at once when it reports that it cannot. */
  async waitReady(): Promise<void> {
    const state = await this.state(["ready", "failed"]);
    expect(state, "the interactive part starts").toBe("ready");
  }

  /** Waits until the page says that its interactive part could not start. */
  async waitFailed(): Promise<void> {
    const state = await this.state(["ready", "failed"]);
    expect(state, "the interactive part fails").toBe("failed");
  }

  /** The one-sentence answer at the top. */
  get answer(): Locator {
    return this.page.locator("#answer");
  }

  /** The card of the chosen force. */
  get card(): Locator {
    return this.page.locator(".card");
  }

  /** A force on the map, by its ONS code. */
  area(code: string): Locator {
    return this.page.locator(`#area-${code}`);
  }

  /** A chart, scrolled into view and drawn for its column: below the window it is not yet. */
  async chart(id: string): Promise<Locator> {
    const chart = this.page.locator(`#chart-${id}`);
    // What is above it may still be laid out and push it down again.
    const off = () =>
      chart.evaluate((element) => {
        element.scrollIntoView({ block: "center" });
        const canvas = element.querySelector("canvas");
        if (element.closest(".panel[hidden]")) return 0; // behind another tab
        return canvas ? Math.abs(canvas.width / devicePixelRatio - element.clientWidth) : Infinity;
      });
    await expect.poll(off).toBeLessThanOrEqual(1);
    return chart;
  }

  /** The tile of a kind of figure, by its name. */
  tile(name: string): Locator {
    return this.page.locator(".tile").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  /** Turns off `content-visibility`: axe measures targets without scrolling to them. */
  async layOutAll(): Promise<void> {
    await this.page.evaluate(() => {
      const all = new CSSStyleSheet();
      all.replaceSync("* { content-visibility: visible !important; }");
      document.adoptedStyleSheets = [all];
    });
  }

  /** Presses every tab of a name in the page, or those under a selector. */
  async showTabs(name: string, under = "#app"): Promise<void> {
    await this.page.locator(under).evaluate((root, name) => {
      for (const tab of root.querySelectorAll<HTMLElement>("[role=tab]")) if (tab.textContent === name) tab.click();
    }, name);
  }

  get loadNote(): Locator {
    return this.page.locator("#load-note");
  }

  /** The table of a chart: the second tab of its section. */
  async tableOf(id: string): Promise<Locator> {
    const section = this.page.locator(`#s-${id}`);
    await section.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await section.getByRole("tab", { name: "Table" }).click();
    return section.locator(`#table-${id}`);
  }

  private async state(wanted: string[]): Promise<string | undefined> {
    const handle = await this.page.waitForFunction(
      (names) => {
        const now = document.documentElement.dataset.app;
        return now !== undefined && names.includes(now) ? now : false;
      },
      wanted,
      { timeout: 20_000 },
    );
    return (await handle.jsonValue()) || undefined;
  }
}
