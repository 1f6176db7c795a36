import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { DEMO_ACCOUNT } from "../../src/demo/demo-account.ts";
import type { AddressEntry, Entry } from "../../src/journal/entry.ts";
import { ASKING, CLEAN, COMPOSERS, prefilled } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, write, X } from "./support/index.ts";
import { recorded } from "./support/journal.ts";
import { publishAnyway } from "./support/publishing.ts";

const [ON_X, ON_FACEBOOK] = COMPOSERS;
const STATUS = new RegExp(`^https://x\\.com/${DEMO_ACCOUNT.handle}/status/\\d+$`);
const POST = /^https:\/\/www\.facebook\.com\/hoshimi\.city\/posts\/pfbid0\w+$/;

inEachBrowser(
  "a published post's own address",
  (under) => {
    /** How many entries stood there before a test: it counts on from them. */
    let before = 0;
    const next = async (count: number): Promise<Entry[]> => {
      const all = await recorded(under, before + count);
      const fresh = all.slice(before);
      before = all.length;
      expect(fresh).toHaveLength(count);
      return fresh.map(({ entry }) => entry);
    };
    const publish = async (page: Page, { editor, button }: { editor: string; button: string }) => {
      await press(page, editor);
      await overlay(page).waitFor(".status.clear");
      await press(page, button);
    };
    const expectBehind = (entries: readonly Entry[], url: RegExp) => {
      const [post, address] = entries;
      expect(post).toMatchObject({ type: "post", decision: "clean" });
      const of = { of: post?.id, post: (post as { post?: string }).post };
      expect(address).toMatchObject({ type: "address", ...of });
      expect((address as AddressEntry).url).toMatch(url);
    };

    test.each([
      ["X, in the note that it was sent", ON_X, ON_X.url, STATUS],
      ["X, in the timeline alone", ON_X, `${ON_X.url}?variant=no-toast`, STATUS],
      ["Facebook, at the top of the feed", ON_FACEBOOK, ON_FACEBOOK.url, POST],
      ["Facebook, in a note", ON_FACEBOOK, `${ON_FACEBOOK.url}&variant=toast`, POST],
    ])("%s", async (_, composer, url, address) => {
      await publish(await under.open(prefilled(url, CLEAN)), composer);
      expectBehind(await next(2), address);
    });

    test("Facebook, once the pointer comes near the time that leads to it", async () => {
      const page = await under.open(prefilled(`${ON_FACEBOOK.url}&variant=lazy`, CLEAN));
      await publish(page, ON_FACEBOOK);
      const time = await page.waitForSelector('[data-part="time"]');
      await time?.hover();
      expectBehind(await next(2), POST);
    });

    test("Facebook, a comment", async () => {
      const page = await under.open("https://www.facebook.com/");
      const comment = '[role="main"] form[role="presentation"] [role="textbox"]';
      await write(page, comment, CLEAN.replace("\n", ""));
      await overlay(page).waitFor(".status.clear");
      await pressKeys(page, "Enter");
      expectBehind(
        await next(2),
        /^https:\/\/www\.facebook\.com\/hoshimi\.toshokan\/posts\/\w+\?comment_id=\d+$/,
      );
    });

    test("a thread stands where its first post does", async () => {
      const page = await under.open(
        prefilled("https://x.com/compose/post", CLEAN, "二つ目も、紅葉のお知らせです。"),
      );
      await press(page, X.editor);
      await overlay(page).waitFor(".status.clear");
      await press(page, X.modalButton);
      const entries = await next(3);
      expect(entries.map(({ type }) => type)).toEqual(["post", "post", "address"]);
      expect(entries[2]).toMatchObject({ of: entries[0]?.id });
      expect(entries[0]).toMatchObject({ length: CLEAN.length });
    });

    test("each has its own, also where the same words went out before", async () => {
      const page = await under.open("https://x.com/home?variant=no-toast");
      const urls: string[] = [];
      for (const round of [1, 2]) {
        await write(page, ON_X.editor, CLEAN.replace("\n", ""));
        await overlay(page).waitFor(".status.clear");
        await press(page, ON_X.button);
        await under.server.waitForPublished(round);
        const entries = await next(2);
        expectBehind(entries, STATUS);
        urls.push((entries[1] as AddressEntry).url);
      }
      expect(new Set(urls).size).toBe(2);
    });

    test("a plain repost has none, and what follows keeps its own", async () => {
      const page = await under.open("https://x.com/home?variant=no-toast");
      await press(page, '[data-testid="retweet"]');
      await press(page, '[data-testid="retweetConfirm"]');
      await overlay(page).waitFor(ASKING);
      await publishAnyway(page);
      await under.server.waitForPublished(1);
      await write(page, ON_X.editor, CLEAN.replace("\n", ""));
      await overlay(page).waitFor(".status.clear");
      await press(page, ON_X.button);
      const [repost, ...own] = await next(3);
      expect(repost).toMatchObject({ type: "post", kind: "repost" });
      expectBehind(own, STATUS);
    });
  },
  { policy: { journalEnabled: true } },
);
