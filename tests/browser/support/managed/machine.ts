import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import { type FoundBrowser, findBrowser } from "../../../../src/demo/browsers.ts";
import { builtExtension } from "../../../../src/demo/launch.ts";
import type { DemoServer } from "../../../../src/demo/server.ts";
import { withPrivateEtc } from "./private-etc.ts";

/** A machine whose administrator installs the extension by policy files, and a profile that lasts. */
export abstract class ManagedMachine<Kind extends FoundBrowser["kind"]> {
  readonly kind: Kind;
  abstract readonly id: string;
  protected readonly server: DemoServer;
  /** Folder of the unpacked extension. */
  protected readonly build: string;
  protected readonly folder = mkdtempSync(join(tmpdir(), "tenken-managed-"));
  /** Of the browser as this machine has it, and of the starter that lays the policies over /etc. */
  protected readonly program: string;
  readonly #launcher: string;
  #browser: Browser | undefined;

  /** @param etc Where this browser reads policies: "/etc/firefox/policies". */
  constructor(kind: Kind, etc: string, server: DemoServer, build = builtExtension(kind)) {
    const found = findBrowser(kind);
    if (!found) throw new Error(`no ${kind} on this machine: npm test installs one`);
    this.kind = kind;
    this.server = server;
    this.build = build;
    this.program = found.path;
    const { folder, program, policies } = this;
    this.#launcher = withPrivateEtc(folder, { program, policies, etc });
  }

  protected get policies(): string {
    return join(this.folder, "policies");
  }

  protected get profile(): string {
    return join(this.folder, "profile");
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error("the browser is not running");
    return this.#browser;
  }

  extension(): { id: string } {
    return { id: this.id };
  }

  protected abstract launchOptions(): LaunchOptions;

  async start(): Promise<void> {
    this.#browser = await puppeteer.launch({
      ...this.launchOptions(),
      executablePath: this.#launcher,
      defaultViewport: { width: 1000, height: 800 },
    });
  }

  async quit(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  async remove(): Promise<void> {
    await this.quit();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
