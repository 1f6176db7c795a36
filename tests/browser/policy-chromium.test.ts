import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { CLEAN, COMPOSERS, DRAFT, prefilled } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { modelTexts, overlay, press, pressKeys, type, waitForModel } from "./support/index.ts";
import { CHANGED, checkCorrected } from "./support/managed/changed-page.ts";
import { ManagedChromium } from "./support/managed/chromium.ts";
import { describeManaged } from "./support/managed/describe-managed.ts";
import { PROBED_HOST, probed } from "./support/managed/probe.ts";
import { askSettings, setLocal, untilRevision } from "./support/managed/settings-page.ts";

const SECRET = { term: "峰の原計画", level: "stop" };
const HOME = COMPOSERS[0];

describeManaged("Chromium", () => {
  let server: DemoServer;
  let machine: ManagedChromium;
  let settings: Page;

  beforeAll(async () => {
    server = await startServer();
    machine = new ManagedChromium(server);
  });
  afterAll(async () => {
    await machine?.remove();
    await server?.close();
  });

  test("first start: it installs itself, and its settings come without a restart", async () => {
    machine.release(0);
    machine.write({ policyRevision: "第1版", mode: "hold", terms: [SECRET] });
    await machine.start();
    await machine.untilInstalled();
    settings = await openExtensionPage(machine, "popup.html");
    const { status } = await untilRevision(settings, "第1版");
    expect(status).toMatchObject({ isManaged: true, failure: null, rejected: [] });
    expect(status.keys.mode).toEqual({ source: "managed", lock: "set" });
    expect(status.keys.override).toEqual({ source: "default", lock: "unset" });
  });

  test("a machine's own settings wait while policy locks them", async () => {
    const { status, local } = await setLocal(settings, { override: "allow" });
    expect(status.rejected).toEqual([
      { key: "override", path: "override", reason: "locked", source: "local" },
    ]);
    expect(local).toEqual({});
  });

  test("nothing of it can be read in a page's process", async () => {
    server.standIn(PROBED_HOST, { status: 200 });
    const page = await machine.browser.newPage();
    expect(await probed(page)).toEqual({
      managed: expect.stringMatching(/^refused: .*not allowed/),
      local: expect.stringMatching(/^refused: .*not allowed/),
      status: null,
      set: null,
      databases: [],
    });
    await page.close();
  });

  test("an edit comes by itself, keys that were removed go back, and a bad item costs itself alone", async () => {
    const page = await openHome(CLEAN);
    await overlay(page).waitFor(".status.clear");
    // The change itself must wake it.
    await machine.stopWorker();
    machine.write({
      policyRevision: "第2版",
      allowLocalSettings: true,
      terms: [{ term: CLEAN.slice(2, 4), level: "care" }],
      accounts: [
        { platform: "x", handle: "hoshimi_city", name: "星見市" },
        { platform: "mixi", handle: "hoshimi" },
        { platform: "facebook", name: "星見市", reviewedOn: "昨日" },
      ],
      rules: { "link.*": "care", "date.weekday": "loud" },
      clauses: { "6(7)": { label: "短縮URL", text: "使わない。" } },
      siteSelectors: { x: { post: "article" } },
      emergencyByStaffMinutes: -5,
    });
    const { status } = await untilRevision(settings, "第2版");
    expect(status.policy).toMatchObject({
      mode: "normal",
      terms: [{ term: CLEAN.slice(2, 4), level: "care" }],
      accounts: [
        { platform: "x", handle: "hoshimi_city", name: "星見市" },
        { platform: "facebook", name: "星見市" },
      ],
      rules: { "link.*": "care" },
      clauses: { "6(7)": { label: "短縮URL", text: "使わない。" } },
      siteSelectors: { x: { post: "article" } },
      emergencyByStaffMinutes: 120,
    });
    const rejected = status.rejected.map(
      ({ source, path, reason }) => `${source} ${path} ${reason}`,
    );
    expect(rejected.sort()).toEqual([
      "managed accounts[1].platform not_choice",
      "managed accounts[2].reviewedOn not_date",
      "managed emergencyByStaffMinutes out_of_range",
      'managed rules["date.weekday"] not_choice',
    ]);
    // What stands in a compose box is judged anew, without another letter.
    await overlay(page).waitFor(".status.findings");
    await page.close();
  });

  test("a page whose markup changed is read again, without a new version", async () => {
    const page = await machine.browser.newPage();
    await page.goto(prefilled(CHANGED.url, DRAFT));
    await press(page, CHANGED.editor);
    await overlay(page).waitFor(".status.unchecked");
    machine.write({
      policyRevision: "修正版",
      allowLocalSettings: true,
      siteSelectors: CHANGED.selectors,
    });
    await untilRevision(settings, "修正版");
    await checkCorrected(machine, server, page, settings);
    await page.close();
  });

  test("what policy leaves open is this machine's, until policy sets it", async () => {
    const { status } = await setLocal(settings, { override: "allow", mode: "hold" });
    expect(status.policy).toMatchObject({ override: "allow", mode: "hold" });
    machine.write({
      policyRevision: "第3版",
      allowLocalSettings: true,
      override: "never",
      terms: [SECRET],
    });
    const then = await untilRevision(settings, "第3版");
    expect(then.status.policy).toMatchObject({ override: "never", mode: "hold" });
    expect(then.status.keys).toMatchObject({
      override: { source: "managed", lock: "set" },
      mode: { source: "local", lock: null },
    });
    expect(then.local).toEqual({ override: "allow", mode: "hold" });
  });

  test("after a restart the last settings hold from the first draft on", async () => {
    await machine.quit();
    await machine.start();
    const page = await openHome(`${SECRET.term}を公表します`);
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    settings = await openExtensionPage(machine, "popup.html");
    const { status } = await askSettings(settings);
    expect(status).toMatchObject({ isManaged: true, policy: { policyRevision: "第3版" } });
    expect((await untilRevision(settings, "第3版")).status.readAt).not.toBeNull();
    await page.close();
  });

  test("an update under an open composer leaves the draft, and checking goes on", async () => {
    const page = await openHome(CLEAN);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    const version = machine.release(1);
    const found = await settings.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          runtime: { requestUpdateCheck(): Promise<{ status: string; version?: string }> };
        };
      };
      return chrome.runtime.requestUpdateCheck();
    });
    expect(found).toEqual({ status: "update_available", version });
    await settings.close();
    await machine.untilReplaced();
    expect(await modelTexts(page, "home")).toEqual([CLEAN]);
    await pressKeys(page, "Control+End");
    await type(page, SECRET.term);
    await shown.waitFor(".status.findings");
    await waitForModel(page, "home", [`${CLEAN}${SECRET.term}`]);
    settings = await openExtensionPage(machine, "popup.html");
    expect((await askSettings(settings)).status).toMatchObject({
      version,
      policy: { policyRevision: "第3版" },
    });
  });

  test("a policy that is withdrawn leaves this machine its own settings", async () => {
    machine.write(null);
    const { status } = await untilRevision(settings, "");
    expect(status.isManaged).toBe(false);
    expect(status.policy).toMatchObject({ override: "allow", mode: "hold", terms: [] });
  });

  async function openHome(draft: string): Promise<Page> {
    const page = await machine.browser.newPage();
    await page.goto(prefilled(HOME.url, draft));
    await press(page, HOME.editor);
    return page;
  }
});
