import type { Span } from "./span.ts";
import { unitClass } from "./unit-class.ts";

const CLOSING: Readonly<Record<string, string>> = {
  "「": "」",
  "『": "』",
  "｢": "｣",
  "“": "”",
  "〝": "〟",
};
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING).map(([open, close]) => [close, open]),
);
const isMark = unitClass(/[\n"＂「『｢“〝」』｣”〟]/);
/** Longer than what a post quotes: a mark that was never closed must not swallow the rest of the text. */
const LONGEST = 400;

/**
 * What stands in quotation marks of any kind, the marks included; the outermost where they nest, in
 * order. 【】 are headings and ‘’ are apostrophes, no quotations. Straight marks pair within a line.
 */
export function findQuotations(text: string): Span[] {
  const open: Record<string, number[]> = {};
  const found: Span[] = [];
  let straight = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Kana and kanji, most of a text, quote nothing.
    if ((code >= 0x3041 && code <= 0x9fff) || !isMark(code)) continue;
    const unit = text.charAt(at);
    if (unit === "\n") {
      straight = -1;
    } else if (unit === '"' || unit === "＂") {
      if (straight >= 0) found.push({ start: straight, end: at + 1 });
      straight = straight >= 0 ? -1 : at;
    } else if (Object.hasOwn(CLOSING, unit)) {
      open[unit] ??= [];
      open[unit].push(at);
    } else {
      const start = open[OPENING[unit] ?? ""]?.pop();
      if (start !== undefined) found.push({ start, end: at + 1 });
    }
  }
  return outermost(found.filter(({ start, end }) => end - start <= LONGEST));
}

function outermost(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
