import type { Span } from "./span.ts";

export interface EmailMention extends Span {
  text: string;
  /** Lower case, half-width. */
  host: string;
}

export function findEmails(_text: string): EmailMention[] {
  return [];
}
