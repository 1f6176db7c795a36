import type { Facts } from "./facts.ts";
import type { Lexicon } from "./lexicon-entries.ts";
import { type Phrase, phraseAt } from "./phrases.ts";
import { wordsBetween } from "./words-between.ts";

/** How far apart, in units, two words of a sentence still speak of each other. */
const REACH = 28;

/** Two words that each have a plain use, and mean something else together, in either order; none of them quoted. */
export function* findPairs(
  facts: Facts,
  company: Partial<Record<Lexicon, readonly Lexicon[]>>,
): Generator<Phrase> {
  for (const word of facts.words) {
    const others = company[word.lexicon];
    if (!others) continue;
    const { before, after, isQuoted } = phraseAt(facts, word.start, word.end);
    if (isQuoted) continue;
    const from = word.start - Math.min(before.length, REACH);
    const to = word.end + Math.min(after.length, REACH);
    const other = wordsBetween(facts.words, from, to).find(
      ({ lexicon, start, end }) =>
        others.includes(lexicon) &&
        (end <= word.start || word.end <= start) &&
        !phraseAt(facts, start, end).isQuoted,
    );
    if (other)
      yield phraseAt(facts, Math.min(word.start, other.start), Math.max(word.end, other.end));
  }
}
