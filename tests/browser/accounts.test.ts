import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test } from "vitest";
import { translate } from "../../src/locales.ts";
import { clauseOf } from "../../src/policy/clauses.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { inEachBrowser, overlay, pressKeys } from "./support/index.ts";
import { setLocal } from "./support/managed/settings-page.ts";

const HOMEPAGE = "https://www.city.hoshimi.lg.jp/";
const REGISTER = {
  organizationName: "星見市",
  homepageUrl: HOMEPAGE,
  accounts: [
    { platform: "x" as const, handle: "hoshimi_city", name: "星見市公式" },
    {
      platform: "facebook" as const,
      name: "星見市",
      url: "https://www.facebook.com/hoshimi.city",
    },
  ],
  trustedAccounts: [{ platform: "x" as const, handle: "hoshimicity", name: "星見市" }],
};
const ja = (key: string, ...args: string[]) => translate("ja", key, args);

const label = (clause: string) => `${clause} ${clauseOf(DEFAULT_POLICY, clause, "ja").label}`;

const note = (page: Page) => overlay(page, "tenken-note");

/** An address of a replica on which these accounts post, too. */
function among(url: string, ...who: string[]): string {
  const address = new URL(url);
  for (const one of who) address.searchParams.append("who", one);
  return address.href;
}

/** The page's answer to "is there a note", once the script has looked at all that the page shows now. */
async function untilLooked(page: Page): Promise<void> {
  // It looks a second and a half after a change, and then when the page is idle or two seconds have passed.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.body.append(document.createElement("i"));
        setTimeout(
          () => requestIdleCallback(() => setTimeout(resolve, 300), { timeout: 2_000 }),
          3_500,
        );
      }),
  );
}

const IMITATIONS = [
  {
    name: "X",
    url: "https://x.com/home",
    own: "hoshimi_city:星見市公式",
    who: "hoshimi_city_:ほしみ",
    shown: "ほしみ（@hoshimi_city_）",
    of: "星見市公式（@hoshimi_city）",
  },
  {
    name: "X, by its name",
    url: "https://x.com/home",
    own: "hoshimi_city:星見市公式",
    who: "nobody_else:星見巿【公式】",
    shown: "星見巿【公式】（@nobody_else）",
    of: "星見市公式（@hoshimi_city）",
  },
  {
    name: "Facebook",
    url: "https://www.facebook.com/",
    own: "hoshimi.city:星見市",
    who: "hoshimi.city.2:星見市",
    shown: "星見市（@hoshimi.city.2）",
    of: "星見市",
  },
] as const;

inEachBrowser(
  "accounts on a page",
  (under) => {
    test.each(IMITATIONS)(
      "$name: an imitation gets a quiet note, once",
      async ({ url, own, who, shown, of }) => {
        const page = await under.open(among(url, own, who));
        const { text } = await note(page).waitFor(".note.imitation");
        expect(text).toContain(ja("note_imitation", shown, of, label("7(4)")));
        // Quiet: it takes no focus and covers nothing that is written in.
        expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
        await note(page).press(".close");
        await untilLooked(page);
        expect(await page.$("tenken-note")).toBeNull();
      },
    );

    test("several wait for one another, and one that is dismissed never comes again", async () => {
      const url = among("https://x.com/home", "hoshimi_city1:ほし", "hoshlmi_city:ほし");
      const page = await under.open(url);
      expect((await note(page).waitFor(".note")).text).toContain("@hoshimi_city1");
      await note(page).press(".plain");
      await note(page).waitUntil((root) => root.textContent?.includes("@hoshlmi_city"), []);
      const again = await under.open(url);
      expect((await note(again).waitFor(".note")).text).toContain("@hoshlmi_city");
      expect(await again.$$("tenken-note")).toHaveLength(1);
    });

    test("the way to the removal request", async () => {
      const page = await under.open(among("https://x.com/home", "hosihmi_city:ほしみ"));
      await note(page).press(".main");
      const documents = await under.session.extensionPage("documents.html");
      onTestFinished(() => documents.close());
      // Its form knows already whom it is about.
      await documents.waitForFunction(
        (handle) =>
          [...document.querySelectorAll<HTMLInputElement>("input")].some(({ value }) =>
            value.endsWith(`//x.com/${handle}`),
          ),
        { polling: 50, timeout: 10_000 },
        "hosihmi_city",
      );
    });

    test("none for accounts that are registered, trusted, or just other cities", async () => {
      const others = ["hoshino_city:星野市", "hoshimi_lib:星見市立図書館", "hoshimi119:星見消防"];
      const page = await under.open(
        among("https://x.com/home", "hoshimi_city:星見市公式", "hoshimicity:星見市", ...others),
      );
      await untilLooked(page);
      expect(await page.$("tenken-note")).toBeNull();
      // It did look: the next one is told.
      await page.evaluate(() => {
        const name = [...document.querySelectorAll('[data-testid="User-Name"]')].at(-1);
        const other = name?.cloneNode(true) as HTMLElement;
        other.textContent = "";
        const span = document.createElement("span");
        span.textContent = "@h0shimi_city";
        other.append("ほしみ ", span);
        name?.after(other);
      });
      await note(page).waitFor(".note.imitation");
    });

    test.each([
      ["X", "https://x.com/hoshimi_city", "星見市公式（@hoshimi_city）"],
      ["Facebook", "https://www.facebook.com/hoshimi.city", "星見市"],
    ])("%s: the profile names the homepage", async (_, url, account) => {
      const page = await under.open(url);
      const { text } = await note(page).waitFor(".note.named");
      expect(text).toContain(ja("note_named", account, label("6(9)")));
      expect(text).not.toContain(ja("note_copy"));
    });

    test.each([
      ["X", "https://x.com/hoshimi_city?url=", "星見市公式（@hoshimi_city）"],
      [
        "X, with another address",
        "https://x.com/hoshimi_city?url=https://hoshimi.example.com/",
        "星見市公式（@hoshimi_city）",
      ],
      ["Facebook", "https://www.facebook.com/hoshimi.city?url=", "星見市"],
    ])(
      "%s: the profile does not name the homepage; the text to paste can be copied",
      async (_, url, account) => {
        const page = await under.open(url);
        const { text } = await note(page).waitFor(".note.unnamed");
        expect(text).toContain(ja("note_unnamed", account, label("6(9)")));
        expect(text).toContain(HOMEPAGE);
        await note(page).press(".main");
        await note(page).waitUntil(
          (root, words) => root.querySelector(".main")?.textContent === words,
          [ja("note_copied")],
        );
        await pasted(page);
      },
    );

    test("a profile's note ends with the profile, and anybody else's gets none", async () => {
      const page = await under.open("https://x.com/hoshimi_city?url=");
      await note(page).waitFor(".note.unnamed");
      await page.evaluate(() => document.querySelector('[data-testid="UserName"]')?.remove());
      await page.waitForFunction(() => document.querySelector("tenken-note") === null, {
        polling: 50,
      });
    });

    test("without a register nothing of a page is looked at, and with one it begins", async () => {
      await under.session.extension().setPolicy({});
      onTestFinished(() => under.session.extension().setPolicy(REGISTER));
      const page = await under.open(among("https://x.com/home", "hoshimi_city9:ほしみ"));
      await untilLooked(page);
      expect(await page.$("tenken-note")).toBeNull();
      const settings = await openExtensionPage(under.session, "popup.html", "behind");
      onTestFinished(() => settings.close());
      await setLocal(settings, REGISTER);
      await note(page).waitFor(".note.imitation");
    });

    test("goes with Escape, and everything in it can be reached by keyboard", async () => {
      const page = await under.open(among("https://x.com/home", "hoshimi_city7:ほしみ"));
      await note(page).waitFor(".note");
      await note(page).read((root) => root.querySelector<HTMLElement>(".close")?.focus());
      for (const place of [".main", ".plain"]) {
        await pressKeys(page, "Tab");
        const isThere = await note(page).read(
          (root, selector) => root.activeElement === root.querySelector(selector),
          place,
        );
        expect(isThere).toBe(true);
      }
      await pressKeys(page, "Escape");
      await page.waitForFunction(() => document.querySelector("tenken-note") === null, {
        polling: 50,
      });
    });
  },
  { policy: REGISTER },
);

/** The clipboard holds the homepage. */
async function pasted(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.append(field);
    field.focus();
  });
  await pressKeys(page, "Control+v");
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>("#pasted")?.value === wanted,
    { polling: 30, timeout: 5_000 },
    HOMEPAGE,
  );
}
