import { test } from "vitest";
import type { Policy } from "../../../src/contract.ts";
import { type FoundBrowser, findBrowser } from "../../../src/demo/browsers.ts";
import { type LaunchOptions, launch, type Session } from "../../../src/demo/launch.ts";
import { type DemoServer, startServer } from "../../../src/demo/server.ts";

/** A browser, and the server that is the whole network to it. */
export interface Running {
  /** What is handed over to another server stays so: not with a server that others use after. */
  server: Omit<DemoServer, "handOver">;
  session: Session;
  /** Ends the use. `mayServeAgain`: nothing happened that a new start of the extension would not undo. */
  release(mayServeAgain: boolean): Promise<void>;
}

export type Wanted = Partial<
  Pick<LaunchOptions, "extension" | "lang" | "viewport" | "isFirstRun">
> & { kind: FoundBrowser["kind"] };

/** Besides the one in use: two languages, two kinds. */
const MOST_IDLE = 3;

/** To start a browser takes seconds; to renew one, less than one. */
class Browsers {
  /** By what was wanted, the one that served last at the end. */
  readonly #idle = new Map<string, Running>();

  /** A browser as it is after its start: one that served before with the same options, made new, or another. */
  async take(wanted: Wanted, policy: Partial<Policy> = {}): Promise<Running> {
    const key = JSON.stringify(wanted);
    const idle = this.#idle.get(key);
    this.#idle.delete(key);
    if (!idle) return this.start(wanted, policy);
    try {
      idle.server.clear();
      await idle.session.renew(policy);
      return idle;
    } catch (error) {
      await idle.release(false);
      throw error;
    }
  }

  /** Another one. */
  async start(wanted: Wanted, policy: Partial<Policy> = {}): Promise<Running> {
    const { kind, ...options } = wanted;
    const browser = findBrowser(kind) ?? (kind === "chromium" ? findBrowser() : undefined);
    if (browser?.kind !== kind)
      throw new Error(`no ${kind} on this machine: npm test installs one`);
    const server = await startServer();
    try {
      const session = await launch({ browser, port: server.port, policy, ...options });
      const running: Running = {
        server,
        session,
        release: async (mayServeAgain) => {
          if (mayServeAgain && session.browser.connected) {
            this.#idle.set(JSON.stringify(wanted), running);
            return this.#keepTo(MOST_IDLE);
          }
          await session.close();
          await server.close();
        },
      };
      return running;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#keepTo(0);
  }

  async #keepTo(count: number): Promise<void> {
    const surplus = [...this.#idle].slice(0, Math.max(0, this.#idle.size - count));
    for (const [key] of surplus) this.#idle.delete(key);
    await Promise.all(surplus.map(([, running]) => running.release(false)));
  }
}

/** Hooks of this `test` get the browsers of their worker, which outlive the files that it runs. */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads in it that this needs no other fixture
export const withBrowsers = test.extend("browsers", { scope: "worker" }, ({}, { onCleanup }) => {
  const browsers = new Browsers();
  onCleanup(() => browsers.close());
  return browsers;
});
