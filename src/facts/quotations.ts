import type { Span } from "./span.ts";

/** What stands in quotation marks of any kind, the marks included. */
export function findQuotations(_text: string): Span[] {
  return [];
}
