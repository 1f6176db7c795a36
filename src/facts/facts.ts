import type { Draft, Platform } from "../contract.ts";
import type { DateMention } from "./dates.ts";
import { findDatesThrough } from "./dates-invisible.ts";
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

export function readFacts({ text, at, platform = "x" }: Draft): Facts {
  return new FactsOfText(text, at, platform);
}

class FactsOfText implements Facts {
  readonly text: string;
  readonly #at: string | undefined;
  readonly #platform: Platform;
  #folded: FoldedText | undefined;
  #words: readonly LexiconWord[] | undefined;
  #links: readonly Link[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #phones: readonly PhoneMention[] | undefined;
  #emails: readonly EmailMention[] | undefined;
  #people: readonly PersonMention[] | undefined;
  #sentences: readonly Span[] | undefined;
  #quotations: readonly Span[] | undefined;
  #weightedLength: number | undefined;

  constructor(text: string, at: string | undefined, platform: Platform) {
    this.text = text;
    this.#at = at;
    this.#platform = platform;
  }

  get folded() {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }
  get words() {
    this.#words ??= findLexiconWords(this.text, this.folded);
    return this.#words;
  }
  get links() {
    this.#links ??= findLinks(this.text, this.#platform);
    return this.#links;
  }
  get dates() {
    this.#dates ??= findDatesThrough(this.text, this.#at);
    return this.#dates;
  }
  get phones() {
    this.#phones ??= findPhones(this.text);
    return this.#phones;
  }
  get emails() {
    this.#emails ??= findEmails(this.text);
    return this.#emails;
  }
  get people() {
    this.#people ??= findPeople(this.text, this.sentences);
    return this.#people;
  }
  get sentences() {
    this.#sentences ??= findSentences(this.text);
    return this.#sentences;
  }
  get quotations() {
    this.#quotations ??= findQuotations(this.text);
    return this.#quotations;
  }
  get weightedLength() {
    this.#weightedLength ??= weightedLength(this.text);
    return this.#weightedLength;
  }
}
