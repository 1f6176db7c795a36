import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import type { Policy } from "../../../src/contract.ts";
import { type FoundBrowser, findBrowser } from "../../../src/demo/browsers.ts";
import { type LaunchOptions, launch, type Session } from "../../../src/demo/launch.ts";
import { type DemoServer, startServer } from "../../../src/demo/server.ts";

const FAILURES = ".tenken/failures";

export interface BrowserUnderTest {
  kind: FoundBrowser["kind"];
  server: DemoServer;
  session: Session;
  /** A new tab at this address, loaded; closed after the test. */
  open(url: string): Promise<Page>;
}

export interface Options
  extends Partial<Pick<LaunchOptions, "extension" | "lang" | "viewport" | "isFirstRun">> {
  /** Set before the first page opens. */
  policy?: Partial<Policy>;
}

/**
 * Runs the same tests in Chromium and in Firefox, each with a fresh profile, the built extension and
 * its own server. What `define` gets may be used inside tests and hooks only. A failing test leaves a
 * picture of each of its pages in .tenken/failures.
 */
export function inEachBrowser(
  title: string,
  define: (under: BrowserUnderTest) => void,
  options: Options = {},
): void {
  describe.each(["chromium", "firefox"] as const)(`${title} (%s)`, (kind) => {
    let server: DemoServer | undefined;
    let session: Session | undefined;
    const pages: Page[] = [];
    const started = <T>(value: T | undefined): T => {
      if (value === undefined) throw new Error("the browser starts with the first test");
      return value;
    };

    beforeAll(async () => {
      const browser = findBrowser(kind) ?? (kind === "chromium" ? findBrowser() : undefined);
      if (browser?.kind !== kind)
        throw new Error(`no ${kind} on this machine: npm test installs one`);
      const { policy, ...rest } = options;
      server = await startServer();
      session = await launch({ browser, port: server.port, ...rest });
      if (policy) await session.extension().setPolicy(policy);
    });

    beforeEach(() => started(server).clear());

    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") await picture(pages, `${task.name} ${kind}`);
      await Promise.all(pages.splice(0).map((page) => page.close().catch(() => {})));
    });

    afterAll(async () => {
      await session?.close();
      await server?.close();
    });

    define({
      kind,
      get server() {
        return started(server);
      },
      get session() {
        return started(session);
      },
      async open(url) {
        const page = await started(session).browser.newPage();
        pages.push(page);
        await page.goto(url);
        return page;
      },
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
