import characters from "../../assets/lexicons/characters.json" with { type: "json" };
import insults from "../../assets/lexicons/insults.json" with { type: "json" };
import lewd from "../../assets/lexicons/lewd.json" with { type: "json" };
import outdated from "../../assets/lexicons/outdated-terms.json" with { type: "json" };
import parties from "../../assets/lexicons/parties.json" with { type: "json" };
import secrecy from "../../assets/lexicons/secrecy.json" with { type: "json" };
import sensitive from "../../assets/lexicons/sensitive.json" with { type: "json" };
import slurs from "../../assets/lexicons/slurs.json" with { type: "json" };
import { type FoldedText, fold, unfold } from "./folded.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import type { Span } from "./span.ts";

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
  private: sensitive,
  "secrecy-audience": { entries: secrecy.entries.audience, harmless: secrecy.harmless },
  "secrecy-stamp": { entries: secrecy.entries.stamp, harmless: secrecy.harmless },
  "secrecy-weak": { entries: secrecy.entries.weak, harmless: secrecy.harmless },
  "secrecy-channel": { entries: secrecy.entries.channel, harmless: secrecy.harmless },
  "secrecy-meeting": { entries: secrecy.entries.meeting, harmless: secrecy.harmless },
  "secrecy-paper": { entries: secrecy.entries.paper, harmless: secrecy.harmless },
  "secrecy-dealing": { entries: secrecy.entries.dealing, harmless: secrecy.harmless },
  "secrecy-hush": { entries: secrecy.entries.hush, harmless: secrecy.harmless },
} as const;

type Lexicon = "insult" | "outdated-term" | keyof typeof PLAIN;

interface Entry {
  lexicon: Lexicon;
  /** Folded. */
  word: string;
  /** A longer word that merely contains an entry. */
  isHarmless: boolean;
  use: InsultUse | null;
  /** What to write instead, the likeliest first. */
  suggestions: readonly string[];
}

/** A word of a lexicon where it stands in the text; its boundaries are the rules' to judge. */
export interface LexiconWord extends Span {
  text: string;
  lexicon: Entry["lexicon"];
  /** As the lexicon has it, folded. */
  word: string;
  use: InsultUse | null;
  suggestions: readonly string[];
}

function readEntries(): Entry[] {
  const none = { use: null, suggestions: [], isHarmless: true };
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
  ].map((entry) => ({ ...entry, word: fold(entry.word).text }));
}

/** Built at the first use and kept: some 600 words take about a millisecond. */
let compiled: { matcher: Matcher; groups: Entry[][] } | undefined;

function compile(): { matcher: Matcher; groups: Entry[][] } {
  // One word may stand in two lexicons; the automaton knows each spelling once.
  const groups = [...Map.groupBy(readEntries(), ({ word }) => word).values()];
  return { matcher: createMatcher(groups.map(([entry]) => entry?.word ?? "")), groups };
}

/**
 * Every lexicon word of the text in order. Within a lexicon the leftmost, then the longest wins, and
 * what a harmless longer word covers is left out (バカ in バカンス, 外人 in 外人墓地).
 */
export function findLexiconWords(text: string, folded: FoldedText): LexiconWord[] {
  compiled ??= compile();
  const { matcher, groups } = compiled;
  const found = matcher
    .find(folded.text)
    .flatMap(({ start, end, word }) => (groups[word] ?? []).map((entry) => ({ start, end, entry })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const reach: Partial<Record<Lexicon, number>> = {};
  const words: LexiconWord[] = [];
  for (const { start, end, entry } of found) {
    if (start < (reach[entry.lexicon] ?? 0)) continue;
    reach[entry.lexicon] = end;
    if (entry.isHarmless) continue;
    const span = unfold(folded, start, end);
    const { lexicon, word, use, suggestions } = entry;
    words.push({
      ...span,
      text: text.slice(span.start, span.end),
      lexicon,
      word,
      use,
      suggestions,
    });
  }
  return words;
}
