import { expect, test } from "vitest";
import { COMPOSERS, prefilled, SHORT } from "./support/drafts.ts";
import {
  type BrowserUnderTest,
  inEachBrowser,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";

const PAGE = "https://www.city.hoshimi.lg.jp/gomi.html";

/** Browsers ask their makers now and then; that is not the extension's doing. */
const MAKERS =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)$/;

/** Everything that left but for what the replicas themselves load and record. */
function foreign({ server }: BrowserUnderTest) {
  return server
    .requests()
    .filter(({ host }) => !MAKERS.test(host) && !/(^|\.)(x|twitter|facebook)\.com$/.test(host));
}

inEachBrowser("what leaves the machine", (under) => {
  test.each(COMPOSERS)(
    "$name: one question to the shortener, without cookie or referrer; one press replaces it",
    async ({ url, editor, composer }) => {
      const address = `${SHORT}-${composer}`;
      under.server.standIn(address, { status: 301, location: PAGE });
      const page = await under.open(url);
      await press(page, editor);
      await type(page, `詳しくは ${address} をどうぞ`);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Alt+Shift+KeyK");
      const card = await shown.waitUntil(
        (root, leads) => {
          const text = root.querySelector(".card")?.textContent ?? "";
          return text.includes(leads) && text;
        },
        ["www.city.hoshimi.lg.jp/gomi.html"],
      );
      expect(card).toContain("hoshimi");
      await shown.press(".card [data-first]");
      await waitForModel(page, composer, [`詳しくは ${PAGE} をどうぞ`]);

      const sent = foreign(under);
      expect(sent.map(({ method, host, path }) => `${method} ${host}${path}`)).toEqual([
        `HEAD ${address}`,
      ]);
      for (const { headers } of sent) {
        expect(headers).not.toHaveProperty("cookie");
        expect(headers).not.toHaveProperty("referer");
      }
    },
  );

  test("an address that is still being typed is nobody's business", async () => {
    under.server.standIn("bit.ly", { status: 301, location: PAGE });
    const page = await under.open("https://x.com/home");
    await press(page, '[data-testid="tweetTextarea_0"]');
    await type(page, "https://bit.ly/abc");
    await type(page, "def");
    await overlay(page).waitFor(".status.findings");
    await pressKeys(page, "Alt+Shift+KeyK");
    await overlay(page).waitUntil(
      (root) => root.querySelector(".card")?.textContent?.includes("city.hoshimi.lg.jp"),
      [],
    );
    expect(foreign(under).map(({ path }) => path)).toEqual(["/abcdef"]);
  });

  test("a whole session without a short address sends nothing", async () => {
    const page = await under.open(prefilled("https://x.com/home", "紅葉が見ごろです。"));
    await press(page, '[data-testid="tweetTextarea_0"]');
    await overlay(page).waitFor(".status.clear");
    await type(page, "https://www.example.org/ もどうぞ");
    await overlay(page).waitFor(".status.findings");
    await press(page, '[data-testid="tweetButtonInline"]');
    await under.server.waitForPublished(1);
    expect(foreign(under)).toEqual([]);
  });
});

inEachBrowser(
  "what leaves the machine, with asking switched off",
  (under) => {
    test("nothing is sent, and the card says so", async () => {
      const page = await under.open(prefilled("https://x.com/home", `詳しくは ${SHORT} へ`));
      await press(page, '[data-testid="tweetTextarea_0"]');
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Alt+Shift+KeyK");
      expect((await shown.waitFor(".card.stop")).text).toContain("設定");
      expect(foreign(under)).toEqual([]);
    });
  },
  { policy: { expandShortUrls: false } },
);
