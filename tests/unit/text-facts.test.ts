import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, ownDomainsOf } from "../../src/facts/domains.ts";
import { findEmails } from "../../src/facts/emails.ts";
import { fold, unfold } from "../../src/facts/folded.ts";
import { findLexiconWords } from "../../src/facts/lexicon.ts";
import { compileWords, createMatcher, packWords, unpackWords } from "../../src/facts/matcher.ts";
import { findQuotations } from "../../src/facts/quotations.ts";
import { isInsideRun, scriptOf } from "../../src/facts/scripts.ts";
import { findSentences } from "../../src/facts/sentences.ts";
import { type Span, spanAt } from "../../src/facts/span.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

const cut = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["", []],
    ["終わりました。次です！本当？はい", ["終わりました。", "次です！", "本当？", "はい"]],
    ["・水\n・薬\n\n　以上", ["・水", "・薬", "以上"]],
    ["「はい。そうです。」と答えた。", ["「はい。そうです。」と答えた。"]],
    ["すごい！！（笑）", ["すごい！！", "（笑）"]],
    ["「閉じない。でも\n次の行。", ["「閉じない。でも", "次の行。"]],
    ["3.5kmのコース.終わり", ["3.5kmのコース.終わり"]],
  ])("of %j", (text, sentences) => {
    expect(cut(text, findSentences(text))).toEqual(sentences);
  });
});

describe("quotations", () => {
  it.each([
    ["「赤」と『青』と“緑”", ["「赤」", "『青』", "“緑”"]],
    ["「赤『青』」", ["「赤『青』」"]],
    ["「開いたまま「閉じた」", ["「閉じた」"]],
    ["閉じただけ」「", []],
    ['a "b" c "d', ['"b"']],
    ["【見出し】 don’t ‘x’", []],
    [`「${"長".repeat(500)}」`, []],
  ])("in %j", (text, quotations) => {
    expect(cut(text, findQuotations(text))).toEqual(quotations);
  });
});

describe("e-mail addresses", () => {
  it.each([
    ["連絡はa.b+c@Example.co.jpへ。", ["a.b+c@Example.co.jp"], ["example.co.jp"]],
    ["ａｂ＠ｅｘａｍｐｌｅ．ｊｐまで", ["ａｂ＠ｅｘａｍｐｌｅ．ｊｐ"], ["example.jp"]],
    ["info(at)example.com.", ["info(at)example.com"], ["example.com"]],
    ["a@b.jp、c@d.jp", ["a@b.jp", "c@d.jp"], ["b.jp", "d.jp"]],
    ["@user と @user@social.example と a@b と 5@駅前", [], []],
    ["https://user@example.com/", [], []],
  ])("in %j", (text, addresses, hosts) => {
    const found = findEmails(text);
    expect(cut(text, found)).toEqual(addresses);
    expect(found.map(({ host }) => host)).toEqual(hosts);
  });
});

describe("folding", () => {
  it.each([
    ["ﾊﾞｶＡｂC", "バカabc"],
    ["か\u3099き", "がき"],
    ["㈱須坂①", "(株)須坂1"],
    ["😀漢字\ud800", "😀漢字\ud800"],
    ["Éé", "éé"],
  ])("of %j", (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it("keeps the way back to whole characters", () => {
    const text = "x㈱ﾊﾞｶか\u3099😀";
    const folded = fold(text);
    expect(folded.places?.starts.length).toBe(folded.text.length);
    const at = folded.text.indexOf("バカ");
    const { start, end } = unfold(folded, at, at + 2);
    expect(text.slice(start, end)).toBe("ﾊﾞｶ");
    const company = unfold(folded, 2, 3);
    expect(text.slice(company.start, company.end)).toBe("㈱");
  });
});

it("finds every word, those inside others and those that share a beginning too", () => {
  const words = ["he", "she", "his", "hers", "ers"];
  const found = createMatcher(words).find("ushers his");
  expect(found.map(({ start, end, word }) => `${words[word]} ${start}-${end}`)).toEqual([
    "she 1-4",
    "he 2-4",
    "hers 2-6",
    "ers 3-6",
    "his 7-10",
  ]);
  expect(createMatcher(["", "a"]).find("ba")).toEqual([{ start: 1, end: 2, word: 1 }]);
});

it("reads the automaton that a build wrote down", () => {
  const word = fc.stringMatching(/^[a-cあい]{1,6}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), (some) => {
      const words = some.toSorted();
      expect(unpackWords(packWords(words))).toEqual(compileWords(words));
    }),
  );
  expect(() => packWords(["b", "a"])).toThrow(RangeError);
  expect(() => packWords(["A"])).toThrow(RangeError);
});

it("leaves out words that a harmless longer word covers", () => {
  // Words of frames say nothing alone; whether they stand inside another word is asked with their other half.
  const words = (text: string) =>
    findLexiconWords(text, fold(text)).flatMap((word) => (word.frames.length > 0 ? [] : word.text));
  expect(words("バカンスと外人墓地、准看護婦とﾊﾞｶ")).toEqual(["准看護婦", "ﾊﾞｶ"]);
});

it("tells scripts and runs apart", () => {
  expect(["漢", "々", "あ", "ア", "ー", "a", "Ｚ", "5", "、", ""].map(scriptOf)).toEqual([
    ...[
      "kanji",
      "kanji",
      "hiragana",
      "katakana",
      "katakana",
      "latin",
      "latin",
      "digit",
      "other",
      "other",
    ],
  ]);
  expect(isInsideRun("バカンス", 0, 2)).toBe(true);
  expect(isInsideRun("このバカ者", 2, 4)).toBe(false);
});

it("finds the span at an offset", () => {
  const spans = [
    { start: 0, end: 2 },
    { start: 4, end: 5 },
  ];
  expect([0, 1, 2, 4, 5].map((at) => spanAt(spans, at)?.start)).toEqual([
    0,
    0,
    undefined,
    4,
    undefined,
  ]);
});

it("takes the own domains from the homepage where none are given", () => {
  const homepageUrl = "https://www.city.suzaka.nagano.jp/";
  expect(ownDomainsOf({ ...DEFAULT_POLICY, homepageUrl })).toEqual(["city.suzaka.nagano.jp"]);
  expect(ownDomainsOf({ ...DEFAULT_POLICY, homepageUrl: "x" })).toEqual([]);
  expect(ownDomainsOf({ ...DEFAULT_POLICY, homepageUrl, ownDomains: ["a.jp"] })).toEqual(["a.jp"]);
  expect(isWithin("lib.city.jp", ["City.jp"])).toBe(true);
  expect(isWithin("mycity.jp", ["city.jp"])).toBe(false);
});
