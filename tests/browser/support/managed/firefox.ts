import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { LaunchOptions } from "puppeteer-core";
import { callInBrowser } from "../../../../src/demo/bidi.ts";
import { launchOptions } from "../../../../src/demo/firefox.ts";
import type { DemoServer } from "../../../../src/demo/server.ts";
import { ManagedMachine } from "./machine.ts";
import { copyRelease, RELEASES } from "./release.ts";

/** Firefox installs at its start, before a driver can have told it to take our certificate. */
const INSTALL_URL = `http://${RELEASES}/tenken.xpi`;
const UPDATES = `${RELEASES}/updates.json`;

export class ManagedFirefox extends ManagedMachine<"firefox"> {
  readonly id: string;

  /** @param build Folder of the unpacked extension. */
  constructor(server: DemoServer, build?: string) {
    super("firefox", "/etc/firefox/policies", server, build);
    const manifest = JSON.parse(readFileSync(join(this.build, "manifest.json"), "utf8"));
    this.id = manifest.browser_specific_settings.gecko.id;
  }

  /** Packs a release and offers it from now on. Returns its version. */
  release(step: number): string {
    const { folder, version } = copyRelease(
      "firefox",
      join(this.folder, `r${step}`),
      step,
      (manifest) => {
        const { gecko } = manifest.browser_specific_settings as { gecko: object };
        Object.assign(gecko, { update_url: `https://${UPDATES}` });
      },
      this.build,
    );
    const files = globSync("**/*.*", { cwd: folder });
    const body = zipSync(
      Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file))])),
    );
    const link = `${RELEASES}/${version}.xpi`;
    for (const address of [link, new URL(INSTALL_URL).host + new URL(INSTALL_URL).pathname])
      this.server.standIn(address, {
        status: 200,
        contentType: "application/x-xpinstall",
        body,
      });
    this.server.standIn(UPDATES, {
      status: 200,
      contentType: "application/json",
      body: JSON.stringify({
        addons: { [this.id]: { updates: [{ version, update_link: `https://${link}` }] } },
      }),
    });
    return version;
  }

  /** Writes the policy file; `settings` null: the extension is installed, and nothing is set. */
  write(settings: object | null): void {
    const policies = {
      ExtensionSettings: {
        [this.id]: {
          installation_mode: "force_installed",
          install_url: INSTALL_URL,
          default_area: "navbar",
        },
      },
      ...(settings ? { "3rdparty": { Extensions: { [this.id]: settings } } } : {}),
    };
    mkdirSync(this.policies, { recursive: true });
    writeFileSync(join(this.policies, "policies.json"), JSON.stringify({ policies }));
  }

  protected launchOptions(): LaunchOptions {
    const options = launchOptions({ port: this.server.port, lang: "ja" });
    return {
      ...options,
      userDataDir: this.profile,
      extraPrefsFirefox: {
        ...options.extraPrefsFirefox,
        // ESR alone takes what Mozilla has not signed, and no certificate but its own is known here.
        "xpinstall.signatures.required": false,
        "extensions.install.requireBuiltInCerts": false,
        "extensions.update.requireBuiltInCerts": false,
      },
    };
  }

  /** Resolves with the installed version, once it is there. */
  untilInstalled(): Promise<string> {
    return callInBrowser(this.browser, installed, this.id);
  }

  /** Asks for a newer version and installs it, as Firefox does once a day. */
  update(): Promise<string> {
    return callInBrowser(this.browser, installUpdate, this.id);
  }
}

interface Addon {
  id: string;
  version: string;
  isActive: boolean;
  findUpdates(listener: object, reason: number): void;
}

interface Manager {
  UPDATE_WHEN_PERIODIC_UPDATE: number;
  getAddonByID(id: string): Promise<Addon | null>;
  addAddonListener(listener: { onInstalled(addon: Addon): void }): void;
}

// The functions below run in Firefox's own process, with its own globals.

async function installed(id: string): Promise<string> {
  const { AddonManager } = (
    globalThis as unknown as {
      ChromeUtils: { importESModule(url: string): { AddonManager: Manager } };
    }
  ).ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const there = new Promise<string>((resolve) => {
    AddonManager.addAddonListener({
      onInstalled: (addon) => {
        if (addon.id === id) resolve(addon.version);
      },
    });
  });
  const addon = await AddonManager.getAddonByID(id);
  return addon ? addon.version : there;
}

async function installUpdate(id: string): Promise<string> {
  const { AddonManager } = (
    globalThis as unknown as {
      ChromeUtils: { importESModule(url: string): { AddonManager: Manager } };
    }
  ).ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const addon = await AddonManager.getAddonByID(id);
  if (!addon) throw new Error("not installed");
  return new Promise((resolve, reject) => {
    addon.findUpdates(
      {
        onNoUpdateAvailable: () => reject(new Error("no update")),
        onUpdateAvailable: (_addon: Addon, install: { install(): Promise<Addon> }) => {
          install.install().then((next) => resolve(next.version), reject);
        },
      },
      AddonManager.UPDATE_WHEN_PERIODIC_UPDATE,
    );
  });
}
