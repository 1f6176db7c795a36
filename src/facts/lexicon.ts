import { type FoldedText, unfold } from "./folded.ts";
import { readLexicons } from "./lexicon-compiled.ts";
import type { Framed, InsultUse, Kind, Lexicon, Lexicons } from "./lexicon-entries.ts";
import { type Matcher, matcherOf, unpackAutomaton } from "./matcher.ts";
import type { Span } from "./span.ts";

export type { Framed, InsultUse };
import characters from "../../assets/lexicons/characters.json" with { type: "json" };
import elections from "../../assets/lexicons/elections.json" with { type: "json" };
import insults from "../../assets/lexicons/insults.json" with { type: "json" };
import lewd from "../../assets/lexicons/lewd.json" with { type: "json" };
import offences from "../../assets/lexicons/offences.json" with { type: "json" };
import outdated from "../../assets/lexicons/outdated-terms.json" with { type: "json" };
import parties from "../../assets/lexicons/parties.json" with { type: "json" };
import policy from "../../assets/lexicons/policy.json" with { type: "json" };
import gain from "../../assets/lexicons/private-gain.json" with { type: "json" };
import secrecy from "../../assets/lexicons/secrecy.json" with { type: "json" };
import security from "../../assets/lexicons/security.json" with { type: "json" };
import sensitive from "../../assets/lexicons/sensitive.json" with { type: "json" };
import slurs from "../../assets/lexicons/slurs.json" with { type: "json" };
import { type FoldedText, fold, unfold } from "./folded.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
const INSULT_USES = [
  "abuse",
  "imperative",
  "fool",
  "trash",
  "wish",
  "plural",
  "adjective",
  "soft",
  "judging",
] as const;
/** How an entry must be used to mean what the rule is about; see the head of its file. */
export type InsultUse = (typeof INSULT_USES)[number];
/** Lexicons whose entries need no word on how they are used. */
const PLAIN = {
  slur: slurs,
  lewd: { entries: lewd.entries.lewd, harmless: lewd.harmless },
  intimate: { entries: lewd.entries.intimate, harmless: lewd.harmless },
  party: parties,
  character: characters,
  ballot: { entries: elections.entries.ballot, harmless: elections.harmless },
  "election-backing": { entries: elections.entries.backing, harmless: elections.harmless },
  "election-opposing": { entries: elections.entries.opposing, harmless: elections.harmless },
  "election-rally": { entries: elections.entries.rally, harmless: [] },
  "gain-owner": { entries: gain.entries.owner, harmless: gain.harmless },
  "gain-staff": { entries: gain.entries.staff, harmless: gain.harmless },
  "gain-business": { entries: gain.entries.business, harmless: gain.harmless },
  "gain-trade": { entries: gain.entries.trade, harmless: gain.harmless },
  "policy-matter": { entries: policy.entries.matter, harmless: policy.harmless },
  "policy-stage": { entries: policy.entries.stage, harmless: policy.harmless },
  private: sensitive,
  "secrecy-audience": { entries: secrecy.entries.audience, harmless: secrecy.harmless },
  "secrecy-stamp": { entries: secrecy.entries.stamp, harmless: secrecy.harmless },
  "secrecy-weak": { entries: secrecy.entries.weak, harmless: secrecy.harmless },
  "secrecy-channel": { entries: secrecy.entries.channel, harmless: secrecy.harmless },
  "secrecy-meeting": { entries: secrecy.entries.meeting, harmless: secrecy.harmless },
  "secrecy-paper": { entries: secrecy.entries.paper, harmless: secrecy.harmless },
  "secrecy-dealing": { entries: secrecy.entries.dealing, harmless: secrecy.harmless },
  "security-guard": { entries: security.entries.guard, harmless: security.harmless },
  "security-door": { entries: security.entries.door, harmless: security.harmless },
  "security-key": { entries: security.entries.key, harmless: security.harmless },
  "security-vault": { entries: security.entries.vault, harmless: security.harmless },
  "security-system": { entries: security.entries.system, harmless: security.harmless },
  "security-product": { entries: security.entries.product, harmless: security.harmless },
  "security-place": { entries: security.entries.place, harmless: security.harmless },
  "security-vip": { entries: security.entries.vip, harmless: security.harmless },
  "secrecy-hush": { entries: secrecy.entries.hush, harmless: secrecy.harmless },
  offence: { entries: offences.offence, harmless: offences.harmless },
  evasion: { entries: offences.evasion, harmless: [] },
  stealth: { entries: offences.stealth, harmless: [] },
  threat: { entries: offences.threat, harmless: [] },
} as const;
/** What two words mean together that neither means alone: who or what, and what is said or done. */
interface Frame {
  about: string;
  heads: readonly string[];
  tails: readonly string[];
  /** Words of the sentence with which the two are harmless. */
  unless: readonly string[];
  /** The two say all that it takes. */
  alone?: boolean;
}
const FRAMED = { offence: offences.frames } as const satisfies Record<string, readonly Frame[]>;
/** Which lexicon a frame belongs to. */
export type Framed = keyof typeof FRAMED;
export const FRAMES: readonly (Frame & { of: Framed })[] = Object.entries(FRAMED).flatMap(
  ([of, frames]) => frames.map((frame) => ({ ...frame, of: of as Framed })),
);
type Lexicon = "insult" | "outdated-term" | "frame-head" | "frame-tail" | keyof typeof PLAIN;
interface Entry {
  lexicon: Lexicon;
  /** Folded. */
  word: string;
  /** A longer word that merely contains an entry. */
  isHarmless: boolean;
  use: InsultUse | null;
  /** What to write instead, the likeliest first. */
  suggestions: readonly string[];
  /** The frames (indexes of FRAMES) that this word opens or closes; most words none. */
  frames: readonly number[];

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

interface Loaded extends Lexicons {
  matcher: Matcher;
}

/** Unpacked at the first use and kept. */
let loaded: Loaded | undefined;

function load(): Loaded {
  const lexicons = readLexicons();
  return { ...lexicons, matcher: matcherOf(unpackAutomaton(lexicons.automaton)) };
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
  const { matcher, kinds, kindsOfWords } = loaded;
  const found: { start: number; end: number; kind: Kind }[] = [];
  for (const { start, end, word } of matcher.find(folded.text))
    for (const index of kindsOfWords[word] ?? []) {
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
