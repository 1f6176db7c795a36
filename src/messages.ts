import type { Account, Draft, Expansion, Finding, Lang, Policy } from "./contract.ts";

/**
 * What a content script may ask the worker, and what it gets. Policy, dictionary and record never
 * enter a page's process: an answer carries findings, the words to show, and the account's line.
 */
export type Request =
  | { type: "check"; draft: Draft }
  /** Ask the shorteners about these addresses of the draft; answers when each has an outcome. */
  | { type: "expand"; urls: readonly string[] }
  | { type: "guide"; rule: string };

export interface Verdict {
  findings: Finding[];
  /** By clause number: how the guideline calls it and what it says. Only the clauses of the findings. */
  clauses: Record<string, { label: string; text: string }>;
  guidelineTitle: string;
  guidelineUrl: string;
  /** The registered account that is about to speak; null: not in the register, or there is none. */
  account: Pick<Account, "name" | "handle" | "department"> | null;
  hasRegister: boolean;
  enforcement: Policy["enforcement"];
  override: Policy["override"];
  mode: Policy["mode"];
  /** Short addresses of this draft whose destination is not known yet and may be asked. */
  askable: string[];
  lang: Lang;
}

export interface Answers {
  check: Verdict;
  expand: Record<string, Expansion>;
  guide: null;
}
