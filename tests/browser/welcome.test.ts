import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { translate } from "../../src/locales.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import {
  type BrowserUnderTest,
  inEachBrowser,
  look,
  press,
  pressKeys,
  type,
} from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);

async function openWelcome(under: BrowserUnderTest, width = 1000): Promise<Page> {
  const page = await openExtensionPage(under.session, "welcome.html");
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 800 });
  await page.bringToFront();
  await page.waitForSelector("form");
  return page;
}

/** What the worker holds for this machine. */
async function local(page: Page): Promise<object> {
  return page.evaluate(async () => {
    const world = globalThis as unknown as Record<
      "chrome" | "browser",
      { runtime: { sendMessage(message: object): Promise<{ local: object }> } }
    >;
    const { runtime } = world.browser ?? world.chrome;
    return (await runtime.sendMessage({ type: "policy-status" })).local;
  });
}

inEachBrowser(
  "the first run",
  (under) => {
    test("opens the welcome by itself, once: it does not come back with an update", async () => {
      const page = await under.session.extensionPage("welcome.html", 20_000);
      await saying(page, "form .main", ja("welcome_save"));
      await page.close();
      await under.session.extension().reload();
      // As soon as the new worker is certain that there is no policy, it would open the welcome.
      const status = await openExtensionPage(under.session, "status.html");
      onTestFinished(() => status.close());
      await saying(status, "#summary", ja("status_is_unmanaged"));
      await expect(under.session.extensionPage("welcome.html", 1_000)).rejects.toThrow("did not");
    });
  },
  { isFirstRun: true, isOwn: true },
);

inEachBrowser("the welcome", (under) => {
  test("is done by keyboard in a minute", async () => {
    const page = await openWelcome(under);
    await press(page, "form input");
    await type(page, "星見市");
    await pressKeys(page, "Tab");
    await type(page, "www.city.hoshimi.lg.jp");
    await saying(page, ".hint-text", ja("welcome_site_means", "city.hoshimi.lg.jp"));
    await pressKeys(page, "Enter");
    await saying(page, ".outcome", ja("welcome_saved"));
    expect(await page.$("form")).toBeNull();
    await vi.waitFor(async () =>
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("outcome"),
    );
    expect(await local(page)).toEqual({
      organizationName: "星見市",
      homepageUrl: "https://www.city.hoshimi.lg.jp/",
    });
    await under.session.extension().setPolicy({});
  });

  test("says what is missing beside each field, and goes there", async () => {
    const page = await openWelcome(under);
    await press(page, "form .button.main");
    await saying(page, ".error-text", ja("welcome_name_missing"));
    await saying(page, ".error-text", ja("welcome_site_wrong"));
    const focused = () =>
      page.evaluate(
        () => document.querySelector(`label[for='${document.activeElement?.id}']`)?.textContent,
      );
    await vi.waitFor(async () =>
      expect(await focused()).toBe(ja("policy_organization_name_title")),
    );
    await type(page, "星見市");
    await pressKeys(page, "Enter");
    await vi.waitFor(async () => expect(await focused()).toBe(ja("welcome_site")));
    expect(await violations(page)).toEqual([]);
    expect(await local(page)).toEqual({});
  });

  test("can be skipped, and says what works without it", async () => {
    const page = await openWelcome(under);
    await press(page, "form .button.plain");
    await saying(page, ".outcome", ja("welcome_skipped_more"));
    expect(await local(page)).toEqual({});
  });

  test.each([
    ["light", 1000],
    ["dark", 360],
  ] as const)("%s, %i px wide: everybody can use it, and it is whole", async (scheme, width) => {
    const page = await openWelcome(under, width);
    await look(page, { scheme });
    expect(await violations(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
    await press(page, "form .button.plain");
    await saying(page, ".outcome", ja("welcome_skipped"));
    expect(await violations(page)).toEqual([]);
  });
});

inEachBrowser(
  "the welcome in English",
  (under) => {
    test("speaks English", async () => {
      const page = await openWelcome(under);
      await saying(page, "h1", translate("en", "welcome_title"));
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      expect(await violations(page)).toEqual([]);
    });
  },
  { lang: "en" },
);
