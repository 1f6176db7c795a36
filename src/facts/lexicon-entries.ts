import absolutes from "../../assets/lexicons/absolutes.json" with { type: "json" };
import characters from "../../assets/lexicons/characters.json" with { type: "json" };
import elections from "../../assets/lexicons/elections.json" with { type: "json" };
import gender from "../../assets/lexicons/gender.json" with { type: "json" };
import hearsay from "../../assets/lexicons/hearsay.json" with { type: "json" };
import insults from "../../assets/lexicons/insults.json" with { type: "json" };
import lewd from "../../assets/lexicons/lewd.json" with { type: "json" };
import offences from "../../assets/lexicons/offences.json" with { type: "json" };
import outdated from "../../assets/lexicons/outdated-terms.json" with { type: "json" };
import ownVoice from "../../assets/lexicons/own-voice.json" with { type: "json" };
import parties from "../../assets/lexicons/parties.json" with { type: "json" };
import policy from "../../assets/lexicons/policy.json" with { type: "json" };
import prejudice from "../../assets/lexicons/prejudice.json" with { type: "json" };
import gain from "../../assets/lexicons/private-gain.json" with { type: "json" };
import retorts from "../../assets/lexicons/retorts.json" with { type: "json" };
import secrecy from "../../assets/lexicons/secrecy.json" with { type: "json" };
import security from "../../assets/lexicons/security.json" with { type: "json" };
import sensitive from "../../assets/lexicons/sensitive.json" with { type: "json" };
import slurs from "../../assets/lexicons/slurs.json" with { type: "json" };
import works from "../../assets/lexicons/works.json" with { type: "json" };
import { fold } from "./folded.ts";
import { unitOfMeaning } from "./lexicon-meanings.ts";
import { packFrames, packMeanings } from "./lexicon-packed.ts";
import { commonestUnits, swapUnits } from "./lexicon-units.ts";
import { packWords } from "./matcher.ts";
import { isInsideRun } from "./scripts.ts";

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
  flesh: { entries: lewd.entries.flesh, harmless: lewd.harmless },
  setting: { entries: lewd.entries.setting, harmless: lewd.harmless },
  thrill: { entries: lewd.entries.thrill, harmless: lewd.harmless },
  desire: { entries: lewd.entries.desire, harmless: lewd.harmless },
  intimate: { entries: lewd.entries.intimate, harmless: lewd.harmless },
  party: parties,
  character: characters,
  ballot: { entries: elections.entries.ballot, harmless: elections.harmless },
  "election-backing": { entries: elections.entries.backing, harmless: elections.harmless },
  "election-opposing": { entries: elections.entries.opposing, harmless: elections.harmless },
  "election-rally": { entries: elections.entries.rally, harmless: [] },
  "gain-owner": { entries: gain.entries.owner, harmless: gain.harmless },
  "gain-staff": { entries: gain.entries.staff, harmless: gain.harmless },
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
  breach: { entries: offences.breach, harmless: offences.harmless },
  deed: { entries: offences.deed, harmless: offences.harmless },
  boon: { entries: offences.boon, harmless: [] },
  evasion: { entries: offences.evasion, harmless: [] },
  stealth: { entries: offences.stealth, harmless: [] },
  feeling: { entries: ownVoice.feeling, harmless: ownVoice.harmless },
  aside: { entries: ownVoice.aside, harmless: [] },
  retort: { entries: retorts.entries.retort, harmless: retorts.harmless },
  critique: { entries: retorts.entries.critique, harmless: retorts.harmless },
  remark: { entries: retorts.entries.remark, harmless: [] },
  rebuff: { entries: retorts.entries.rebuff, harmless: retorts.harmless },
  weary: { entries: retorts.entries.weary, harmless: retorts.harmless },
  gendered: { entries: gender.words, harmless: gender.harmless },
  unsure: { entries: hearsay.unsure, harmless: hearsay.harmless },
  spread: { entries: hearsay.spread, harmless: [] },
  first: { entries: absolutes.first, harmless: absolutes.harmless },
  threat: { entries: offences.threat, harmless: [] },
} as const;

/** What two words mean together that neither means alone: who or what, and what is said or done. */
export interface Frame {
  about: string;
  heads: readonly string[];
  tails: readonly string[];
  /** Words of the sentence with which the two are harmless. */
  unless: readonly string[];
  /** The two say all that it takes. */
  alone?: boolean;
}

const FRAMED = {
  offence: offences.frames,
  prejudice: prejudice.frames,
  verdict: ownVoice.frames,
  work: works.frames,
  hearsay: hearsay.frames,
  certain: absolutes.frames,
} as const satisfies Record<string, readonly Frame[]>;

/** Which lexicon a frame belongs to. */
export type Framed = keyof typeof FRAMED;
/** What is left to know of a frame where its words are found already. */
export type FrameOf = { of: Framed; sort: string; unless: readonly string[]; alone: boolean };

const FRAMES: readonly (Frame & { of: Framed })[] = Object.entries(FRAMED).flatMap(([of, frames]) =>
  frames.map((frame) => ({ ...frame, of: of as Framed })),
);

export type Lexicon = "insult" | "outdated-term" | "frame-head" | "frame-tail" | keyof typeof PLAIN;

export interface Entry {
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
}

function readEntries(): Entry[] {
  const none = { use: null, suggestions: [], frames: [], isHarmless: true };
  return [
    ...INSULT_USES.flatMap((use) =>
      insults.entries[use].map((word) => ({
        ...none,
        lexicon: "insult" as const,
        word,
        use,
        isHarmless: false,
      })),
    ),
    ...insults.entries.harmless.map((word) => ({ ...none, lexicon: "insult" as const, word })),
    ...outdated.entries.flatMap(({ words, suggestions }) =>
      words.map((word) => ({
        ...none,
        lexicon: "outdated-term" as const,
        word,
        suggestions,
        isHarmless: false,
      })),
    ),
    ...outdated.harmless.map((word) => ({ ...none, lexicon: "outdated-term" as const, word })),
    ...Object.entries(PLAIN).flatMap(([lexicon, { entries, harmless }]) => [
      ...entries.map((word) => ({
        ...none,
        lexicon: lexicon as keyof typeof PLAIN,
        word,
        isHarmless: false,
      })),
      ...harmless.map((word) => ({ ...none, lexicon: lexicon as keyof typeof PLAIN, word })),
    ]),
    ...readSides("frame-head", ({ heads }) => heads),
    ...readSides("frame-tail", ({ tails }) => tails),
  ].map((entry) => ({ ...entry, word: fold(entry.word).text }));
}

/** A word that several frames share is one entry. */
function readSides(
  lexicon: "frame-head" | "frame-tail",
  sideOf: (frame: Frame) => readonly string[],
): Entry[] {
  const frames = new Map<string, number[]>();
  for (const [index, frame] of FRAMES.entries())
    for (const spelling of sideOf(frame)) {
      const word = fold(spelling).text;
      frames.set(word, [...(frames.get(word) ?? []), index]);
    }
  return [...frames].map(([word, of]) => ({
    lexicon,
    word,
    use: null,
    suggestions: [],
    isHarmless: false,
    frames: of,
  }));
}

/** An entry but for its word: many words are the same thing. */
export type Kind = Omit<Entry, "word">;

/** All lexicons as the engine walks them, made to be written down. */
export interface Lexicons {
  /** Each once, as `packWords` and then `swapUnits` write them. */
  words: string;
  units: string;
  kinds: string;
  /** What a word can be in the lexicons that have it, as indexes of `kinds`, mostly one; the commonest first. */
  meanings: string;
  /** By the index of a word its index of `meanings`, as `unitOfMeaning` writes it. */
  meaningsOfWords: string;
  frames: string;
}

/** Where no rule shows the word alone. */
const SHORTENED: ReadonlySet<Lexicon> = new Set([
  "frame-head",
  "frame-tail",
  "insult",
  "offence",
  "breach",
  "deed",
  "boon",
]);

/** A word that another begins, of the same kind, says nothing more (外国人だから beside 外国人); within a run of katakana neither is heard alone. */
function withoutImplied(entries: readonly Entry[]): Entry[] {
  const ofWords = Map.groupBy(entries, ({ word }) => word);
  const implies = (shorter: Entry, { lexicon, use, suggestions, frames, isHarmless }: Entry) =>
    shorter.lexicon === lexicon &&
    shorter.use === use &&
    shorter.isHarmless === isHarmless &&
    String(shorter.suggestions) === String(suggestions) &&
    frames.every((frame) => shorter.frames.includes(frame));
  return entries.filter((entry) => {
    if (!SHORTENED.has(entry.lexicon)) return true;
    for (let length = 1; length < entry.word.length; length += 1)
      if (
        !isInsideRun(entry.word, 0, length) &&
        ofWords.get(entry.word.slice(0, length))?.some((shorter) => implies(shorter, entry))
      )
        return false;
    return true;
  });
}

/** Reads and folds every lexicon: for a build, or for a process that runs from the source. */
export function compileLexicons(): Lexicons {
  const kinds = new Map<string, number>();
  const kindsOfWords = new Map<string, number[]>();
  for (const { word, ...kind } of withoutImplied(readEntries())) {
    const key = JSON.stringify(kind);
    const index = kinds.get(key) ?? kinds.size;
    kinds.set(key, index);
    kindsOfWords.set(word, [...(kindsOfWords.get(word) ?? []), index]);
  }
  const words = [...kindsOfWords.keys()].sort();
  const keys = words.map((word) => JSON.stringify(kindsOfWords.get(word)));
  const meanings = [...Map.groupBy(keys, (key) => key)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([key]) => key);
  const units = new Map(
    meanings.map((key, index) => [key, String.fromCharCode(unitOfMeaning(index))]),
  );
  const packed = packWords(words);
  const commonest = commonestUnits(packed);
  return {
    words: swapUnits(packed, commonest),
    units: commonest,
    ...packMeanings(
      [...kinds.keys()].map((key) => JSON.parse(key)),
      meanings.map((key) => JSON.parse(key)),
    ),
    meaningsOfWords: keys.map((key) => units.get(key)).join(""),
    frames: packFrames(FRAMES),
  };
}
