import { expect, test } from "vitest";
import { origin, verifyChain } from "../../src/journal/chain.ts";
import { CLEAN, COMPOSERS, prefilled } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { killExtensionProcess } from "./support/extension-process.ts";
import { inEachBrowser, overlay, press, pressKeys, write } from "./support/index.ts";
import { postsOf, recorded } from "./support/journal.ts";

const UNRECORDED = '.status[title*="記録を残せません"]';
const [{ url, editor, button }] = COMPOSERS;

inEachBrowser(
  "a record in trouble",
  (under) => {
    test("two tabs, and a worker's process that is killed under each post: all is there, and once", async () => {
      const words = ["一", "二つ", "三つ目", "四つ目で"];
      const pages = await Promise.all([under.open(url), under.open(url)]);
      let killed = 0;
      for (const [index, word] of words.entries()) {
        const page = pages[index % pages.length];
        if (!page) throw new Error("two pages are open");
        await page.bringToFront();
        await write(page, editor, CLEAN.replace("\n", "") + word);
        await overlay(page).waitFor(".status.clear");
        await press(page, button);
        // Perhaps before it heard of the post, perhaps in the middle of writing it down.
        if (killExtensionProcess(under.session)) killed += 1;
        await under.server.waitForPublished(index + 1);
      }
      expect(killed).toBe(words.length);
      // Each post with its address.
      const all = await recorded(under, 2 * words.length);
      const lengths = postsOf(all).map(({ length }) => (length ?? 0) - CLEAN.length + 1);
      expect(lengths.toSorted()).toEqual([1, 2, 3, 4]);
      expect(all).toHaveLength(2 * words.length);
      const start = origin(all[0]?.prev ?? "");
      expect((await verifyChain(all, { start })).breaks).toEqual([]);
    });

    test("what cannot be written is said beside the draft, and told of as a gap once it can", async () => {
      // As after an update that was taken back: the record is a newer version's, and stays shut.
      await withNewerRecord(async () => {
        const page = await under.open(prefilled(url, CLEAN));
        await press(page, editor);
        await overlay(page).waitFor(".status.clear");
        await press(page, button);
        await under.server.waitForPublished(1);
        // X has put a new composer in its place, and nobody is in it: a card says it.
        const note = await overlay(page).waitFor(".card", 25_000);
        expect(note.text).toContain("端末の空き容量を確かめて、記録の責任者に知らせてください。");
        await overlay(page).press(".card .close");
        await overlay(page).waitGone(".card");
        await press(page, editor);
        const status = await overlay(page).waitFor(UNRECORDED);
        expect(status.text).toContain("記録できていません");
        await overlay(page).press(".status");
        expect((await overlay(page).waitFor(".card")).text).toContain(
          "投稿の記録を残せませんでした",
        );
        await page.close();
        // Whoever opens another page hears of it too.
        const other = await under.open(prefilled(url, CLEAN));
        await press(other, editor);
        await overlay(other).waitFor(UNRECORDED);
      });
      const page = await under.open(prefilled(url, `${CLEAN}次`));
      await press(page, editor);
      await overlay(page).waitFor(".status.clear");
      await press(page, button);
      const all = await recorded(under, 3);
      expect(all.map(({ entry }) => entry.type)).toEqual(["gap", "post", "address"]);
      expect(all[0]?.entry).toMatchObject({ error: "VersionError" });
      expect(all[0]?.entry).toHaveProperty("missing.length", 1);
      await press(page, editor);
      await overlay(page).waitFor('.status:not([title*="記録を残せません"])');
    });

    test("a mark as a false alarm is told at once, whether or not the post ever goes out", async () => {
      const stood = (await recorded(under, 0)).length;
      const page = await under.open(
        prefilled(url, "案内は https://kanko.example.com/aki をどうぞ"),
      );
      await press(page, editor);
      await overlay(page).waitFor(".status.findings");
      await pressKeys(page, "Alt+Shift+KeyK");
      await overlay(page).press(".card .actions .button:last-child");
      const [mark, ...more] = (await recorded(under, stood + 1)).slice(stood);
      expect(more).toEqual([]);
      expect(mark?.entry).toMatchObject({
        type: "alarm",
        rule: "link.third-party",
        level: "care",
        about: { host: "kanko.example.com" },
      });
      expect(JSON.stringify(mark)).not.toContain("/aki");
    });

    /** Meanwhile the record can be opened by nobody of this version; afterwards it is gone. */
    async function withNewerRecord(during: () => Promise<void>): Promise<void> {
      const own = await openExtensionPage(under.session, "guide.html");
      await own.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const newer = indexedDB.open("tenken-journal", 99);
            newer.onerror = () => reject(newer.error);
            newer.onsuccess = () => {
              newer.result.close();
              resolve();
            };
          }),
      );
      await during();
      await own.bringToFront();
      await own.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const gone = indexedDB.deleteDatabase("tenken-journal");
            gone.onerror = () => reject(gone.error);
            gone.onsuccess = () => resolve();
          }),
      );
      await own.close();
    }
  },
  { policy: { journalEnabled: true }, isOwn: true },
);
