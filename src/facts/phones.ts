import type { Span } from "./span.ts";

export interface PhoneMention extends Span {
  text: string;
  /** "+81262451400"; null for a local form without an area code and for short numbers (110, 171). */
  e164: string | null;
}

export function findPhones(_text: string): PhoneMention[] {
  return [];
}
