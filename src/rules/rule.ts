import type { Destination, Draft, Expansion, Level, Policy, Question } from "../contract.ts";
import type { Facts } from "../facts/facts.ts";
import type { Message } from "../locales.ts";

export type { Message };

/** What a rule found. Offsets are UTF-16 code units of the draft's text; 0,0 speaks of the whole post. */
export interface Hit {
  start: number;
  end: number;
  message: Message;
  /** Where this hit is graver or milder than the rule's own level. */
  level?: Level;
  /** Where this hit's clause differs from the rule's. */
  clause?: string;
  fixes?: readonly { label: Message; replacement: string; start: number; end: number }[];
  destination?: Destination;
  asks?: Question;
}

export interface RuleContext {
  /** Defaults are filled in; `account`, `at` stay absent where they were. */
  draft: Draft & Required<Pick<Draft, "platform" | "kind" | "media">>;
  facts: Facts;
  policy: Policy;
  /** What shorteners answered so far, by the address asked (scheme and host in lower case). */
  expansions: ReadonlyMap<string, Expansion>;
  /** Whether the organisation manages this device's browser; absent where nobody knows. */
  isManaged?: boolean;
}

/** A post that shows what a rule does; given as a text, it is a post on X now without a policy. */
export interface Example {
  text: string;
  draft?: Partial<Omit<Draft, "text">>;
  policy?: Partial<Policy>;
  /** As in RuleContext. */
  isManaged?: boolean;
  /** fires only: the exact words that must be marked, "" for the post as a whole. */
  marks?: string;
  /** fires only: the text after the first fix. */
  fixed?: string;
}

/** One rule is one file that holds everything about it but its words, which live in `_locales`. */
export interface Rule {
  /** Stable: policies, corpora and records name it. */
  id: string;
  /** The guideline's clause, the first one of the catalogue. */
  clause: string;
  level: Level;
  check(context: RuleContext): Iterable<Hit>;
  /** This rule is silent where one of these speaks of overlapping words: they say the same, more exactly. */
  yieldsTo?: readonly string[];
  examples: { fires: readonly (string | Example)[]; quiet: readonly (string | Example)[] };
}
