import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Draft, Finding } from "../../src/contract.ts";
import { matchesOf, mayMatch } from "../../src/facts/gate.ts";
import { requiredStrings } from "../../src/facts/required.ts";
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
  ])("%s", (pattern, strings) => {
    expect(requiredStrings(pattern)?.toSorted()).toEqual(strings.toSorted());
  });

  test.each([
    [/\p{L}+/u],
    [/正気|.*/u],
    [/(?:正気)?/u],
    [/(?!正気)[^。]/u],
    [/test/iu],
    // Without u, either half of it.
    [new RegExp(`[${SMILE}]`)],
    [/[正--気]/v],
    [/(?i:正気)/u],
  ])("none are known of %s", (pattern) => {
    expect(requiredStrings(pattern)).toBeNull();
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
    const drafts = ["dev", "own", "language", "ordinary", "slips"].flatMap((name) =>
      readCases(`${name}.jsonl`),
    );
    vi.resetModules();
    const gated = await findings(drafts);
    vi.resetModules();
    vi.doMock("../../src/facts/gate.ts", () => ({
      mayMatch: () => true,
      matchesOf: (pattern: RegExp, text: string) => text.matchAll(pattern),
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
