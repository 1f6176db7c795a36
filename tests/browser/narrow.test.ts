import { expect, test } from "vitest";
import { ASKING, NEW_WORD, OLD_WORD, prefilled, WRONG_DAY } from "./support/drafts.ts";
import {
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";

const FIELD = 'textarea[data-testid="tweetTextarea_0"]';
const NARROW = "https://x.com/home?variant=textarea";

inEachBrowser(
  "X on a narrow page",
  (under) => {
    test("a textarea is read as one types, repaired, and one undo takes it back", async () => {
      const page = await under.open(NARROW);
      await press(page, FIELD);
      await type(page, `🚛相談では\n${OLD_WORD}が`);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Alt+Shift+KeyK");
      await shown.waitFor(".card.care");
      await shown.press(".card [data-first]");
      await waitForModel(page, "home", [`🚛相談では\n${NEW_WORD}が`]);
      await pressKeys(page, "Control+KeyZ");
      await waitForModel(page, "home", [`🚛相談では\n${OLD_WORD}が`]);
    });

    test("it is held like any other, and the dialog fits", async () => {
      const page = await under.open(prefilled(NARROW, WRONG_DAY));
      await press(page, FIELD);
      await press(page, '[data-testid="tweetButtonInline"]');
      const { rect } = await overlay(page).waitFor(ASKING);
      expect(rect.left).toBeGreaterThanOrEqual(0);
      expect(rect.left + rect.width).toBeLessThanOrEqual(360);
      expect(await modelTexts(page, "home")).toEqual([WRONG_DAY]);
      expect(under.server.published()).toEqual([]);
    });
  },
  { viewport: { width: 360, height: 640 } },
);
