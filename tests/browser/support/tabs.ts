import type { Browser, Page } from "puppeteer-core";

/** What a test does to a tab that its next document would inherit. */
const CHANGES = [
  "setViewport",
  "evaluateOnNewDocument",
  "exposeFunction",
  "setRequestInterception",
  "emulateMediaFeatures",
  "emulateTimezone",
] as const;

/** What a test may listen to, and a forgotten listener would hear of the next test. */
const HEARD = ["dialog", "console"] as const;

const changed = new WeakSet<Page>();

/** Says that a tab is not what it was in a way that no navigation undoes: no other test gets it. */
export function keepApart(page: Page): void {
  changed.add(page);
}

/**
 * The tabs of a browser under test. Opening and closing one costs more than half of a short test, so one
 * serves the next test, too: emptied, and navigated like any person's. One alone: where the tab in front is
 * closed, its neighbour comes there, and that is to be the test's own.
 */
export class Tabs {
  readonly #browser: () => Browser;
  #idle: Page | undefined;
  #used: Page[] = [];

  constructor(browser: () => Browser) {
    this.#browser = browser;
  }

  /** Those of the test that runs. */
  get used(): readonly Page[] {
    return this.#used;
  }

  /** A tab at this address, loaded and in front. */
  async open(url: string): Promise<Page> {
    const page = await this.#take(url);
    await page.goto(url);
    // A tab that is closed meanwhile may bring another to the front; one behind is never painted.
    await page.bringToFront();
    return page;
  }

  async #take(url: string): Promise<Page> {
    const idle = isOnTheWeb(url) ? this.#idle : undefined;
    if (idle) this.#idle = undefined;
    const page = idle ?? (await this.#browser().newPage());
    this.#used.push(page);
    if (idle) await idle.bringToFront();
    else noteChanges(page);
    return page;
  }

  /** Ends the use: the first tab stays, unless something was done to it. */
  async leave(): Promise<void> {
    const pages = this.#used;
    this.#used = [];
    this.#idle ??= pages.find(
      (page) => !page.isClosed() && isOnTheWeb(page.url()) && !isChanged(page),
    );
    const others = pages.filter((page) => page !== this.#idle);
    await Promise.all(others.map((page) => page.close().catch(() => {})));
    if (this.#idle && pages.includes(this.#idle)) await this.#empty(this.#idle);
  }

  async #empty(page: Page): Promise<void> {
    try {
      await page.evaluate(() => {
        document.open();
        document.close();
        sessionStorage.clear();
      });
      await page.mouse.reset();
      // In Firefox the pointer would stay where it was, and rest there on the next page.
      await page.mouse.move(0, 0);
    } catch {
      this.#idle = undefined;
      await page.close().catch(() => {});
    }
  }
}

const isOnTheWeb = (url: string) => url.startsWith("https://");

const isChanged = (page: Page) =>
  changed.has(page) || HEARD.some((event) => page.listenerCount(event) > 0);

function noteChanges(page: Page): void {
  const methods = page as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of CHANGES) {
    const usual = methods[name]?.bind(page);
    methods[name] = (...args) => {
      keepApart(page);
      return usual?.(...args);
    };
  }
}
