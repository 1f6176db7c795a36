import type { Draft, Term } from "../../contract.ts";
import { fold, unfold } from "../../facts/folded.ts";
import { createMatcher, type Matcher } from "../../facts/matcher.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import type { Hit, Rule } from "../rule.ts";

interface Dictionary {
  matcher: Matcher;
  terms: readonly Term[];
}

/** A dictionary may hold thousands of terms; it changes with the policy, not with the draft. */
const dictionaries = new WeakMap<readonly Term[], Dictionary>();

function dictionaryOf(terms: readonly Term[]): Dictionary {
  const known = dictionaries.get(terms);
  if (known) return known;
  const dictionary = { matcher: createMatcher(terms.map(({ term }) => fold(term).text)), terms };
  dictionaries.set(terms, dictionary);
  return dictionary;
}

export const secretTerm: Rule = {
  id: "secret.term",
  clause: "4(3)",
  level: "stop",
  *check({ draft, facts, policy }) {
    const held = policy.terms.length > 0 ? dictionaryOf(policy.terms) : null;
    if (!held) return;
    const found = held.matcher
      .find(facts.folded.text)
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    for (const { start, end, word } of found) {
      const entry = held.terms[word];
      if (!entry || start < reach || !isHeld(entry, draft)) continue;
      if (isInsideRun(facts.folded.text, start, end)) continue;
      if (isSuggestion(entry, facts.folded.text, start, end)) continue;
      reach = end;
      yield toHit(entry, unfold(facts.folded, start, end));
    }
  },
  examples: {
    fires: [
      {
        text: "新市民会館の予定地です。",
        draft: { at: "2026-12-18T23:00:00+09:00" },
        policy: { terms: [{ term: "新市民会館", level: "stop", until: "2026-12-18" }] },
        marks: "新市民会館",
      },
      {
        text: "子供服の交換会です。",
        policy: { terms: [{ term: "子供", level: "hint", suggest: "子ども" }] },
        marks: "子供",
        fixed: "子ども服の交換会です。",
      },
      {
        text: "ﾐﾈﾉﾊﾗ計画を進めています。",
        policy: {
          terms: [{ term: "ミネノハラ計画", level: "stop", message: "庁内限りの事業名です。" }],
        },
        marks: "ﾐﾈﾉﾊﾗ計画",
      },
    ],
    quiet: [
      {
        text: "新市民会館の設計が始まります。",
        draft: { at: "2026-12-19T00:00:00+09:00" },
        policy: { terms: [{ term: "新市民会館", level: "stop", until: "2026-12-18" }] },
      },
      {
        text: "MAILでも受け付けます。バスケットの大会です。",
        policy: {
          terms: [
            { term: "AI", level: "care" },
            { term: "バス", level: "care" },
          ],
        },
      },
      {
        text: "須坂市役所へどうぞ。",
        policy: { terms: [{ term: "市役所", level: "hint", suggest: "須坂市役所" }] },
      },
    ],
  },
};

/** `until` is the last day; the day is that of the place where the post is planned, as `at` says it. */
function isHeld({ until }: Term, { at }: Draft): boolean {
  return !until || !at || at.slice(0, 10) <= until;
}

/** Where the suggestion holds the term itself, what stands there may already be the suggestion. */
function isSuggestion({ term, suggest }: Term, text: string, start: number, end: number): boolean {
  if (!suggest) return false;
  const wanted = fold(suggest).text;
  const offset = wanted.indexOf(fold(term).text);
  return offset >= 0 && text.slice(start - offset, end + wanted.length).startsWith(wanted);
}

function toHit({ term, level, message, suggest }: Term, span: { start: number; end: number }): Hit {
  return {
    ...span,
    level,
    message: message
      ? { key: "secret_term_own", args: [message] }
      : suggest
        ? { key: "secret_term_suggest", args: [term, suggest] }
        : { key: "secret_term", args: [term] },
    fixes: suggest
      ? [{ label: { key: "secret_term_fix", args: [suggest] }, replacement: suggest, ...span }]
      : [],
  };
}
