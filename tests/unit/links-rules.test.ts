import { describe, expect, it } from "vitest";
import type { Expansion, LinkClass, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { translate } from "../../src/locales.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { classify } from "../../src/rules/links/classify.ts";
import { unwrap } from "../../src/rules/links/unwrap.ts";

const POLICY: Policy = {
  ...DEFAULT_POLICY,
  homepageUrl: "https://www.city.suzaka.nagano.jp/",
  trustedDomains: ["suzaka-kankokyokai.jp", "bit.ly"],
  retiredDomains: ["suzaka-fes2019.com"],
  extraShorteners: ["go.example.jp"],
  accounts: [
    { platform: "x", url: "https://x.com/suzaka_city" },
    { platform: "facebook", handle: "suzaka.kanko" },
  ],
};

describe("classify", () => {
  const cases: [string, LinkClass][] = [
    ["https://www.city.suzaka.nagano.jp/a", "own"],
    ["https://lib.city.suzaka.nagano.jp/", "own"],
    ["https://x.com/Suzaka_City/status/1", "own"],
    ["https://twitter.com/suzaka_city", "own"],
    ["https://m.facebook.com/suzaka.kanko/posts/1", "own"],
    ["https://stg.city.suzaka.nagano.jp/", "internal"],
    ["https://city.suzaka.nagano.jp:8443/", "internal"],
    ["https://suzaka.sharepoint.com/a", "internal"],
    ["https://city.suzaka.nagamo.jp/", "lookalike"],
    ["https://city.suzaka.nagano.jp.example.com/", "lookalike"],
    ["https://suzaka-kankokyokai.com/", "lookalike"],
    ["https://www.suzaka-fes2019.com/", "retired"],
    ["https://go.example.jp/a", "shortener"],
    ["https://bit.ly/a", "shortener"],
    ["https://goo.gl/a", "shortener"],
    ["https://goo.gl/maps/a", "brand-short"],
    ["https://youtu.be/a", "brand-short"],
    ["https://t.co/a", "wrapped"],
    ["https://www.google.co.jp/url?q=https://example.com/", "wrapped"],
    ["https://www.suzaka-kankokyokai.jp/", "trusted"],
    ["https://www.jma.go.jp/", "public-body"],
    ["https://www.city.suzuka.lg.jp/", "public-body"],
    ["https://www.city.kobe.lg.jp/", "public-body"],
    ["https://www.town.obuse.nagano.jp/", "public-body"],
    ["https://www.city.yokohama.jp/", "public-body"],
    ["https://city.example.jp/", "third-party"],
    ["https://x.com/suzaka_city_fan", "third-party"],
    ["https://suzaka-apples.com/", "third-party"],
    ["not an address", "third-party"],
  ];
  it.each(cases)("%s is %s", (url, expected) => expect(classify(url, POLICY)).toBe(expected));

  it("takes an allowed shortener for trusted", () => {
    expect(classify("https://bit.ly/a", { ...POLICY, allowedShorteners: ["bit.ly"] })).toBe(
      "trusted",
    );
  });

  it("reads a policy's hosts however they were written", () => {
    const policy = { ...POLICY, ownDomains: ["https://WWW.Example.jp/", "*.example.org"] };
    expect(classify("https://www.example.jp/a", policy)).toBe("own");
    expect(classify("https://a.example.org/", policy)).toBe("own");
  });
});

describe("unwrap", () => {
  it.each([
    [
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.jp%2Fa%3Fb%3D1&h=x",
      "https://example.jp/a?b=1",
    ],
    ["https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.jp%2F", "https://example.jp/"],
    ["https://href.li/?https://example.jp/a", "https://example.jp/a"],
    ["https://urldefense.com/v3/__https:/example.jp/a__;!!x", "https://example.jp/a"],
    [
      "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.jp%252F",
      "https://example.jp/",
    ],
    ["https://t.co/a", null],
    ["https://l.facebook.com/l.php?u=javascript%3Aalert(1)", null],
    ["https://www.google.com/search?q=https://example.jp/", null],
  ])("%s → %s", (address, expected) => expect(unwrap(address)).toBe(expected));
});

describe("an address that hides where it leads", () => {
  function findings(address: string, expansion?: Expansion, policy: Policy = POLICY) {
    const expansions = new Map(expansion ? [[address, expansion]] : []);
    return check({ text: `案内 ${address} です` }, policy, { expansions });
  }
  const words = (key: string, ...args: string[]) => translate("ja", key, args);
  const leads = (url: string): Expansion => ({ state: "leads", url });

  it("is replaced by a destination that may stand, and says when it is an own page", () => {
    const own = "https://www.city.suzaka.nagano.jp/a";
    expect(findings("https://bit.ly/a", leads(own))).toMatchObject([
      {
        rule: "link.shortener",
        level: "stop",
        message: words("link_shortener_own", "www.city.suzaka.nagano.jp"),
        fixes: [{ start: 3, end: 19, replacement: own }],
        destination: {
          url: own,
          host: "www.city.suzaka.nagano.jp",
          domain: "city.suzaka.nagano.jp",
          kind: "own",
        },
      },
    ]);
  });

  const known: [string, string, LinkClass, number][] = [
    ["https://shop.example.com/", "leads", "third-party", 1],
    ["https://www.jma.go.jp/a", "public", "public-body", 1],
    ["https://suzaka-fes2019.com/", "retired", "retired", 0],
    ["https://city.suzaka.nagamo.jp/", "lookalike", "lookalike", 0],
    ["https://stg.city.suzaka.nagano.jp/", "internal", "internal", 0],
    ["https://x.gd/b", "shortener", "shortener", 0],
  ];
  it.each(known)("that leads to %s says so", (url, suffix, kind, fixes) => {
    for (const [address, rule, key] of [
      ["https://bit.ly/a", "link.shortener", "link_shortener"],
      ["https://youtu.be/a", "link.brand-short", "link_brand_short"],
      ["https://t.co/a", "link.wrapped", "link_wrapped"],
    ] as const) {
      const [finding] = findings(address, leads(url));
      expect(finding).toMatchObject({ rule, destination: { kind } });
      expect(finding?.message).toBe(words(`${key}_${suffix}`, new URL(url).hostname));
      expect(finding?.fixes).toHaveLength(fixes);
    }
  });

  it("that leads back to itself says that it goes in a ring", () => {
    const [finding] = findings("https://bit.ly/a", leads("https://bit.ly/a"));
    expect(finding).toMatchObject({ message: words("link_shortener_shortener", "bit.ly") });
    expect(finding).toMatchObject({ fixes: [] });
    expect(finding?.destination).toBeUndefined();
  });

  it.each([
    ["https://youtu.be/a", "https://suzaka-fes2019.com/"],
    ["https://t.co/a", "https://city.suzaka.nagamo.jp/"],
    ["https://t.co/a", "http://192.168.0.1/"],
  ])("%s stops where it leads to %s, as the destination itself would", (address, url) => {
    expect(findings(address, leads(url))).toMatchObject([{ level: "stop" }]);
  });

  it.each(["dead", "timeout", "refused", "opaque"] as const)(
    "that is %s has its own words",
    (state) => {
      const [finding] = findings("https://bit.ly/a", { state });
      expect(finding).toMatchObject({ message: words(`link_shortener_${state}`), fixes: [] });
      expect(finding?.destination).toBeUndefined();
    },
  );

  it("says when policy forbids to ask", () => {
    const [finding] = findings("https://bit.ly/a", undefined, {
      ...POLICY,
      expandShortUrls: false,
    });
    expect(finding?.message).toBe(words("link_shortener_not_asked"));
    expect(findings("https://bit.ly/a")[0]?.message).toBe(words("link_shortener"));
  });

  it("is warned of where the organisation added it, linked or not", () => {
    expect(findings("https://go.example.jp/a")).toMatchObject([{ rule: "link.shortener" }]);
    const policy = { ...POLICY, extraShorteners: ["szk.example"] };
    expect(check({ text: "申込はszk.example/k12へ" }, policy)).toMatchObject([
      { rule: "link.shortener", text: "szk.example/k12" },
    ]);
  });
});

describe("an address that is broken", () => {
  it("is not judged by the shred that the platform links", () => {
    const text = "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．suzaka.nagano.jp";
    expect(check({ text }, POLICY)).toMatchObject([{ rule: "link.malformed", text }]);
  });

  it("is a milder matter on Facebook where only its path is Japanese", () => {
    const text = "https://www.city.suzaka.nagano.jp/広報/";
    expect(check({ text }, POLICY)).toMatchObject([{ rule: "link.malformed", level: "stop" }]);
    const onFacebook = check({ text, platform: "facebook" }, POLICY);
    expect(onFacebook).toMatchObject([{ rule: "link.malformed", level: "care" }]);
  });
});
