import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Draft, Finding } from "../../src/contract.ts";
import { matchesOf, mayMatch, occursIn } from "../../src/facts/gate.ts";
import { requirementOf } from "../../src/facts/required.ts";
import { readCases, readCorpusPolicy } from "../corpus/counting.ts";

const SMILE = "😀";

describe("the strings an expression requires", () => {
  test.each([
    [/正気(?:か|です)/gu, ["正気か", "正気で"]],
    [/(?:く|グ)せに(?!な)/u, ["くせに", "グせに"]],
    [/取り?締まり?$/u, ["取り締", "取締ま"]],
    [/(?<=令和)[0-9]+日/u, ["令和"]],
    [/検討[^。\n]{0,8}中/u, ["検討"]],
    [/[○●]{2,4}/u, ["○○", "○●", "●○", "●●"]],
    [/(?<name>あ|い)う{2}え*/u, ["あうう", "いうう"]],
    [/\u{1F600}\n*/u, ["😀"]],
    [/正気k/iu, ["正気K", "正気k", "正気\u212a"]],
  ])("%s", (pattern, strings) => {
    expect(requirementOf(pattern).strings?.toSorted()).toEqual(strings.toSorted());
  });

  test.each([
    [/\p{L}+/u],
    [/正気|.*/u],
    [/(?:正気)?/u],
    [/(?!正気)[^。]/u],
    [/é/iu],
    // Without u, either half of it.
    [new RegExp(`[${SMILE}]`)],
    [/[正--気]/v],
    [/(?i:正気)/u],
  ])("none are known of %s", (pattern) => {
    expect(requirementOf(pattern).strings).toBeNull();
  });
});

/** Expressions of every construction over three letters, so that short texts often match. */
const source = fc.letrec<{ tree: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { weight: 6, arbitrary: fc.stringMatching(/^[あいう]{1,4}$/) },
    fc.constantFrom("[あい]", "[^う]", "[あ-う]", ".", "^", "$", "\\b", "\\p{L}", "\\u3042", "い"),
    fc
      .tuple(fc.constantFrom("", "?:", "?=", "?!", "?<=", "?<!"), tie("tree"))
      .map(([kind, tree]) => `(${kind}${tree})`),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie("atom"),
    fc.tuple(tie("tree"), tie("tree")).map(([one, other]) => `${one}|${other}`),
    fc.tuple(tie("tree"), tie("atom")).map(([one, other]) => `(?:${one})${other}`),
    fc
      .tuple(tie("tree"), fc.constantFrom("?", "*", "+", "{2}", "{1,3}", "{0,2}", "+?"))
      .map(([tree, quantifier]) => `(?:${tree})${quantifier}`),
  ),
})).tree;

test("an expression that matches a text may match it", () => {
  fc.assert(
    fc.property(source, fc.stringMatching(/^[あいう]{0,7}$/), (written, text) => {
      const pattern = new RegExp(written, "gu");
      const found = Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({ index, words }));
      const gated = Array.from(matchesOf(pattern, text), ({ index, 0: words }) => ({
        index,
        words,
      }));
      expect(gated).toEqual(found);
    }),
    { numRuns: 5_000 },
  );
});

test("in a long text too, where it is tried beside what it requires alone", () => {
  const piece = fc.stringMatching(/^[あいう]{0,7}$/);
  const gap = fc
    .tuple(fc.constantFrom("え", "う", "😀", "\n"), fc.integer({ min: 0, max: 900 }))
    .map(([unit, count]) => unit.repeat(count));
  const texts = fc
    .array(fc.tuple(piece, gap), { minLength: 1, maxLength: 4 })
    .map((pieces) => "え".repeat(600) + pieces.flat().join(""));
  let read = 0;
  fc.assert(
    fc.property(source, fc.constantFrom("gu", "g", "gmu"), texts, (written, flags, text) => {
      const pattern = new RegExp(written, flags);
      const found = Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({ index, words }));
      const gated = matchesOf(pattern, text);
      expect(gated.map(({ index, 0: words }) => ({ index, words }))).toEqual(found);
      expect(gated.every(({ input }) => input === text)).toBe(true);
      read += requirementOf(pattern).reach < 150 && gated.length > 0 ? 1 : 0;
    }),
    { numRuns: 5_000 },
  );
  expect(read).toBeGreaterThan(300);
});

test.each([
  [/正気(?:か|です)?/u, 4],
  [/(?<=令和)[0-9]{1,2}日(?!曜)/u, 2 + 2 + 1 + 1],
  [/あ|いうう/u, 3],
  [/あ{2}[^。\n]{0,8}/u, 2 + 16],
  [/(?:あ+){0}うう/u, 2],
  [/あ+/u, Number.POSITIVE_INFINITY],
  [/あ{3,}/u, Number.POSITIVE_INFINITY],
  [/(?<a>あ)\k<a>/u, Number.POSITIVE_INFINITY],
])("%s reaches over %i units", (pattern, reach) => {
  expect(requirementOf(pattern).reach).toBe(reach);
});

/** Characters of every kind, those that are one where case is ignored, and the classes that name them. */
const KINDS = [
  "あ",
  "ア",
  "漢",
  "a",
  "A",
  "s",
  "ſ",
  "k",
  "K",
  "é",
  "É",
  "1",
  "１",
  " ",
  "。",
  "★",
  "☎",
  "\uFE0F",
  "😀",
  "\n",
  "\u200B",
  "Å",
  "å",
];
const NAMED = [
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\s",
  "\\S",
  "\\p{L}",
  "\\p{RI}",
  "\\p{Emoji}",
  "\\p{Script=Han}",
  "\\p{Script=Katakana}",
  "\\p{Extended_Pictographic}",
  "[a-z]",
  "[^a-z]",
  "[A-ZÀ-Þ]",
  "[★-☎]",
  "[\\dア]",
  "[^\\d]",
  "[\\p{L}1]",
  "😀",
  "Ｋ",
];

test("a class of characters lets every text through that holds one", () => {
  const piece = fc.constantFrom(...NAMED, ...KINDS.filter((kind) => kind !== "\n"));
  const sources = fc
    .tuple(piece, fc.constantFrom("", "?", "+", "{2}", "|"), piece)
    .map(([one, sign, other]) => `${one}${sign}${other}`);
  const texts = fc
    .array(fc.constantFrom(...KINDS), { maxLength: 5 })
    .map((units) => units.join(""));
  fc.assert(
    fc.property(sources, fc.constantFrom("gu", "giu"), texts, (written, flags, text) => {
      const pattern = new RegExp(written, flags);
      const all = Array.from(text.matchAll(pattern), ({ index }) => index);
      expect(Array.from(matchesOf(pattern, text), ({ index }) => index)).toEqual(all);
      expect(occursIn(new RegExp(written, flags.slice(1)), text)).toBe(all.length > 0);
    }),
    { numRuns: 4_000 },
  );
});

test("an expression is tried where one of its strings stands, and not elsewhere", () => {
  const pattern = /正気(?:か|です)/u;
  expect(mayMatch(pattern, "それは正気ですよ")).toBe(true);
  expect(mayMatch(pattern, "粗大ごみの収集")).toBe(false);
  expect(mayMatch(pattern, "")).toBe(false);
});

describe("with the gate and without", () => {
  afterEach(() => {
    vi.doUnmock("../../src/facts/gate.ts");
    vi.resetModules();
  });

  test("the rules find the same in every draft of the corpora", async () => {
    const drafts: Draft[] = ["dev", "own", "language", "ordinary", "slips"].flatMap((name) =>
      readCases(`${name}.jsonl`),
    );
    // Long ones too: those are read in parts.
    for (let at = 0; at + 50 <= drafts.length; at += 50)
      drafts.push({
        ...drafts[at],
        text: drafts
          .slice(at, at + 50)
          .map(({ text }) => text)
          .join("\n"),
      });
    vi.resetModules();
    const gated = await findings(drafts);
    vi.resetModules();
    vi.doMock("../../src/facts/gate.ts", () => ({
      mayMatch: () => true,
      likely: (patterns: readonly RegExp[]) => patterns,
      likelyIn: (patterns: readonly RegExp[]) => patterns,
      matchesOf: (pattern: RegExp, text: string) => [...text.matchAll(pattern)],
      allMatches: (pattern: RegExp, text: string) => [...text.matchAll(pattern)],
      occursIn: (pattern: RegExp, text: string, part = text) => pattern.test(part),
    }));
    expect(gated).toEqual(await findings(drafts));
    expect(gated.flat().length).toBeGreaterThan(500);
  }, 60_000);
});

async function findings(drafts: readonly Draft[]): Promise<Finding[][]> {
  const { check } = await import("../../src/engine/check.ts");
  const policy = readCorpusPolicy();
  return drafts.map((draft) => check(draft, policy));
}
