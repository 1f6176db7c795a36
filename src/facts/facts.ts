import type { Draft } from "../contract.ts";
import { type DateMention, findDates } from "./dates.ts";
import { type EmailMention, findEmails } from "./emails.ts";
import { type FoldedText, fold } from "./folded.ts";
import { findLexiconWords, type LexiconWord } from "./lexicon.ts";
import { findLinks, type Link } from "./links.ts";
import { findPeople, type PersonMention } from "./people.ts";
import { findPhones, type PhoneMention } from "./phones.ts";
import { findQuotations } from "./quotations.ts";
import { findSentences } from "./sentences.ts";
import type { Span } from "./span.ts";
import { weightedLength } from "./weighted-length.ts";

/** What a text says, read once per draft and shared by the rules; each fact at its first use. */
export interface Facts {
  readonly text: string;
  readonly folded: FoldedText;
  /** Words of the lexicons (abuse, outdated terms); what they mean here is the rules' to judge. */
  readonly words: readonly LexiconWord[];
  readonly links: readonly Link[];
  readonly dates: readonly DateMention[];
  readonly phones: readonly PhoneMention[];
  readonly emails: readonly EmailMention[];
  readonly people: readonly PersonMention[];
  readonly sentences: readonly Span[];
  readonly quotations: readonly Span[];
  readonly weightedLength: number;
}

export function readFacts(draft: Draft): Facts {
  const { text, at, platform = "x" } = draft;
  const folded = once(() => fold(text));
  const words = once(() => findLexiconWords(text, folded()));
  const links = once(() => findLinks(text, platform));
  const dates = once(() => findDates(text, at));
  const phones = once(() => findPhones(text));
  const emails = once(() => findEmails(text));
  const people = once(() => findPeople(text, sentences()));
  const sentences = once(() => findSentences(text));
  const quotations = once(() => findQuotations(text));
  const length = once(() => weightedLength(text));
  return {
    text,
    get folded() {
      return folded();
    },
    get words() {
      return words();
    },
    get links() {
      return links();
    },
    get dates() {
      return dates();
    },
    get phones() {
      return phones();
    },
    get emails() {
      return emails();
    },
    get people() {
      return people();
    },
    get sentences() {
      return sentences();
    },
    get quotations() {
      return quotations();
    },
    get weightedLength() {
      return length();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let value: { of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
