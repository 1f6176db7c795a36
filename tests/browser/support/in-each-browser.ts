import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeEach, describe } from "vitest";
import type { Policy } from "../../../src/contract.ts";
import { type Running, type Wanted, withBrowsers } from "./browsers.ts";
import { Tabs } from "./tabs.ts";

const FAILURES = ".tenken/failures";

export interface BrowserUnderTest extends Pick<Running, "server" | "session"> {
  kind: Wanted["kind"];
  /** A tab at this address, loaded and in front, as if new; emptied or closed after the test. */
  open(url: string): Promise<Page>;
}

export interface Options extends Omit<Wanted, "kind"> {
  /** Set before the first page opens. */
  policy?: Partial<Policy>;
  /**
   * The browser starts for these tests and ends after them: they do to it what no new start of the
   * extension undoes.
   */
  isOwn?: boolean;
}

/**
 * Runs the same tests in Chromium and in Firefox, with a server, each as after a first start: nobody has
 * visited a page, the built extension was just installed. Who has the same options may get a browser that
 * served others, with all that they left removed (`renew`). What `define` gets may be used inside tests and
 * hooks only. A failing test leaves a picture of each of its pages in .tenken/failures.
 */
export function inEachBrowser(
  title: string,
  define: (under: BrowserUnderTest) => void,
  { policy, isOwn = false, ...options }: Options = {},
): void {
  describe.each(["chromium", "firefox"] as const)(`${title} (%s)`, (kind) => {
    let running: Running | undefined;
    let hasFailed = false;
    const tabs = new Tabs(() => started().session.browser);
    const started = (): Running => {
      if (running === undefined) throw new Error("the browser starts with the first test");
      return running;
    };

    withBrowsers.beforeAll(async ({ browsers }) => {
      const wanted = { kind, ...options };
      running = await (isOwn ? browsers.start(wanted, policy) : browsers.take(wanted, policy));
    });

    beforeEach(() => started().server.clear());

    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") {
        hasFailed = true;
        await picture(tabs.used, `${task.name} ${kind}`);
      }
      await tabs.leave();
    });

    afterAll(() => running?.release(!isOwn && !hasFailed));

    define({
      kind,
      get server() {
        return started().server;
      },
      get session() {
        return started().session;
      },
      open: (url) => tabs.open(url),
    });
  });
}

async function picture(pages: readonly Page[], name: string): Promise<void> {
  await mkdir(FAILURES, { recursive: true });
  const file = name.replace(/[^\p{L}\p{N}]+/gu, "-");
  for (const [index, page] of pages.entries()) {
    const path = `${FAILURES}/${file}-${index}.png` as const;
    // Chromium never paints a tab behind another, and would keep the picture waiting for minutes.
    const seen = page.bringToFront().then(() => page.screenshot({ path }));
    await seen.then(
      () => console.log(`picture: ${path}`),
      (error: unknown) => console.log(`no picture of ${page.url()}: ${error}`),
    );
  }
}
