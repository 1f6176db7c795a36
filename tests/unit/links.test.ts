import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks } from "../../src/facts/links.ts";
import { scanLinks } from "../../src/facts/links-scan.ts";
import { isTopLevelDomain } from "../../src/facts/links-tlds.ts";
import { weightedLength } from "../../src/facts/weighted-length.ts";
import conformance from "../fixtures/twitter-text/conformance.json" with { type: "json" };
import { namesOf, twitterText } from "./twitter-text.ts";

const X = { japaneseCountsAsHost: true };

describe("X's conformance cases", () => {
  it.each(conformance.urls)("$description", ({ text, expected }) => {
    expect(scanLinks(text, X).map(({ address }) => address)).toEqual(expected);
  });

  it.each(conformance.urls_with_indices)("$description (indices)", ({ text, expected }) => {
    const found = findLinks(text, "x").map((link) => ({
      url: link.text,
      indices: [link.start, link.end],
    }));
    expect(found).toEqual(expected);
  });

  it.each(conformance.weighted_lengths)("$description (length)", ({ text, expected }) => {
    expect(weightedLength(text)).toBe(expected);
  });

  it("links a host below every top-level domain that X knows, and below no other", () => {
    const names = [...namesOf("validGTLD"), ...namesOf("validCCTLD")];
    expect(names.length).toBeGreaterThan(1500);
    for (const name of names) {
      const address = `https://twitter.${name}`;
      expect(scanLinks(address, X).map((link) => link.address)).toEqual([address]);
    }
    for (const name of ["local", "example", "pdf", "jpp", "suzaka"]) {
      expect(isTopLevelDomain(name)).toBe(false);
    }
  });
});

/** Pieces of addresses and of what stands around them, so that random texts meet the grammar's edges. */
const PIECES = [
  ..."あ須、。：．🍎 \n　./:_-?=&#(),!'\"*@＠$~%|éЖaZ9İſ\uFEFF\u202A\uD83C",
  ...[
    "http://",
    "https://",
    "HTTP://",
    "http:/",
    "www.",
    "example",
    "com",
    ".com",
    ".jp",
    ".co.jp",
  ],
  ...["t.co", "t.co/", "bit.ly/a", "xn--", "xn--p1ai", ".みんな", "中国", "भारतम्", "भारत", ":8080"],
  ...["/path", "/a_(b)", "((a))", "?q=1", "city", "suzaka", "/イベント/", "x".repeat(30)],
  ...["あ".repeat(15), "あ".repeat(30)],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((all) => all.join(""));

it.each([
  ..."😷☺©®™‼❤🗾🇯",
  ...[
    "☺️",
    "❤️",
    "1️⃣",
    "#⃣",
    "🇯🇵",
    "👨‍👩‍👧‍👦",
    "🙋🏽",
    "👩🏿‍💻",
    "🏳️‍🌈",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "©️",
    "☺︎",
    "♀",
    "〽️",
    "㊗️",
    "✌🏿",
  ],
])("counts %s as X's own library does", (emoji) => {
  expect(weightedLength(`a${emoji}b`)).toBe(twitterText.parseTweet(`a${emoji}b`).weightedLength);
});

describe("any text", () => {
  it("is linked and counted as X's own library does", () => {
    const check = (text: string) => {
      const theirs = twitterText.extractUrlsWithIndices(text);
      const ours = scanLinks(text, X);
      expect(ours.map(({ address }) => address)).toEqual(theirs.map(({ url }) => url));
      // The library looks for a host behind Japanese letters by its words, and may find them too early.
      fc.pre(theirs.every(({ indices }, index) => indices[0] === ours[index]?.start));
      expect(ours.map(({ end }) => end)).toEqual(theirs.map(({ indices }) => indices[1]));
      expect(weightedLength(text)).toBe(twitterText.parseTweet(text).weightedLength);
    };
    fc.assert(fc.property(texts, check), { numRuns: 3000 });
  });

  it("gives links in order that lie inside the text, on both platforms", () => {
    const check = (text: string, platform: "x" | "facebook") => {
      let before = 0;
      for (const link of findLinks(text, platform)) {
        expect(link.start).toBeGreaterThanOrEqual(before);
        expect(link.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(link.start, link.end)).toBe(link.text);
        before = link.end;
      }
    };
    const any = fc.oneof(texts, fc.string({ unit: "binary" }));
    fc.assert(fc.property(any, fc.constantFrom("x" as const, "facebook" as const), check));
  });
});

describe("findLinks", () => {
  it("normalises the address and names host and registrable domain", () => {
    expect(findLinks("案内はWWW.City.Suzaka.Nagano.jp/a?b=1 へ", "x")).toEqual([
      {
        start: 3,
        end: 34,
        text: "WWW.City.Suzaka.Nagano.jp/a?b=1",
        url: "http://www.city.suzaka.nagano.jp/a?b=1",
        host: "www.city.suzaka.nagano.jp",
        domain: "city.suzaka.nagano.jp",
        hasScheme: false,
      },
    ]);
  });

  it.each([
    ["詳細はhttps://example.comをご覧ください", "https://example.com"],
    ["bit.ly/abcを確認", "bit.ly/abc"],
    ["https://www.city.suzaka.nagano.jp/。次に", "https://www.city.suzaka.nagano.jp/"],
    ["(https://ja.wikipedia.org/wiki/須坂市)参照", "https://ja.wikipedia.org/wiki/"],
  ])("ends an address where Japanese begins: %s", (text, expected) => {
    expect(findLinks(text, "x").map((link) => link.text)).toEqual([expected]);
    expect(findLinks(text, "facebook").map((link) => link.text)).toEqual([expected]);
  });

  it.each(["市役所.jpへ", "koho@city.suzaka.nagano.jp", "R8.12.1", "A.M.", "http://192.168.0.1/"])(
    "links nothing in %s",
    (text) => expect(findLinks(text, "x")).toEqual([]),
  );

  it("links a bare host behind a long Japanese sentence on Facebook, not on X", () => {
    const text = `${"あ".repeat(60)}example.com`;
    expect(findLinks(text, "x")).toEqual([]);
    expect(findLinks(text, "facebook").map((link) => link.text)).toEqual(["example.com"]);
  });
});

describe("a hundred thousand characters", () => {
  const hostile = [
    "a.",
    ".",
    "あ.",
    "http://",
    "a.com/(",
    "a.com?",
    "_a.",
    "xn--.",
    "\ud800",
    "www.",
  ];
  it.each(hostile)("of %j are read in time that grows with their number", (unit) => {
    const whole = costOf(unit.repeat(100_000 / unit.length));
    expect(whole).toBeLessThan(1000);
  });

  /** Processor time in ms, whatever else the machine does. */
  function costOf(text: string): number {
    const before = process.cpuUsage().user;
    findLinks(text, "x");
    weightedLength(text);
    return (process.cpuUsage().user - before) / 1000;
  }
});
