import { expect, onTestFinished, test } from "vitest";
import { callInBrowser } from "../../src/demo/bidi.ts";
import { translate } from "../../src/locales.ts";
import { CLEAN, COMPOSERS, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, look, press, write } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { openPopupOver } from "./support/popup.ts";

const REGISTER = {
  accounts: [
    {
      platform: "x" as const,
      handle: "hoshimi_city",
      name: "星見市公式",
      department: "政策推進課",
      status: "公認" as const,
    },
  ],
};
const ja = (key: string, ...args: string[]) => translate("ja", key, args);

interface FirefoxGlobals {
  WebExtensionPolicy: { getByID(id: string): { extension: object } };
  ChromeUtils: {
    importESModule(url: string): {
      ExtensionPermissions: Record<
        "add" | "remove",
        (id: string, change: object, extension: object) => Promise<void>
      >;
    };
  };
}

/** Gives or takes the rights on X. Runs in Firefox's own process. */
async function setSites(id: string, isGiven: boolean): Promise<void> {
  const system = globalThis as unknown as FirefoxGlobals;
  const { ExtensionPermissions } = system.ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  const change = { permissions: [], origins: ["https://x.com/*"] };
  const { extension } = system.WebExtensionPolicy.getByID(id);
  await ExtensionPermissions[isGiven ? "add" : "remove"](id, change, extension);
}

inEachBrowser(
  "the popup over a page",
  (under) => {
    test("names who is signed in before a box is used, then follows what is found in it", async () => {
      const [x] = COMPOSERS;
      const page = await under.open(x.url);
      const popup = await openPopupOver(under.session, page);
      await saying(popup, ".page .who", "星見市公式 政策推進課");
      await saying(popup, ".page", ja("popup_page_idle", "X"));

      await write(page, x.editor, WRONG_DAY);
      await saying(popup, ".page .counts", ja("ui_count_stop", "1"));
      await saying(popup, ".page .who", "星見市公式 政策推進課");
      await saying(popup, ".page", ja("popup_page_boxes", "X", "1"));

      await page.goto("https://www.city.hoshimi.lg.jp/");
      await saying(popup, ".page", ja("popup_page_elsewhere"));
    });

    test("says that nothing is found only with what was not looked at", async () => {
      const [x] = COMPOSERS;
      const page = await under.open(prefilled(x.url, CLEAN));
      await press(page, x.editor);
      const popup = await openPopupOver(under.session, page);
      await saying(popup, ".page .box", ja("ui_card_clear"));
    });

    test("says that an account is not in the register", async () => {
      const [account] = REGISTER.accounts;
      const other = { accounts: [{ ...account, platform: "x" as const, handle: "tosyokan" }] };
      await under.session.extension().setPolicy(other);
      onTestFinished(() => under.session.extension().setPolicy(REGISTER));
      const popup = await openPopupOver(under.session, await under.open("https://x.com/home"));
      await saying(popup, ".page .who", "@hoshimi_city");
      await saying(popup, ".page", ja("popup_account_unregistered"));
    });

    test("says where nothing is checked, and why", async () => {
      const elsewhere = await openPopupOver(
        under.session,
        await under.open("https://www.jma.go.jp/"),
      );
      await saying(elsewhere, ".page", ja("popup_page_elsewhere"));
      expect(await elsewhere.$(".page .unchecked")).toBeNull();

      const [x] = COMPOSERS;
      const unread = await under.open(`${x.url}?variant=no-button`);
      await press(unread, x.editor);
      const box = await openPopupOver(under.session, unread);
      await saying(box, ".page .unchecked", ja("ui_reason_no_button"));
      expect(await box.$eval(".page", ({ textContent }) => textContent)).not.toContain(
        ja("popup_page_boxes", "X", "1"),
      );

      const host = await openPopupOver(
        under.session,
        await under.open("https://business.facebook.com/"),
      );
      await saying(host, ".page .unchecked", ja("ui_status_unchecked"));
      await saying(host, ".page .unchecked", ja("popup_page_host"));
      await host.bringToFront();
      expect(await violations(host)).toEqual([]);
    });

    // Firefox's protocol has no press on the browser's own buttons.
    test.runIf(under.kind === "chromium")("opens from the browser's own button", async () => {
      const page = await under.open("https://x.com/home");
      const { browser } = under.session;
      const extension = (await browser.extensions()).get(under.session.extension().id);
      if (!extension) throw new Error("the browser does not know the extension");
      const opened = browser.waitForTarget((target) => target.url().endsWith("/popup.html"));
      await page.triggerExtensionAction(extension);
      // It closes with the tab that it stands over.
      const popup = await (await opened).asPage();
      await saying(popup, ".page .who", "星見市公式 政策推進課");
      expect(await popup.evaluate(() => document.activeElement?.id)).toBe("text");
      expect(await misfits(popup)).toEqual([]);
    });

    // In Firefox alone a person takes these rights away after the installation, on its page of add-ons.
    test.runIf(under.kind === "firefox")("says that the browser keeps it away", async () => {
      const { id } = under.session.extension();
      await callInBrowser(under.session.browser, setSites, id, false);
      onTestFinished(() => callInBrowser(under.session.browser, setSites, id, true));
      const popup = await openPopupOver(under.session, await under.open("https://x.com/home"));
      await saying(popup, ".page .unchecked", ja("popup_page_forbidden"));
    });

    test.each(["light", "dark"] as const)(
      "%s: everybody can use it, and it is whole",
      async (scheme) => {
        const [x] = COMPOSERS;
        const page = await under.open(prefilled(x.url, WRONG_DAY));
        await press(page, x.editor);
        const popup = await openPopupOver(under.session, page);
        await saying(popup, ".page .counts", ja("ui_count_stop", "1"));
        await popup.bringToFront();
        await look(popup, { scheme });
        expect(await violations(popup)).toEqual([]);
        expect(await misfits(popup)).toEqual([]);
      },
    );
  },
  { policy: REGISTER },
);
