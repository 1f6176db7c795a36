import type { Lang, Policy } from "../contract.ts";
import guideline from "./guideline.json" with { type: "json" };

export interface Clause {
  /** How the clause is called, in a few words. */
  label: string;
  /** What it says, in the guideline's own words: Japanese in either language. */
  text: string;
}

const BUILT_IN: Readonly<Record<string, { label: Record<Lang, string>; text: string }>> =
  guideline.clauses;

/** The built-in guideline's clause numbers, in its order: "3", "4(5)オ", "6(7)". */
export const CLAUSE_NUMBERS: readonly string[] = Object.keys(BUILT_IN);

/**
 * The clause of that number: the organisation's own words, else the built-in guideline's. Total: of a
 * number that neither knows, the number is all that can be said.
 */
export function clauseOf(policy: Pick<Policy, "clauses">, number: string, lang: Lang): Clause {
  const own = Object.hasOwn(policy.clauses, number) ? policy.clauses[number] : undefined;
  if (own) return own;
  const clause = Object.hasOwn(BUILT_IN, number) ? BUILT_IN[number] : undefined;
  return clause ? { label: clause.label[lang], text: clause.text } : { label: number, text: "" };
}

/** The guideline's title: the organisation's, else the built-in guideline's. */
export function guidelineTitleOf(policy: Pick<Policy, "guidelineTitle">): string {
  return policy.guidelineTitle || guideline.title;
}
