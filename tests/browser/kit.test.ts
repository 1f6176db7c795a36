import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSigningKey } from "../../src/cli/crx.ts";
import { ownHostingFiles } from "../../src/cli/own-hosting.ts";
import type { Policy } from "../../src/contract.ts";
import { callInBrowser } from "../../src/demo/bidi.ts";
import { findBrowser } from "../../src/demo/browsers.ts";
import { launchOptions } from "../../src/demo/firefox.ts";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { kitFiles } from "../../src/deploy/kit.ts";
import { FIREFOX_ID } from "../../src/deploy/targets.ts";
import type { File } from "../../src/deploy/zip.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { describeManaged } from "./support/managed/describe-managed.ts";
import { withPrivateEtc } from "./support/managed/private-etc.ts";
import { untilRevision } from "./support/managed/settings-page.ts";

/** Where the city puts its own packages. */
const HOST = "kit.city.example";
const POLICY: Partial<Policy> = {
  policyRevision: "配布の試験",
  organizationName: "星見市",
  contact: "広報課「広聴係」\n'%PATH%' $HOME `\\",
  ownDomains: ["city.hoshimi.example.jp"],
  clauses: { "6(7)": { label: "短縮URL", text: "使わない。" } },
  rules: { "link.*": "care" },
  emergencyByStaffMinutes: 0,
  expandShortUrls: false,
};

/**
 * The kit's own files for Linux at their places under /etc, and its packages on a server: a browser
 * that is started then has Tenken, with these settings, and nobody did anything in it.
 */
describeManaged("Chromium and Firefox, from the kit's files", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenken-kit-"));
  let server: DemoServer;
  let hosted: File[];
  let linux: File[];
  let browser: Browser | undefined;
  let id = "";

  beforeAll(async () => {
    server = await startServer();
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = readSigningKey(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    id = key.id;
    const updateUrl = `https://${HOST}/updates.xml`;
    hosted = ownHostingFiles({ updateUrl, installUrl: `https://${HOST}/tenken.xpi` }, key);
    for (const { path, bytes } of hosted) {
      server.standIn(`${HOST}/${basename(path)}`, {
        status: 200,
        contentType: typeOf(path),
        body: bytes,
      });
    }
    const files = kitFiles(POLICY, {
      chrome: { id, url: updateUrl },
      // Firefox installs at its start, before a driver can have told it to take our certificate.
      firefox: { id: FIREFOX_ID, url: `http://${HOST}/tenken.xpi` },
    });
    linux = files.filter(({ path }) => path.startsWith("linux/etc/"));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a browser for which this folder of /etc holds what the kit has for it. */
  async function start(kind: "chromium" | "firefox", etc: string, options: LaunchOptions) {
    await browser?.close();
    const program = findBrowser(kind)?.path ?? expect.fail(`no ${kind}: npm test installs one`);
    const own = join(folder, kind);
    const policies = join(own, "policies");
    mkdirSync(policies, { recursive: true });
    for (const { path, bytes } of linux.filter(
      ({ path }) => `/${dirname(path)}` === `/linux${etc}`,
    ))
      writeFileSync(join(policies, basename(path)), bytes);
    if (kind === "chromium") {
      // By default nobody may look into an extension that was installed by force, a driver neither.
      writeFileSync(join(policies, "driver.json"), '{"DeveloperToolsAvailability":1}');
    }
    const executablePath = withPrivateEtc(own, { program, policies, etc });
    browser = await puppeteer.launch({ ...options, executablePath });
    return browser;
  }

  test("Chromium installs the package and has the policy", async () => {
    const chromium = await start("chromium", "/etc/chromium/policies/managed", {
      ignoreDefaultArgs: true,
      args: [
        "--headless=new",
        "--no-sandbox",
        "--no-first-run",
        "--remote-debugging-port=0",
        `--user-data-dir=${join(folder, "profile")}`,
        `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`,
        "--ignore-certificate-errors",
        "about:blank",
      ],
    });
    await chromium.waitForTarget((target) => target.url().startsWith(`chrome-extension://${id}/`), {
      timeout: 30_000,
    });
    const extension = () => ({ id });
    const page = await openExtensionPage(
      { kind: "chromium", browser: chromium, extension },
      "popup.html",
    );
    const { status } = await untilRevision(page, POLICY.policyRevision ?? "");
    expect(status.rejected).toEqual([]);
    expect(status.policy).toMatchObject(POLICY);
    expect(status.keys.rules).toEqual({ source: "managed", lock: "set" });
  });

  test("Firefox installs the package, in private windows too, and has the policy", async () => {
    const options = launchOptions({ port: server.port, lang: "ja" });
    const firefox = await start("firefox", "/etc/firefox/policies", {
      ...options,
      // ESR alone takes what Mozilla has not signed.
      extraPrefsFirefox: { ...options.extraPrefsFirefox, "xpinstall.signatures.required": false },
    });
    await vi.waitFor(
      async () => {
        const addon = await callInBrowser<[string], object | null>(
          firefox,
          describeAddon,
          FIREFOX_ID,
        );
        expect(addon).toEqual({ isActive: true, canUninstall: false, isInPrivateWindows: true });
      },
      { timeout: 30_000, interval: 200 },
    );
    const extension = () => ({ id: FIREFOX_ID });
    const page = await openExtensionPage(
      { kind: "firefox", browser: firefox, extension },
      "popup.html",
    );
    const { status } = await untilRevision(page, POLICY.policyRevision ?? "");
    expect(status.rejected).toEqual([]);
    expect(status.policy).toMatchObject(POLICY);
  });
});

function typeOf(path: string): string {
  if (path.endsWith(".crx")) return "application/x-chrome-extension";
  if (path.endsWith(".xpi")) return "application/x-xpinstall";
  return path.endsWith(".xml") ? "text/xml" : "application/json";
}

/** Runs in Firefox's own process. */
async function describeAddon(id: string): Promise<object | null> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as {
    ChromeUtils: {
      importESModule(url: string): {
        AddonManager: {
          PERM_CAN_UNINSTALL: number;
          getAddonByID(id: string): Promise<{ isActive: boolean; permissions: number } | null>;
        };
      };
    };
    WebExtensionPolicy: { getByID(id: string): { privateBrowsingAllowed: boolean } | null };
  };
  const { AddonManager } = ChromeUtils.importESModule(
    "resource://gre/modules/AddonManager.sys.mjs",
  );
  const addon = await AddonManager.getAddonByID(id);
  return (
    addon && {
      isActive: addon.isActive,
      canUninstall: (addon.permissions & AddonManager.PERM_CAN_UNINSTALL) !== 0,
      isInPrivateWindows: WebExtensionPolicy.getByID(id)?.privateBrowsingAllowed ?? false,
    }
  );
}
