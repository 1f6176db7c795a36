import type { Span } from "./span.ts";

/** A calendar day that the text names, in any form in use. */
export interface DateMention extends Span {
  text: string;
  /** "2026-12-05"; null where the day does not exist or its year cannot be told. */
  iso: string | null;
  /** The weekday as written beside it ("日", "月・祝" gives "月"); null where none is written. */
  weekday: string | null;
}

/** @param at ISO 8601 with offset: when the post would be published; it gives the year that is left out. */
export function findDates(_text: string, _at: string | undefined): DateMention[] {
  return [];
}
