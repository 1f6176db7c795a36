import type { LexiconWord } from "./lexicon.ts";

/**
 * The lexicon words that begin in `from` ≤ start < `to`, in order. `words` are in the text's order, as
 * `facts.words` has them, so that a text full of words is not walked from its beginning for each of them.
 */
export function wordsBetween(
  words: readonly LexiconWord[],
  from: number,
  to: number,
): readonly LexiconWord[] {
  const first = lowerBound(words, from);
  let end = first;
  while ((words[end]?.start ?? to) < to) end += 1;
  return words.slice(first, end);
}

/** The index of the first word that begins at `offset` or behind it. */
function lowerBound(words: readonly LexiconWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
