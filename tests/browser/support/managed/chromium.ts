import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions, Target } from "puppeteer-core";
import type { DemoServer } from "../../../../src/demo/server.ts";
import { ManagedMachine } from "./machine.ts";
import { copyRelease, RELEASES } from "./release.ts";

/** Chromium's sandbox does not start as root, and only root has a private /etc. */
const AS_ROOT = "--no-sandbox";

/** With Chromium, started as a person starts it, without a driver's switches. */
export class ManagedChromium extends ManagedMachine<"chromium"> {
  readonly id: string;
  readonly #key: string;

  /** @param build Folder of the unpacked extension. */
  constructor(server: DemoServer, build?: string) {
    super("chromium", "/etc/chromium/policies/managed", server, build);
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    this.#key = join(this.folder, "key.pem");
    writeFileSync(this.#key, privateKey.export({ type: "pkcs8", format: "pem" }));
    this.id = idOf(publicKey.export({ type: "spki", format: "der" }));
  }

  /** Packs a release and offers it from now on. Returns its version. */
  release(step: number): string {
    const { folder, version } = copyRelease(
      "chromium",
      join(this.folder, `r${step}`),
      step,
      () => {},
      this.build,
    );
    execFileSync(
      this.program,
      [
        "--headless",
        AS_ROOT,
        `--user-data-dir=${join(this.folder, "packing")}`,
        `--pack-extension=${folder}`,
        `--pack-extension-key=${this.#key}`,
      ],
      { stdio: "ignore" },
    );
    const address = `${RELEASES}/${version}.crx`;
    this.server.standIn(address, {
      status: 200,
      contentType: "application/x-chrome-extension",
      body: readFileSync(`${folder}.crx`),
    });
    this.server.standIn(`${RELEASES}/updates.xml`, {
      status: 200,
      contentType: "text/xml",
      body: `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${this.id}"><updatecheck codebase="https://${address}" version="${version}"/></app></gupdate>`,
    });
    return version;
  }

  /** Writes the policy file; `settings` null: the extension is installed, and nothing is set. */
  write(settings: object | null): void {
    const policy = {
      ExtensionSettings: {
        [this.id]: {
          installation_mode: "force_installed",
          update_url: `https://${RELEASES}/updates.xml`,
          // Without it only the manifest's own address is asked for newer versions, and ours has none.
          override_update_url: true,
          toolbar_pin: "force_pinned",
        },
      },
      // By default nobody may look into an extension that was installed by force, a driver neither.
      DeveloperToolsAvailability: 1,
      ...(settings ? { "3rdparty": { extensions: { [this.id]: settings } } } : {}),
    };
    mkdirSync(this.policies, { recursive: true });
    writeFileSync(join(this.policies, "tenken.json"), JSON.stringify(policy));
  }

  protected launchOptions(): LaunchOptions {
    return {
      ignoreDefaultArgs: true,
      args: [
        "--headless=new",
        AS_ROOT,
        "--no-first-run",
        "--remote-debugging-port=0",
        `--user-data-dir=${this.profile}`,
        `--host-resolver-rules=MAP * 127.0.0.1:${this.server.port}`,
        "--ignore-certificate-errors",
        "--lang=ja",
        "about:blank",
      ],
      env: { ...process.env, LANGUAGE: "ja" },
    };
  }

  /** Resolves when the extension's worker runs. */
  async untilInstalled(): Promise<void> {
    await this.browser.waitForTarget((target) => this.#isWorker(target), { timeout: 30_000 });
  }

  /** Ends the worker, as the browser does after half a minute without work. */
  async stopWorker(): Promise<void> {
    const target = this.browser.targets().find((one) => this.#isWorker(one));
    await (await target?.worker())?.close();
  }

  /** Ends the worker, which a new version waits for, and resolves when the next one runs. */
  async untilReplaced(): Promise<void> {
    const old = this.browser.targets().find((one) => this.#isWorker(one));
    const next = this.browser.waitForTarget((one) => one !== old && this.#isWorker(one), {
      timeout: 30_000,
    });
    await this.stopWorker();
    await next;
  }

  #isWorker(target: Target): boolean {
    return (
      target.type() === "service_worker" &&
      target.url().startsWith(`chrome-extension://${this.id}/`)
    );
  }
}

/** The first 32 hex digits of the public key's SHA-256, with a–p for 0–f. */
function idOf(publicKey: Buffer): string {
  const digits = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
