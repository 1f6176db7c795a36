import { expect, test } from "vitest";
import { ASKING, CLEAN, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, waitForModel } from "./support/index.ts";
import { postsOf, recorded } from "./support/journal.ts";
import { openPrivately } from "./support/private-window.ts";
import { onlyOne, publishAnyway } from "./support/publishing.ts";

const REASON = "主催者の指定のため";
const RIGHT_DAY = "2026年12月5日(土)";

inEachBrowser(
  "the record",
  (under) => {
    /** How many posts stood there before a test: it counts on from them. Addresses come in their own time. */
    let before = 0;
    const next = async (count: number) => {
      const all = await recorded(under, before + count, "post");
      const posts = postsOf(all);
      const fresh = posts.slice(before);
      before = posts.length;
      // Never a word of any draft.
      expect(JSON.stringify(all)).not.toMatch(/12月5日|看護婦|粗大ごみ|紅葉|bit\.ly/);
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
      return fresh;
    };

    test.each(COMPOSERS)(
      "$name: taken back once, then published all the same",
      async ({ name, url, editor, button }) => {
        const page = await under.open(prefilled(url, DRAFT));
        await press(page, editor);
        await press(page, button);
        await overlay(page).waitFor(ASKING);
        await pressKeys(page, "Escape");
        await overlay(page).waitGone("dialog");
        const [withdrawn, ...more] = await next(1);
        expect(more).toEqual([]);
        expect(withdrawn).toMatchObject({
          decision: "withdrawn",
          platform: name === "X" ? "x" : "facebook",
          kind: "post",
          reason: "",
          policyRevision: "2026-12",
          isManaged: false,
          length: DRAFT.length,
        });
        expect(withdrawn?.findings).toContainEqual({
          rule: "date.weekday",
          level: "stop",
          fate: "left",
        });
        await press(page, button);
        await overlay(page).waitFor(ASKING);
        await publishAnyway(page, REASON);
        await onlyOne(under, page, DRAFT);
        const [published, ...others] = await next(1);
        expect(others).toEqual([]);
        expect(published).toMatchObject({
          decision: "overridden",
          reason: REASON,
          post: withdrawn?.post,
          fingerprint: withdrawn?.fingerprint,
          account: withdrawn?.account,
        });
      },
    );

    test.each(COMPOSERS)(
      "$name: sent back, mended and published",
      async ({ url, editor, button, composer }) => {
        const page = await under.open(prefilled(url, WRONG_DAY));
        await press(page, editor);
        await press(page, button);
        const shown = overlay(page);
        await shown.waitFor(ASKING);
        await pressKeys(page, "Enter");
        await shown.waitGone("dialog");
        await shown.press(".card [data-first]");
        await waitForModel(page, composer, [RIGHT_DAY]);
        await shown.waitFor(".status.clear");
        await press(page, button);
        await onlyOne(under, page, RIGHT_DAY);
        const entries = await next(1);
        expect(entries).toMatchObject([{ decision: "repaired", length: RIGHT_DAY.length }]);
        expect(entries[0]?.findings).toContainEqual({
          rule: "date.weekday",
          level: "stop",
          fate: "repaired",
        });
      },
    );

    test.each(COMPOSERS)("$name: clean, pressed twice, recorded once", async (composer) => {
      const page = await under.open(prefilled(composer.url, CLEAN));
      await press(page, composer.editor);
      await overlay(page).waitFor(".status.clear");
      await (await page.waitForSelector(composer.button))?.click({ count: 2 });
      await under.server.waitForPublished(1);
      expect(await next(1)).toMatchObject([{ decision: "clean", findings: [] }]);
    });

    test("a worker that was ended writes down what it is told by waking up", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      await overlay(page).waitFor(".status.clear");
      await under.session.extension().stopWorker();
      await press(page, button);
      await onlyOne(under, page, CLEAN);
      expect(await next(1)).toMatchObject([{ decision: "clean" }]);
    });

    test("two tabs at once, and a worker ended under them: each is there, and once", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      const pages = [
        await under.open(prefilled(url, `${CLEAN}一`)),
        await under.open(prefilled(url, `${CLEAN}二つ`)),
      ];
      for (const page of pages) {
        await page.bringToFront();
        await press(page, editor);
        await overlay(page).waitFor(".status.clear");
      }
      for (const page of pages) {
        await page.bringToFront();
        await press(page, button);
        // Perhaps in the middle of writing: what was not answered is told once more.
        await under.session.extension().stopWorker();
      }
      await under.server.waitForPublished(2);
      const lengths = (await next(2)).map(({ length }) => length ?? 0);
      // What is told once more may come after what was told later.
      expect(lengths.toSorted()).toEqual([CLEAN.length + 1, CLEAN.length + 2]);
    });
  },
  { policy: { journalEnabled: true, policyRevision: "2026-12" } },
);

inEachBrowser("the record by default", (under) => {
  test("nothing is written down", async () => {
    const [{ url, editor, button }] = COMPOSERS;
    const page = await under.open(prefilled(url, DRAFT));
    await press(page, editor);
    await press(page, button);
    await overlay(page).waitFor(ASKING);
    await publishAnyway(page, REASON);
    await onlyOne(under, page, DRAFT);
    expect(await recorded(under, 0)).toEqual([]);
  });
});

inEachBrowser(
  "the record and private windows",
  (under) => {
    test("what is published in a private window is checked there, and not written down", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      const hidden = await openPrivately(under, prefilled(url, DRAFT));
      await press(hidden, editor);
      await press(hidden, button);
      await overlay(hidden).waitFor(ASKING);
      await publishAnyway(hidden, REASON);
      await onlyOne(under, hidden, DRAFT);
      await hidden.close();
      under.server.clear();
      // The same in another window is, so that the one before had its time.
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      await overlay(page).waitFor(".status.clear");
      await press(page, button);
      await onlyOne(under, page, CLEAN);
      expect(postsOf(await recorded(under, 1))).toMatchObject([{ decision: "clean" }]);
    });
  },
  { policy: { journalEnabled: true }, isOwn: true },
);
