import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { LinkClass, Policy } from "../../src/contract.ts";
import type { StandIn } from "../../src/demo/server.ts";
import { translate } from "../../src/locales.ts";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";
import { COMPOSERS, prefilled } from "./support/drafts.ts";
import {
  type BrowserUnderTest,
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  requestsBeyond,
  type,
  waitForModel,
} from "./support/index.ts";
import { questions } from "./support/questions.ts";

const POLICY: Partial<Policy> = {
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  trustedDomains: ["hoshimi-kanko.example.com"],
  retiredDomains: ["hoshimi-matsuri.example.com"],
  extraShorteners: ["go.hoshimi.example.com"],
  allowedShorteners: ["tinyurl.com"],
};

type Composer = Pick<(typeof COMPOSERS)[number], "url" | "editor">;
const [X] = COMPOSERS;
const DESTINATION_WORDS: Partial<Record<LinkClass, string>> = {
  own: "ui_destination_own",
  trusted: "ui_destination_trusted",
  "public-body": "ui_destination_public_body",
  "third-party": "ui_destination_third_party",
  retired: "ui_destination_retired",
  lookalike: "ui_destination_lookalike",
};

/** A page with this draft in its composer, and the card open on its first finding. */
async function openCard(under: BrowserUnderTest, draft: string, { url, editor }: Composer = X) {
  const page = await under.open(prefilled(url, draft));
  await press(page, editor);
  await overlay(page).waitFor(".status.findings");
  await pressKeys(page, "Control+Home");
  await pressKeys(page, "Alt+Shift+KeyK");
  return page;
}

/** The card's words, as soon as they say this. */
async function cardSaying(page: Page, words: string): Promise<string> {
  return overlay(page).waitUntil(
    (root, wanted) => {
      const text = root.querySelector(".card")?.textContent ?? "";
      return text.includes(wanted) ? text : null;
    },
    [words],
  );
}

/** Every question that left; nothing went to a destination or anywhere else. */
function asked(under: BrowserUnderTest): string[] {
  const sent = questions(under);
  // A tab's icon is the browser's own wish, and comes when it likes.
  const all = requestsBeyond(under.server, ...SITE_HOSTS).filter(
    (one) => !/favicon\.ico$/.test(one),
  );
  expect(all).toEqual(sent);
  return sent;
}

inEachBrowser(
  "where a short address leads",
  (under) => {
    const LEADS: [LinkClass, string, string, string][] = [
      ["own", "https://www.city.hoshimi.lg.jp/gomi.html", "own", "hoshimi.lg.jp"],
      ["own", "https://lib.city.hoshimi.lg.jp/", "own", "hoshimi.lg.jp"],
      ["trusted", "https://hoshimi-kanko.example.com/hana?id=3", "leads", "example.com"],
      ["public-body", "https://www.jma.go.jp/bosai/", "public", "jma.go.jp"],
      ["third-party", "https://news.example.org/a/b#c", "leads", "example.org"],
    ];
    test.each(
      COMPOSERS.flatMap((composer) =>
        LEADS.map(([kind, url, key, domain], number) => ({
          ...composer,
          kind,
          address: `bit.ly/${composer.composer}-leads-${number}`,
          target: url,
          key,
          domain,
        })),
      ),
    )("$name, $kind: says where, whose, and replaces it by one press", async (given) => {
      const { address, target, key, domain, kind, composer } = given;
      under.server.standIn(address, { status: 301, location: target });
      const page = await openCard(under, `詳しくは https://${address} をどうぞ`, given);
      const { host } = new URL(target);
      const card = await cardSaying(page, translate("ja", `link_shortener_${key}`, [host]));
      expect(card).toContain(translate("ja", DESTINATION_WORDS[kind] ?? ""));
      expect(card).toContain(target.replace("https://", "").replace(/\/$/, ""));
      if (host !== domain) {
        expect(card).toContain(translate("ja", "ui_destination_domain", [domain]));
      }
      await overlay(page).press(".card [data-first]");
      await waitForModel(page, composer, [`詳しくは ${target} をどうぞ`]);
      expect(asked(under)).toEqual([`HEAD https://${address}`]);
    });

    const BAD: [string, LinkClass, string, string][] = [
      ["a domain given up", "retired", "https://hoshimi-matsuri.example.com/", "retired"],
      ["an imitation", "lookalike", "https://city-hoshimi.example.net/login", "lookalike"],
      ["the inside", "internal", "http://192.168.10.5/gw/", "internal"],
    ];
    test.each(BAD)("%s: stays a stop, and nobody is sent there by a repair", async (...given) => {
      const [, kind, target, key] = given;
      const address = `bit.ly/bad-${key}`;
      under.server.standIn(address, { status: 302, location: target });
      const page = await openCard(under, `詳しくは https://${address} へ`);
      const { host } = new URL(target);
      const card = await cardSaying(page, translate("ja", `link_shortener_${key}`, [host]));
      const whose = DESTINATION_WORDS[kind];
      if (whose) expect(card).toContain(translate("ja", whose));
      expect(await overlay(page).query(".card.stop [data-first]")).toBeUndefined();
      expect(asked(under)).toEqual([`HEAD https://${address}`]);
    });

    const UNKNOWN: [string, StandIn, string, string[]][] = [
      ["refuses HEAD and both", { status: 405, refuseHead: true }, "refused", ["HEAD", "GET"]],
      ["is out of order", { status: 503 }, "refused", ["HEAD"]],
      ["never answers", { status: 200, delay: Number.POSITIVE_INFINITY }, "timeout", ["HEAD"]],
      ["does not know it", { status: 404 }, "dead", ["HEAD"]],
      ["has removed it", { status: 410 }, "dead", ["HEAD"]],
      ["answers with a page", { status: 200, body: "<p>広告</p>" }, "opaque", ["HEAD"]],
    ];
    test.each(UNKNOWN)("a service that %s", async (...given) => {
      const [name, answer, key, methods] = given;
      const address = `bit.ly/${name.replaceAll(" ", "-")}`;
      under.server.standIn(address, answer);
      const draft = `詳しくは ${address} へ`;
      const page = await openCard(under, draft);
      await cardSaying(page, translate("ja", `link_shortener_${key}`));
      expect(await overlay(page).query(".card.stop [data-first]")).toBeUndefined();
      expect(await modelTexts(page, X.composer)).toEqual([draft]);
      expect(asked(under)).toEqual(methods.map((method) => `${method} https://${address}`));
    });

    test("a service that refuses HEAD is asked once by GET, and its page is not read", async () => {
      under.server.standIn("bit.ly/get", {
        status: 301,
        location: "https://www.city.hoshimi.lg.jp/gomi.html",
        refuseHead: true,
        body: "page".repeat(100_000),
      });
      const page = await openCard(under, "bit.ly/get");
      await cardSaying(page, "www.city.hoshimi.lg.jp/gomi.html");
      expect(asked(under)).toEqual(["HEAD https://bit.ly/get", "GET https://bit.ly/get"]);
    });

    test("from shortener to shortener, as far as one that leads to a page", async () => {
      under.server.standIn("youtu.be/one", { status: 302, location: "https://x.gd/two" });
      under.server.standIn("x.gd/two", { status: 307, location: "/three" });
      under.server.standIn("x.gd/three", {
        status: 308,
        location: "https://www.city.hoshimi.lg.jp/three.html",
      });
      const page = await openCard(under, "動画 https://youtu.be/one です");
      await cardSaying(page, translate("ja", "link_brand_short_own", ["www.city.hoshimi.lg.jp"]));
      await overlay(page).press(".card.care [data-first]");
      await waitForModel(page, X.composer, ["動画 https://www.city.hoshimi.lg.jp/three.html です"]);
      expect(asked(under)).toEqual([
        "HEAD https://youtu.be/one",
        "HEAD https://x.gd/two",
        "HEAD https://x.gd/three",
      ]);
    });

    test("a chain without end is given up after five, and said to be one", async () => {
      for (let hop = 0; hop < 9; hop += 1) {
        under.server.standIn(`bit.ly/hop${hop}`, {
          status: 301,
          location: `https://bit.ly/hop${hop + 1}`,
        });
      }
      const page = await openCard(under, "https://bit.ly/hop0");
      await cardSaying(page, translate("ja", "link_shortener_shortener", ["bit.ly"]));
      expect(await overlay(page).query(".card.stop [data-first]")).toBeUndefined();
      expect(asked(under)).toEqual([0, 1, 2, 3, 4].map((hop) => `HEAD https://bit.ly/hop${hop}`));
    });

    test("a chain that comes back is left, and said to be one", async () => {
      under.server.standIn("bit.ly/ring", { status: 301, location: "https://x.gd/ring" });
      under.server.standIn("x.gd/ring", { status: 301, location: "https://bit.ly/ring" });
      const page = await openCard(under, "https://bit.ly/ring");
      await cardSaying(page, translate("ja", "link_shortener_shortener", ["bit.ly"]));
      expect(asked(under)).toEqual(["HEAD https://bit.ly/ring", "HEAD https://x.gd/ring"]);
    });

    test("X's own wrapper is asked like a shortener", async () => {
      under.server.standIn("t.co/a1", { status: 301, location: "https://news.example.org/a" });
      const page = await openCard(under, "https://t.co/a1");
      await cardSaying(page, translate("ja", "link_wrapped_leads", ["news.example.org"]));
      expect(asked(under)).toEqual(["HEAD https://t.co/a1"]);
    });

    test("the person's own visit to the same address is not taken for the answer", async () => {
      under.server.standIn("bit.ly/visited", { status: 200, delay: Number.POSITIVE_INFINITY });
      const page = await openCard(under, "https://bit.ly/visited");
      await under.server.waitForRequest("bit.ly");
      under.server.standIn("bit.ly/visited", {
        status: 301,
        location: "https://news.example.org/elsewhere",
      });
      const visit = await under.open("https://bit.ly/visited");
      expect(visit.url()).toBe("https://news.example.org/elsewhere");
      await page.bringToFront();
      const card = await cardSaying(page, translate("ja", "link_shortener_timeout"));
      expect(card).not.toContain("news.example.org");
    });

    test("a login that the browser holds for a shortener stays at home", async () => {
      const login = { name: "session", value: "secret", domain: "bit.ly", path: "/", secure: true };
      await under.session.browser.setCookie({ ...login, sameSite: "None" });
      under.server.standIn("bit.ly", { status: 301, location: "https://example.org/" });
      const page = await openCard(under, "https://bit.ly/with-login");
      await cardSaying(page, translate("ja", "link_shortener_leads", ["example.org"]));
      expect(asked(under)).toEqual(["HEAD https://bit.ly/with-login"]);
      // The person's own visit carries it: it was there to be sent.
      await under.open("https://bit.ly/by-hand");
      const visit = under.server.requests().find(({ path }) => path === "/by-hand");
      expect(visit?.headers.cookie).toContain("session=secret");
    });

    test("two composers share an answer: it is asked once in a browser session", async () => {
      under.server.standIn("bit.ly/once", { status: 301, location: "https://example.org/once" });
      for (const composer of COMPOSERS) {
        const page = await openCard(under, "https://bit.ly/once をどうぞ", composer);
        await cardSaying(page, "example.org/once");
      }
      expect(asked(under)).toEqual(["HEAD https://bit.ly/once"]);
    });

    test("a shortener that the policy names is warned of and never asked", async () => {
      const page = await openCard(under, "https://go.hoshimi.example.com/a と https://bit.ly/b");
      await cardSaying(page, translate("ja", "link_shortener"));
      await under.server.waitForRequest("bit.ly");
      expect(asked(under)).toEqual(["HEAD https://bit.ly/b"]);
    });

    test("a shortener that the policy allows is neither warned of nor asked", async () => {
      const page = await under.open(X.url);
      await press(page, X.editor);
      await type(page, "https://tinyurl.com/a をどうぞ");
      await overlay(page).waitFor(".status.clear");
      await type(page, " https://bit.ly/c");
      await under.server.waitForRequest("bit.ly");
      expect(asked(under)).toEqual(["HEAD https://bit.ly/c"]);
    });
  },
  { policy: POLICY },
);

inEachBrowser(
  "where a short address leads, with asking switched off",
  (under) => {
    test.each(COMPOSERS)("$name: nothing is sent, and the card says so", async (given) => {
      const page = await openCard(under, "https://bit.ly/abc と https://youtu.be/abc", given);
      await cardSaying(page, translate("ja", "link_shortener_not_asked"));
      await pressKeys(page, "ArrowRight");
      await cardSaying(page, translate("ja", "link_brand_short_not_asked"));
      // No event tells that nothing happens: longer than a question takes to leave must do.
      await delay(1500);
      expect(asked(under)).toEqual([]);
    });
  },
  { policy: { ...POLICY, expandShortUrls: false } },
);
