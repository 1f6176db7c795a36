import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { CLEAN, COMPOSERS, DRAFT, prefilled } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { modelTexts, overlay, press, pressKeys, type, waitForModel } from "./support/index.ts";
import { CHANGED, checkCorrected } from "./support/managed/changed-page.ts";
import { describeManaged } from "./support/managed/describe-managed.ts";
import { ManagedFirefox } from "./support/managed/firefox.ts";
import { PROBED_HOST, probed } from "./support/managed/probe.ts";
import { askSettings, setLocal, untilRevision } from "./support/managed/settings-page.ts";

const SECRET = { term: "峰の原計画", level: "stop" };
const HOME = COMPOSERS[0];

describeManaged("Firefox", () => {
  let server: DemoServer;
  let machine: ManagedFirefox;
  let settings: Page;

  beforeAll(async () => {
    server = await startServer();
    machine = new ManagedFirefox(server);
  });
  afterAll(async () => {
    await machine?.remove();
    await server?.close();
  });

  test("first start: it installs itself with its settings, and a bad item costs itself alone", async () => {
    const version = machine.release(0);
    machine.write({
      policyRevision: "第1版",
      mode: "hold",
      // Firefox checks nothing, so that a wrong type too comes as far as our own reading.
      accounts: [
        { platform: "x", handle: "hoshimi_city", hours: 5 },
        { platform: "mixi", handle: "hoshimi" },
      ],
      rules: { "link.*": "care", "date.weekday": "loud" },
      requireManagedDevice: 1,
      journalRetentionDays: "30",
      hashtags: '["#星見市"]',
      colour: "red",
    });
    await machine.start();
    expect(await machine.untilInstalled()).toBe(version);
    settings = await openExtensionPage(machine, "popup.html");
    const { status } = await untilRevision(settings, "第1版");
    expect(status).toMatchObject({
      isManaged: true,
      failure: null,
      version,
      keys: { mode: { source: "managed", lock: "set" }, override: { lock: "unset" } },
      policy: {
        mode: "hold",
        accounts: [{ platform: "x", handle: "hoshimi_city" }],
        rules: { "link.*": "care" },
        requireManagedDevice: true,
        journalRetentionDays: 30,
        hashtags: ["#星見市"],
      },
    });
    const rejected = status.rejected.map(({ path, reason }) => `${path} ${reason}`);
    expect(rejected.sort()).toEqual([
      "accounts[0].hours not_text",
      "accounts[1].platform not_choice",
      "colour unknown_key",
      'rules["date.weekday"] not_choice',
    ]);
    const { status: tried } = await setLocal(settings, { override: "allow" });
    expect(tried.rejected).toContainEqual(
      expect.objectContaining({ path: "override", reason: "locked", source: "local" }),
    );
  });

  test("of a page's process, only a content script can read managed settings, and nothing else", async () => {
    server.standIn(PROBED_HOST, { status: 200 });
    const page = await machine.browser.newPage();
    expect(await probed(page)).toEqual({
      // Firefox closes this to no content script, and ours never asks: a wall holds it to that.
      managed: expect.objectContaining({ policyRevision: "第1版" }),
      local: {},
      status: null,
      set: null,
      databases: [],
    });
    expect(await page.evaluate(() => "browser" in globalThis || "chrome" in globalThis)).toBe(
      false,
    );
    await page.close();
  });

  test("an edit comes at the next start, and keys that were removed go back", async () => {
    machine.write({ policyRevision: "第2版", allowLocalSettings: true, terms: [SECRET] });
    await machine.quit();
    await machine.start();
    settings = await openExtensionPage(machine, "popup.html");
    const { status } = await untilRevision(settings, "第2版");
    expect(status).toMatchObject({ rejected: [], policy: { mode: "normal", accounts: [] } });
    const page = await openHome(`${SECRET.term}を公表します`);
    await overlay(page).waitFor(".status.findings");
    // What stands in a compose box is judged anew, without another letter.
    const rules = { "secret.term": "off" };
    const set = await setLocal(settings, { override: "allow", rules });
    expect(set.status.keys.override).toEqual({ source: "local", lock: null });
    await overlay(page).waitFor(".status.clear");
    await setLocal(settings, { override: "allow" });
    await overlay(page).waitFor(".status.findings");
    await page.close();
  });

  test("a page whose markup changed is read again, without a new version", async () => {
    await settings.close();
    machine.write({ policyRevision: "修正版", siteSelectors: CHANGED.selectors });
    await machine.quit();
    await machine.start();
    settings = await openExtensionPage(machine, "popup.html");
    await untilRevision(settings, "修正版");
    const page = await machine.browser.newPage();
    await page.goto(prefilled(CHANGED.url, DRAFT));
    await press(page, CHANGED.editor);
    await checkCorrected(machine, server, page, settings);
    await page.close();
    machine.write({ policyRevision: "第2版", allowLocalSettings: true, terms: [SECRET] });
    await machine.quit();
    await machine.start();
    settings = await openExtensionPage(machine, "popup.html");
    await untilRevision(settings, "第2版");
  });

  test("an update under an open composer leaves the draft, and checking goes on", async () => {
    await settings.close();
    const page = await openHome(CLEAN);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    const version = machine.release(1);
    expect(await machine.update()).toBe(version);
    expect(await modelTexts(page, "home")).toEqual([CLEAN]);
    await press(page, HOME.editor);
    await pressKeys(page, "Control+End");
    await type(page, SECRET.term);
    await shown.waitFor(".status.findings");
    await waitForModel(page, "home", [`${CLEAN}${SECRET.term}`]);
    settings = await openExtensionPage(machine, "popup.html");
    expect((await askSettings(settings)).status).toMatchObject({
      version,
      policy: { policyRevision: "第2版", override: "allow" },
    });
  });

  test("a policy that is withdrawn leaves this machine its own settings", async () => {
    machine.write(null);
    await machine.quit();
    await machine.start();
    settings = await openExtensionPage(machine, "popup.html");
    const { status } = await untilRevision(settings, "");
    expect(status).toMatchObject({ isManaged: false, policy: { override: "allow", terms: [] } });
  });

  async function openHome(draft: string): Promise<Page> {
    const page = await machine.browser.newPage();
    await page.goto(prefilled(HOME.url, draft));
    await press(page, HOME.editor);
    return page;
  }
});
