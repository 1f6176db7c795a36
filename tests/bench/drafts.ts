import type { Draft, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { readCases } from "../corpus/counting.ts";

const CORPORA = ["dev.jsonl", "own.jsonl", "language.jsonl"];

/** Texts of exactly this length (UTF-16 units), made of the corpora's drafts one after the other. */
export function textsOf(length: number, drafts: readonly Draft[] = corpora()): string[] {
  const all = drafts.map(({ text }) => text).join("\n");
  const count = Math.floor(all.length / length);
  // A cut may halve an emoji, on which textlint's tokenizer fails.
  return Array.from({ length: count }, (_, at) =>
    all.slice(at * length, (at + 1) * length).toWellFormed(),
  );
}

export function corpora(): Draft[] {
  return CORPORA.flatMap(readCases);
}

/**
 * What a city writes in one post, as far as a length asks for it: ordinary drafts, every eighth with
 * something to mark. None with an address, so that a bench of keys never waits for an answer from
 * outside.
 */
export function composedText(length: number, policy: Policy): string {
  const without = corpora().filter(({ text }) => !/[\w-]\.[a-z]{2}|090|080/.test(text));
  const checked = without.map((draft) => ({ draft, findings: check(draft, policy) }));
  const quiet = checked.filter(({ findings }) => findings.length === 0).map(({ draft }) => draft);
  const marked = checked
    .filter(({ findings }) => findings.some(({ end }) => end > 0))
    .map(({ draft }) => draft);
  const chosen = quiet.flatMap((draft, at) => {
    const extra = at % 7 === 0 ? marked[at / 7] : undefined;
    return extra ? [extra, draft] : [draft];
  });
  const text = textsOf(length, chosen)[0];
  if (text === undefined) throw new Error(`the corpora have no ${length} characters of this kind`);
  return text;
}
