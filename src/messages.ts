import { browser } from "wxt/browser";
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
  /** How the organisation calls the settings in force; "": nothing is set on this machine. */
  policyRevision: string;
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

/** Asks the worker from a page; fails where the extension is gone, or its worker does not answer. */
export async function ask<T extends Request["type"]>(
  request: Extract<Request, { type: T }>,
): Promise<Answers[T]> {
  const answer: Answers[T] | undefined = await browser.runtime.sendMessage(request);
  if (answer === undefined) throw new Error("the worker did not answer");
  return answer;
}

/** The shape of a request, before anything in it is used; a page's process may have sent anything. */
export function isRequest(message: unknown): message is Request {
  if (typeof message !== "object" || message === null || !("type" in message)) return false;
  switch (message.type) {
    case "check":
      return "draft" in message && isDraft(message.draft);
    case "expand":
      return "urls" in message && isStrings(message.urls);
    case "guide":
      return "rule" in message && typeof message.rule === "string";
    default:
      return false;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("text" in value)) return false;
  const { text, platform, kind, account, at, media } = value as Partial<
    Record<keyof Draft, unknown>
  >;
  return (
    typeof text === "string" &&
    (platform === undefined || platform === "x" || platform === "facebook") &&
    (kind === undefined || typeof kind === "string") &&
    (account === undefined || account === null || typeof account === "string") &&
    (at === undefined || typeof at === "string") &&
    (media === undefined || Array.isArray(media))
  );
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
