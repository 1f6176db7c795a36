import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test } from "vitest";
import { translate } from "../../src/locales.ts";
import { ASKING, COMPOSERS, prefilled, SHORT } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import {
  type BrowserUnderTest,
  inEachBrowser,
  look,
  overlay,
  press,
  type,
} from "./support/index.ts";
import { postsOf, recorded } from "./support/journal.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { onlyOne, pressPublish } from "./support/publishing.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);

async function openPopup(under: BrowserUnderTest): Promise<Page> {
  const popup = await openExtensionPage(under.session, "popup.html");
  onTestFinished(() => popup.close());
  await popup.setViewport({ width: 400, height: 600 });
  return popup;
}

async function declare(popup: Page): Promise<void> {
  await press(popup, ".declare");
  await press(popup, ".mode.emergency .main");
  await saying(popup, ".mode.emergency h2", ja("ui_mode_emergency_left", "2時間"));
}

async function endEmergency(under: BrowserUnderTest): Promise<void> {
  const popup = await openExtensionPage(under.session, "popup.html");
  await popup.waitForSelector(".mode.emergency button, .declare");
  if (await popup.$(".mode.emergency button")) await press(popup, ".mode.emergency button");
  await popup.waitForSelector(".declare");
  await popup.close();
}

inEachBrowser(
  "an emergency in the popup",
  (under) => {
    test("needs two presses, and none that a script makes", async () => {
      const popup = await openPopup(under);
      await popup.waitForSelector(".declare");
      await popup.$eval(".declare", (button) => (button as HTMLElement).click());
      await press(popup, ".declare");
      await popup.waitForSelector(".mode.emergency .main");
      await popup.$eval(".mode.emergency .main", (button) => (button as HTMLElement).click());
      await press(popup, ".mode.emergency .plain");
      await popup.waitForSelector(".declare");
      expect(await popup.$(".mode.emergency")).toBeNull();
    });

    test("outlives the popup and the worker, and is ended there", async () => {
      onTestFinished(() => endEmergency(under));
      const popup = await openPopup(under);
      await declare(popup);
      await under.session.extension().stopWorker();
      const again = await openPopup(under);
      await saying(again, ".mode.emergency h2", "緊急モード 残り");
      await press(again, ".mode.emergency button");
      await again.waitForSelector(".declare");
      // The other one is told.
      await popup.waitForSelector(".declare");
    });

    test.each(["light", "dark"] as const)("%s: everybody can use it", async (scheme) => {
      onTestFinished(() => endEmergency(under));
      const popup = await openPopup(under);
      await look(popup, { scheme });
      await press(popup, ".declare");
      await popup.waitForSelector(".mode.emergency .main");
      expect(await violations(popup)).toEqual([]);
      expect(await misfits(popup)).toEqual([]);
      await press(popup, ".mode.emergency .main");
      await saying(popup, ".mode.emergency h2", "緊急モード 残り2時間");
      expect(await violations(popup)).toEqual([]);
      expect(await misfits(popup)).toEqual([]);
    });
  },
  { policy: { accounts: [] } },
);

inEachBrowser(
  "what an emergency left",
  (under) => {
    test.each(COMPOSERS)(
      "$name: goes out, and waits to be looked at",
      async ({ url, editor, button, name }) => {
        onTestFinished(() => endEmergency(under));
        const popup = await openPopup(under);
        await declare(popup);
        // The pointer, in the middle of the text, rests on no mark.
        const text = `避難所のご案内は ${SHORT} へ\n落ち着いて行動してください。\n市役所`;
        const page = await under.open(prefilled(url, text));
        await press(page, editor);
        await press(page, button);
        await onlyOne(under, page, text);
        await endEmergency(under);
        const after = await openPopup(under);
        await saying(after, ".left summary", ja("popup_left", "1"));
        await saying(after, ".left ol", name);
        await saying(after, ".left ol", ja("guide_title_link_shortener"));
        expect(await violations(after)).toEqual([]);
        await press(after, ".left button");
        await after.waitForFunction(() => !document.querySelector(".left"));
        // Where the post stands is noted whenever the page shows it.
        const entries = (await recorded(under, name === "X" ? 1 : 2, "afterwards"))
          .map(({ entry }) => entry)
          .filter(({ type }) => type !== "address");
        expect(entries.slice(-4)).toMatchObject([
          { type: "mode", mode: "emergency", by: "staff" },
          { type: "post", mode: "emergency" },
          { type: "mode", mode: "normal", by: "staff" },
          { type: "afterwards" },
        ]);
      },
    );
  },
  { policy: { journalEnabled: true } },
);

inEachBrowser(
  "a popup in hold mode",
  (under) => {
    test("has the words that an answer is coming", async () => {
      const popup = await openPopup(under);
      await saying(popup, ".mode.hold blockquote", ja("civic_holding_statement"));
      expect(await violations(popup)).toEqual([]);
    });
  },
  { policy: { mode: "hold" } },
);

inEachBrowser("an emergency where a post is written", (under) => {
  test.each(COMPOSERS)("$name: is shown, told, and over", async ({ url, editor, button }) => {
    onTestFinished(() => endEmergency(under));
    const page = await under.open(prefilled(url, `避難所 ${SHORT}\n落ち着いて\n市役所`));
    await press(page, editor);
    await press(page, button);
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    const dialog = await shown.query("dialog");
    expect(dialog?.text).toContain(ja("ui_dialog_emergency"));
    await page.keyboard.press("Escape");
    await shown.waitGone("dialog");
    await declare(await openPopup(under));
    await page.bringToFront();
    const red = await shown.waitFor(".status b.emergency");
    expect(red.text).toBe(ja("ui_mode_emergency_left", "2時間"));
    const status = await shown.waitFor(".status.emergency");
    expect(status.attributes["aria-label"]).toContain(ja("ui_mode_emergency_left", "2時間"));
    await endEmergency(under);
    await page.bringToFront();
    await shown.waitGone(".status.emergency");
  });
});

inEachBrowser(
  "a reply in hold mode",
  (under) => {
    test("waits, and the words that an answer is coming are put in place", async () => {
      const page = await under.open(
        prefilled(
          "https://x.com/compose/post?in_reply_to=1700000000000000001",
          "そちらの誤りです。\n調べてください。",
        ),
      );
      const [{ editor }] = COMPOSERS;
      await press(page, editor);
      const shown = overlay(page);
      await press(page, '[data-testid="tweetButton"]');
      await shown.waitFor(ASKING);
      const statement = translate("ja", "civic_holding_statement");
      expect((await shown.query("dialog"))?.text).toContain(statement);
      await shown.press("dialog .question .button");
      await shown.waitGone("dialog");
      await shown.waitFor(".status.clear");
      await press(page, '[data-testid="tweetButton"]');
      await onlyOne(under, page, statement);
    });
  },
  { policy: { mode: "hold" } },
);

inEachBrowser(
  "a device that nobody manages",
  (under) => {
    test("is asked about once, and the reason is recorded with each post", async () => {
      const [x] = COMPOSERS;
      const text = "会場から中継します。";
      const page = await under.open(prefilled(x.url, text));
      await press(page, x.editor);
      await press(page, x.button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await pressPublish(page);
      expect((await shown.waitFor("dialog .error")).text).toBe(ja("ui_ask_device_missing"));
      await type(page, "庁内の端末がないため");
      await pressPublish(page);
      await onlyOne(under, page, text);
      const [first] = postsOf(await recorded(under, 1, "post"));
      const answer = { to: "device", reason: "庁内の端末がないため" };
      expect(first).toMatchObject({
        decision: "answered",
        findings: [{ rule: "account.device", fate: "answered", answer }],
      });
      const next = await under.open(prefilled(x.url, text));
      await press(next, x.editor);
      await overlay(next).waitFor(".status.clear");
      await press(next, x.button);
      const [, second] = postsOf(await recorded(under, 2, "post"));
      expect(second).toMatchObject({ findings: [{ rule: "account.device", answer }] });
    });
  },
  {
    policy: {
      journalEnabled: true,
      requireManagedDevice: true,
      rules: { "account.device": "stop" },
    },
  },
);
