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
    if (word.lexicon === "frame-head") heads.push(word);
    if (word.lexicon !== "frame-tail" || found.length >= MOST) continue;
    const framing = frameWith(facts, heads, word, of);
    if (framing) found.push(framing);
  }
  return found;
}

/** The nearest head is the one spoken of. */
function frameWith(
  facts: Facts,
  heads: readonly LexiconWord[],
  tail: LexiconWord,
  of: Framed,
): Framing | null {
  for (let at = heads.length - 1; at >= 0; at -= 1) {
    const head = heads[at];
    if (!head || tail.start - head.end > REACH) return null;
    if (head.end > tail.start) continue;
    const frame = head.frames.find((one) => tail.frames.includes(one) && frames()[one]?.of === of);
    if (frame === undefined || isInsideRun(facts.text, head.start, head.end)) continue;
    const between = facts.text.slice(head.end, tail.start);
    if (/[。！？\n「」]/u.test(between)) return null;
    const phrase = phraseAt(facts, head.start, tail.end);
    if (frames()[frame]?.unless.some((word) => phrase.sentence.includes(word))) continue;
    return { ...phrase, frame, between, head: head.text, tail: tail.text };
  }
  return null;
}
