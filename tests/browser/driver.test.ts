import { expect, test } from "vitest";
import { DEMO_POLICY } from "../../src/demo/policy.ts";
import {
  FACEBOOK,
  highlights,
  inEachBrowser,
  look,
  overlay,
  press,
  requestsBeyond,
  waitForModel,
  write,
  X,
  zoom,
} from "./support/index.ts";

/** 5 December 2026 is a Saturday. */
const WRONG_DAY = "2026年12月5日(日)に開催";
const RIGHT = "2026年12月5日(土)に開催";

inEachBrowser(
  "the extension under the driver",
  (under) => {
    test.each([
      ["x", "https://x.com/home", X.editor, X.inlineButton],
      [
        "facebook",
        "https://www.facebook.com/?composer=inline",
        FACEBOOK.editor,
        FACEBOOK.postButton,
      ],
    ])("%s: status, marks, dialog and publication", async (_site, url, editor, button) => {
      const page = await under.open(url);
      const ui = overlay(page);
      await write(page, editor, WRONG_DAY);
      const status = await ui.waitFor(".status.findings");
      expect(status.text).toContain("政策推進課");
      expect(await highlights(page)).toEqual({ "tenken-stop-light": ["2026年12月5日(日)"] });

      await press(page, button);
      await ui.waitFor("dialog");
      await ui.press("dialog .item");
      await ui.press(".card .button.main");
      await ui.waitFor(".status.clear");
      await press(page, button);
      expect(await under.server.waitForPublished(1)).toMatchObject([{ text: RIGHT, count: 1 }]);
    });

    test("nothing but the shortener is asked, and nothing of the draft goes with it", async () => {
      under.server.standIn("bit.ly/abc", { status: 301, location: "https://example.com/" });
      const page = await under.open("https://x.com/home");
      await write(page, X.editor, `${WRONG_DAY} 内緒 https://bit.ly/abc `);
      await overlay(page).waitUntil(
        (root) => root.querySelectorAll(".status .count.stop").length > 0,
        [],
      );
      await under.server.waitForRequest("bit.ly");
      const asked = requestsBeyond(under.server, "x.com");
      expect(new Set(asked)).toEqual(new Set(["HEAD https://bit.ly/abc"]));
    });

    test("a worker that was stopped answers again, with the same policy", async () => {
      const page = await under.open("https://x.com/home");
      await under.session.extension().stopWorker();
      await write(page, X.editor, WRONG_DAY);
      const status = await overlay(page).waitFor(".status.findings");
      expect(status.text).toContain("政策推進課");
    });

    test("an extension loaded anew under an open page never loses the draft", async () => {
      const page = await under.open("https://x.com/home");
      await write(page, X.editor, RIGHT);
      await overlay(page).waitFor(".status.clear");
      await under.session.extension().reload();
      await write(page, X.editor, "!");
      await waitForModel(page, "home", [`${RIGHT}!`]);
    });

    test("dark, reduced motion, forced colours and zoom reach the page", async () => {
      const page = await under.open("https://x.com/home");
      const seen = () =>
        page.evaluate(() =>
          ["prefers-color-scheme: dark", "prefers-reduced-motion", "forced-colors: active"].map(
            (query) => matchMedia(`(${query})`).matches,
          ),
        );
      await look(page, { scheme: "dark", reducedMotion: true, forcedColors: true });
      expect(await seen()).toEqual([true, true, true]);
      await look(page, {});
      expect(await seen()).toEqual([false, false, false]);
      await zoom(page, 2);
      expect(await page.evaluate(() => [devicePixelRatio, innerWidth])).toEqual([2, 500]);
    });
  },
  { policy: DEMO_POLICY },
);
