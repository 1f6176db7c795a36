import { type FoldedText, unfold } from "./folded.ts";
import { readLexicons } from "./lexicon-compiled.ts";
import type { Framed, FrameOf, InsultUse, Kind, Lexicon } from "./lexicon-entries.ts";
import { meaningOfUnit } from "./lexicon-meanings.ts";
import { unpackFrames, unpackKinds, unpackMeanings } from "./lexicon-packed.ts";
import { swapUnits } from "./lexicon-units.ts";
import { type Matcher, matcherOf, unpackWords } from "./matcher.ts";
import type { Span } from "./span.ts";

export type { Framed, InsultUse };

/** A word of a lexicon where it stands in the text; its boundaries are the rules' to judge. */
export interface LexiconWord extends Span {
  text: string;
  lexicon: Lexicon;
  /** As the lexicon has it, folded. */
  word: string;
  use: InsultUse | null;
  suggestions: readonly string[];
  frames: readonly number[];
}

interface Loaded {
  matcher: Matcher;
  kinds: readonly Kind[];
  meanings: readonly (readonly number[])[];
  meaningsOfWords: string;
  frames: readonly FrameOf[];
}

/** Unpacked at the first use and kept. */
let loaded: Loaded | undefined;

function load(): Loaded {
  const { words, units, kinds, meanings, meaningsOfWords, frames } = readLexicons();
  return {
    matcher: matcherOf(unpackWords(swapUnits(words, units))),
    kinds: unpackKinds(kinds),
    meanings: unpackMeanings(meanings),
    meaningsOfWords,
    frames: unpackFrames(frames),
  };
}

/** By the indexes that the words of frames carry. */
export function frames(): readonly FrameOf[] {
  loaded ??= load();
  return loaded.frames;
}

/**
 * Every lexicon word of the text in order. Within a lexicon the leftmost, then the longest wins, and
 * what a harmless longer word covers is left out (バカ in バカンス, 外人 in 外人墓地).
 */
export function findLexiconWords(text: string, folded: FoldedText): LexiconWord[] {
  loaded ??= load();
  const { matcher, kinds, meanings, meaningsOfWords } = loaded;
  const found: { start: number; end: number; kind: Kind }[] = [];
  for (const { start, end, word } of matcher.find(folded.text))
    for (const index of meanings[meaningOfUnit(meaningsOfWords.charCodeAt(word))] ?? []) {
      const kind = kinds[index];
      if (kind) found.push({ start, end, kind });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const reach: Partial<Record<Lexicon, number>> = {};
  const words: LexiconWord[] = [];
  for (const { start, end, kind } of found) {
    const { lexicon, use, suggestions, frames, isHarmless } = kind;
    // A word inside another may belong to another frame.
    if (frames.length === 0) {
      if (start < (reach[lexicon] ?? 0)) continue;
      reach[lexicon] = end;
    }
    if (isHarmless) continue;
    const span = unfold(folded, start, end);
    words.push({
      ...span,
      text: text.slice(span.start, span.end),
      lexicon,
      word: folded.text.slice(start, end),
      use,
      suggestions,
      frames,
    });
  }
  return words;
}
