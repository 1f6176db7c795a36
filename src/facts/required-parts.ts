import { stringsToNeeds, weightOf } from "./required-choice.ts";
import { either, kindOfUnit, rarer } from "./required-kinds.ts";

/** What is known of a part of an expression. */
export interface Part {
  /** All the strings it can match, null where they are too many to name. */
  exact: readonly string[] | null;
  /** Strings of which every text around a match of it holds at least one; null where none is known. */
  needs: readonly string[] | null;
  /** Kinds of characters one of which every match holds; 0 where none is known. */
  kinds: number;
  /** UTF-16 units that a match of it takes, and looks at beside it, at most. */
  reach: number;
}

/** More strings than this make a list that most texts meet, and are slow to multiply. */
export const MOST_STRINGS = 48;
/** One character, whichever. */
export const ANYTHING: Part = { exact: null, needs: null, kinds: 0, reach: 2 };
/** No character, at a place that the one before and the one behind decide. */
export const NOTHING: Part = { exact: [""], needs: null, kinds: 0, reach: 2 };

/** The kinds of its rarest letter. */
export function kindsOfWord(word: string): number {
  let kinds = 0;
  for (let at = 0; at < word.length; at += 1) kinds = rarer(kinds, kindOfUnit(word.charCodeAt(at)));
  return kinds;
}

export function anyOf(parts: readonly Part[]): Part {
  const exacts = parts.map(({ exact }) => exact);
  const exact = exacts.every((strings) => strings !== null) ? union(exacts) : null;
  const needs = parts.map(needsOf);
  return {
    exact,
    needs: needs.every((list) => list !== null) ? needs.flat() : null,
    kinds: parts.map(({ kinds }) => kinds).reduce(either),
    reach: Math.max(...parts.map(({ reach }) => reach)),
  };
}

/** One after the other: the strings grow together as long as they can be named. */
export function inTurn(parts: readonly Part[]): Part {
  let run: readonly string[] = [""];
  let isExact = true;
  let best: readonly string[] | null = null;
  const offer = (needs: readonly string[] | null) => {
    if (needs && (!best || weightOf(needs) < weightOf(best))) best = needs;
  };
  for (const { exact, needs } of parts) {
    offer(needs);
    const grown = exact && product(run, exact);
    if (grown) {
      run = grown;
      continue;
    }
    offer(stringsToNeeds(run));
    isExact = false;
    run = exact ?? [""];
  }
  offer(stringsToNeeds(run));
  const kinds = parts.reduce((set, part) => rarer(set, part.kinds), 0);
  const reach = parts.reduce((sum, part) => sum + part.reach, 0);
  return { exact: isExact ? run : null, needs: best, kinds, reach };
}

function product(heads: readonly string[], tails: readonly string[]): string[] | null {
  if (heads.length * tails.length > MOST_STRINGS) return null;
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

export function union(lists: readonly (readonly string[])[]): string[] | null {
  const all = new Set(lists.flat());
  return all.size > MOST_STRINGS ? null : [...all];
}

export function needsOf({ exact, needs }: Pick<Part, "exact" | "needs">): readonly string[] | null {
  const own = exact && stringsToNeeds(exact);
  if (!own || !needs) return own ?? needs;
  return weightOf(own) < weightOf(needs) ? own : needs;
}
