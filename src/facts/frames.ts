import type { Facts } from "./facts.ts";
import { type Framed, frames, type LexiconWord } from "./lexicon.ts";
import { type Phrase, phraseAt } from "./phrases.ts";
import { isInsideRun } from "./scripts.ts";

/** A head and a tail of one frame, this far apart at most, mostly speak of each other. */
const REACH = 24;
/** No post has so many. */
const MOST = 100;

export interface Framing extends Phrase {
  /** The index in `frames()`. */
  frame: number;
  /** Between head and tail. */
  between: string;
  head: string;
  tail: string;
}

/** Where a frame's head is followed by its tail in one sentence, with nothing that makes them harmless. */
export function findFrames(facts: Facts, of: Framed): Framing[] {
  const heads: LexiconWord[] = [];
  const found: Framing[] = [];
  for (const word of facts.words) {
    if (word.lexicon === "frame-head" && !isPartOf(word, heads.at(-1))) heads.push(word);
    if (word.lexicon !== "frame-tail" || found.length >= MOST) continue;
    found.push(...framesWith(facts, heads, word, of));
  }
  return found;
}

/** 女 in 女性: the longer word says more, and all that the shorter one would. */
function isPartOf(word: LexiconWord, longer: LexiconWord | undefined): boolean {
  return (
    longer !== undefined &&
    word.end <= longer.end &&
    word.frames.every((frame) => longer.frames.includes(frame))
  );
}

/** The nearest head is the one spoken of; two words may mean several things together. */
function framesWith(
  facts: Facts,
  heads: readonly LexiconWord[],
  tail: LexiconWord,
  of: Framed,
): Framing[] {
  if (isInsideRun(facts.text, tail.start, tail.end)) return [];
  const known = frames();
  for (let at = heads.length - 1; at >= 0; at -= 1) {
    const head = heads[at];
    if (!head || tail.start - head.end > REACH) return [];
    if (head.end > tail.start) continue;
    const shared = head.frames.filter((one) => tail.frames.includes(one) && known[one]?.of === of);
    if (shared.length === 0 || isInsideRun(facts.text, head.start, head.end)) continue;
    const between = facts.text.slice(head.end, tail.start);
    if (/[。！？\n「」]/u.test(between)) return [];
    const phrase = phraseAt(facts, head.start, tail.end);
    const meant = shared.filter(
      (frame) => !known[frame]?.unless.some((word) => phrase.sentence.includes(word)),
    );
    if (meant.length === 0) continue;
    return meant.map((frame) => ({ ...phrase, frame, between, head: head.text, tail: tail.text }));
  }
  return [];
}
