import lexicon from "../../assets/lexicons/topics.json" with { type: "json" };
import { fold } from "./folded.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import { isInsideRun } from "./scripts.ts";

export interface TopicWords {
  /** The subject's id in the lexicon, such as "tax". */
  subject: string;
  /** The first name of the subject, for people. */
  name: string;
  /** Different words of the subject in the text. */
  words: Set<string>;
  /** Whether one of them is said only where the subject is what a text is about. */
  isPlain: boolean;
}

interface Compiled {
  matcher: Matcher;
  /** By the matcher's index of a spelling: the subjects (indexes) that it speaks of. */
  subjectsBySpelling: number[][];
  plainBySubject: ReadonlySet<string>[];
}

/** Built at the first use and kept; only accounts with topics ask for it. */
let compiled: Compiled | undefined;

function compile(): Compiled {
  const subjects = new Map<string, number[]>();
  for (const [index, { words }] of lexicon.subjects.entries())
    for (const word of words) {
      const spelling = fold(word).text;
      subjects.set(spelling, [...(subjects.get(spelling) ?? []), index]);
    }
  return {
    matcher: createMatcher([...subjects.keys()]),
    subjectsBySpelling: [...subjects.values()],
    plainBySubject: lexicon.subjects.map(
      ({ plain }) => new Set(plain.map((word) => fold(word).text)),
    ),
  };
}

/** What a text speaks of, by subject; a word that several subjects share counts for each. */
export function topicsOf(folded: string): TopicWords[] {
  compiled ??= compile();
  const { matcher, subjectsBySpelling, plainBySubject } = compiled;
  const words = lexicon.subjects.map(() => new Set<string>());
  for (const { start, end, word } of matcher.find(folded)) {
    if (isInsideRun(folded, start, end)) continue;
    for (const subject of subjectsBySpelling[word] ?? [])
      words[subject]?.add(folded.slice(start, end));
  }
  return lexicon.subjects.flatMap(({ id, names }, index) => {
    const own = words[index] ?? new Set();
    const isPlain = [...own].some((word) => plainBySubject[index]?.has(word));
    return own.size > 0 ? [{ subject: id, name: names[0] ?? id, words: own, isPlain }] : [];
  });
}

/**
 * The subjects that an account with these topics may speak of, neighbours included; null where a
 * topic covers everything or is not known here, so that nothing can be said.
 */
export function subjectsOf(topics: readonly string[]): Set<string> | null {
  const subjects = new Set<string>();
  for (const topic of topics) {
    if (lexicon.general.some((word) => topic.includes(word))) return null;
    const own = lexicon.subjects.filter(({ names }) => names.some((name) => topic.includes(name)));
    if (own.length === 0) return null;
    for (const { id, near } of own) for (const subject of [id, ...near]) subjects.add(subject);
  }
  return subjects.size > 0 ? subjects : null;
}
