import { expect, test } from "vitest";
import { prefilled } from "./support/drafts.ts";
import { inEachBrowser, overlay, press } from "./support/index.ts";

inEachBrowser(
  "marks over emoji",
  (under) => {
    test("X hides an emoji's letters, so a line of our own stands under the picture", async () => {
      const page = await under.open(prefilled("https://x.com/home", "収集車🚛が来ます"));
      await press(page, '[data-testid="tweetTextarea_0"]');
      const shown = overlay(page);
      const { rect } = await shown.waitFor(".lines .mark.care");
      const picture = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if ((node as Text).data !== "🚛") continue;
          const box = node.parentElement?.closest("[style]")?.getBoundingClientRect();
          if (box) return { left: box.left, bottom: box.bottom, width: box.width };
        }
        return null;
      });
      if (!picture) throw new Error("no emoji in the page");
      expect(Math.abs(rect.left - picture.left)).toBeLessThan(3);
      expect(rect.width).toBeGreaterThan(8);
      expect(Math.abs(rect.top + rect.height - picture.bottom)).toBeLessThan(8);
    });
  },
  {
    policy: { terms: [{ term: "🚛", level: "care", message: "絵文字の代わりに言葉で書きます。" }] },
  },
);
