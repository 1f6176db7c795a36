import { type FoldedText, unfold } from "./folded.ts";
import { readLexicons } from "./lexicon-compiled.ts";
import type { Entry, Framed, InsultUse, Lexicon, Lexicons } from "./lexicon-entries.ts";
import { type Matcher, matcherOf, unpackAutomaton } from "./matcher.ts";
import type { Span } from "./span.ts";

export type { Framed, InsultUse };

/** A word of a lexicon where it stands in the text; its boundaries are the rules' to judge. */
export interface LexiconWord extends Span {
  text: string;
  lexicon: Entry["lexicon"];
  /** As the lexicon has it, folded. */
  word: string;
  use: InsultUse | null;
  suggestions: readonly string[];
  frames: readonly number[];
}

/** Unpacked at the first use and kept. */
let loaded:
  | { matcher: Matcher; groups: Lexicons["groups"]; frames: Lexicons["frames"] }
  | undefined;

function load() {
  const { automaton, groups, frames } = readLexicons();
  return { matcher: matcherOf(unpackAutomaton(automaton)), groups, frames };
}

/** By the indexes that the words of frames carry. */
export function frames(): Lexicons["frames"] {
  loaded ??= load();
  return loaded.frames;
}

/**
 * Every lexicon word of the text in order. Within a lexicon the leftmost, then the longest wins, and
 * what a harmless longer word covers is left out (バカ in バカンス, 外人 in 外人墓地).
 */
export function findLexiconWords(text: string, folded: FoldedText): LexiconWord[] {
  loaded ??= load();
  const { matcher, groups } = loaded;
  const found = matcher
    .find(folded.text)
    .flatMap(({ start, end, word }) => (groups[word] ?? []).map((entry) => ({ start, end, entry })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const reach: Partial<Record<Lexicon, number>> = {};
  const words: LexiconWord[] = [];
  for (const { start, end, entry } of found) {
    // A word inside another may belong to another frame.
    if (entry.frames.length === 0) {
      if (start < (reach[entry.lexicon] ?? 0)) continue;
      reach[entry.lexicon] = end;
    }
    if (entry.isHarmless) continue;
    const span = unfold(folded, start, end);
    const { lexicon, word, use, suggestions, frames } = entry;
    words.push({
      ...span,
      text: text.slice(span.start, span.end),
      lexicon,
      word,
      use,
      suggestions,
      frames,
    });
  }
  return words;
}
