import type { Facts } from "./facts.ts";
import { type Framed, frames, type LexiconWord } from "./lexicon.ts";
import { type Phrase, phraseAt } from "./phrases.ts";
import { isInsideRun } from "./scripts.ts";

/** A head and a tail of one frame, this far apart at most, mostly speak of each other. */
const REACH = 24;
/** No post has so many. */
const MOST = 300;

export interface Framing extends Phrase {
  /** The index in `frames()`. */
  frame: number;
  /** Between head and tail. */
  between: string;
  head: string;
  tail: string;
}

const found = new WeakMap<Facts, Map<Framed, Framing[]>>();

/** Where a frame's head is followed by its tail in one sentence, with nothing that makes them harmless. */
export function findFrames(facts: Facts, of: Framed): readonly Framing[] {
  let framings = found.get(facts);
  if (!framings) {
    framings = Map.groupBy(allFrames(facts), ({ frame }) => frames()[frame]?.of ?? of);
    found.set(facts, framings);
  }
  return framings.get(of) ?? NONE;
}

const NONE: readonly Framing[] = [];

function allFrames(facts: Facts): Framing[] {
  const heads: LexiconWord[] = [];
  const all: Framing[] = [];
  for (const word of facts.words) {
    if (word.lexicon === "frame-head" && !isPartOf(word, heads.at(-1))) heads.push(word);
    if (word.lexicon === "frame-tail" && heads.length > 0 && all.length < MOST)
      all.push(...framesWith(facts, heads, word));
  }
  return all;
}

/** 女 in 女性: the longer word says more, and all that the shorter one would. */
function isPartOf(word: LexiconWord, longer: LexiconWord | undefined): boolean {
  return (
    longer !== undefined &&
    word.end <= longer.end &&
    word.frames.every((frame) => longer.frames.includes(frame))
  );
}

/** Said, and not only to be dear, far or not wanted: 代行が混むので. */
function isMeant(sentence: string, word: string): boolean {
  const at = sentence.indexOf(word);
  return at >= 0 && !WAIVED.test(sentence.slice(at + word.length, at + word.length + 16));
}

const WAIVED =
  /^[をがはもの]?[^、。]{0,3}?(?:混[むみ]|高[いく]|来な|つかまらな|なんて|呼ば[なず]|頼ま[なず]|使わ[なず]|取ら[なず]|いりません|要りません|いらな|もったい|面倒|なしで)/u;

/** Of each kind of frame the nearest head is the one spoken of; two words may mean several things together. */
function framesWith(facts: Facts, heads: readonly LexiconWord[], tail: LexiconWord): Framing[] {
  if (isInsideRun(facts.text, tail.start, tail.end)) return [];
  const known = frames();
  const kindOf = (frame: number) => known[frame]?.of;
  const all: Framing[] = [];
  for (let at = heads.length - 1; at >= 0; at -= 1) {
    const head = heads[at];
    if (!head || tail.start - head.end > REACH) break;
    if (head.end > tail.start) continue;
    const shared = head.frames.filter(
      (one) => tail.frames.includes(one) && !all.some(({ frame }) => kindOf(frame) === kindOf(one)),
    );
    if (shared.length === 0 || isInsideRun(facts.text, head.start, head.end)) continue;
    const between = facts.text.slice(head.end, tail.start);
    // A work's title stands between the work and what is done to it.
    const apart = between.replace(/「[^「」]*」/u, "");
    if (/[。！？\n「」]/u.test(apart)) break;
    const phrase = phraseAt(facts, head.start, tail.end);
    for (const frame of shared)
      if (
        (apart === between || known[frame]?.sort === "taken") &&
        !known[frame]?.unless.some((word) => isMeant(phrase.sentence, word))
      )
        all.push({ ...phrase, frame, between, head: head.text, tail: tail.text });
  }
  return all;
}
