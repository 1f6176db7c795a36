import { expect, test } from "vitest";
import { DRAFT, prefilled, SHORT, WRONG_DAY } from "./support/drafts.ts";
import { highlights, inEachBrowser, overlay, press } from "./support/index.ts";

inEachBrowser(
  "a pilot that warns",
  (under) => {
    test("marks are there, and nothing is held", async () => {
      const page = await under.open(prefilled("https://x.com/home", DRAFT));
      await press(page, '[data-testid="tweetTextarea_0"]');
      const status = await overlay(page).waitFor(".status.findings");
      expect(status.attributes["aria-label"]).toContain("試行中");
      expect((await highlights(page))["tenken-stop-light"]).toEqual([WRONG_DAY, SHORT]);
      await press(page, '[data-testid="tweetButtonInline"]');
      const [sent] = await under.server.waitForPublished(1);
      expect(sent).toMatchObject({ text: DRAFT, trusted: true, count: 1 });
    });
  },
  { policy: { enforcement: "warn" } },
);

inEachBrowser(
  "a pilot that observes",
  (under) => {
    test("nothing is marked, held or claimed", async () => {
      const page = await under.open(prefilled("https://x.com/home", DRAFT));
      await press(page, '[data-testid="tweetTextarea_0"]');
      const status = await overlay(page).waitFor(".status.empty");
      expect(status.attributes["aria-label"]).toContain("試行中");
      expect(status.text).not.toContain("指摘なし");
      expect(await highlights(page)).toEqual({});
      await press(page, '[data-testid="tweetButtonInline"]');
      const [sent] = await under.server.waitForPublished(1);
      expect(sent).toMatchObject({ text: DRAFT, trusted: true, count: 1 });
    });
  },
  { policy: { enforcement: "observe" } },
);
