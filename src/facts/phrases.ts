import { surroundingsOf } from "./context.ts";
import type { Facts } from "./facts.ts";
import { likely, matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";
import { spanAt } from "./span.ts";

/** Words that a pattern found, and what a rule needs to know of them to judge what they mean there. */
export interface Phrase extends Span {
  text: string;
  /** In the same sentence, at most 80 units. */
  before: string;
  after: string;
  /** Before, text and after. */
  sentence: string;
  isQuoted: boolean;
}

type Read = Pick<Facts, "text" | "sentences" | "quotations">;

/**
 * No post has so many words of one kind, and few are so long: beyond that a text is not read, so that
 * none takes long.
 */
const MOST = 300;
const LONGEST = 40_000;

/** @param pattern global; its matches end at the end of a sentence by themselves. */
export function findPhrases(facts: Read, pattern: RegExp): readonly Phrase[] {
  const matches = matchesOf(
    pattern,
    facts.text.length > LONGEST ? facts.text.slice(0, LONGEST) : facts.text,
  );
  if (matches.length === 0) return NONE;
  return matches
    .filter(([words]) => words !== "")
    .slice(0, MOST)
    .map(({ 0: words, index }) => phraseAt(facts, index, index + words.length));
}

const NONE: readonly Phrase[] = [];

/**
 * The same for several patterns, one after the other: one expression of all would be slow to judge.
 * Give the same list each time.
 */
export function findAll(facts: Read, patterns: readonly RegExp[]): readonly Phrase[] {
  const open = likely(patterns, facts.text);
  return open.length === 0 ? NONE : open.flatMap((pattern) => findPhrases(facts, pattern));
}

/** The whole post as far as a rule reads it: wide enough for any post, bounded for any text. */
export function wholePost({ text }: Pick<Facts, "text">): string {
  return text.slice(0, 5_000);
}

export function phraseAt(facts: Read, start: number, end: number): Phrase {
  const text = facts.text.slice(start, end);
  const { before, after, quotation } = surroundingsOf(facts, { start, end });
  return {
    start,
    end,
    text,
    before,
    after,
    sentence: before + text + after,
    isQuoted: quotation !== null,
  };
}

/** The sentence behind the one that holds this offset, or "". */
export function nextSentence({ text, sentences }: Read, offset: number): string {
  const own = spanAt(sentences, offset);
  if (!own) return "";
  const rest = text.slice(own.end).trimStart();
  const start = text.length - rest.length;
  const next = spanAt(sentences, start);
  return next ? text.slice(next.start, Math.min(next.end, next.start + 160)) : "";
}

/** Spans in order, those that touch or overlap joined. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
