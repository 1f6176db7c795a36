import type { Span } from "./span.ts";

const TERMINATORS = new Set(codesOf("。！？!?．｡"));
/** What may still follow a terminator inside the same sentence: more of it, or a closing bracket. */
const TAIL = new Set([...TERMINATORS, ...codesOf("」』”）)】〉》〕］]｣")]);
const OPENING = new Set(codesOf("「『"));
const CLOSING = new Set(codesOf("」』"));
const LINE_BREAK = 0x0a;

function codesOf(signs: string): number[] {
  return Array.from(signs, (sign) => sign.charCodeAt(0));
}

/**
 * Sentences and lines of the text, in order, without the blanks around them. A line break always ends
 * one: posts are lists as often as prose. Terminators inside 「」『』 do not end the sentence around.
 */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let depth = 0;
  function close(end: number): void {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (from < to) sentences.push({ start: from, end: to });
    start = end;
  }
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Kana and kanji, most of a text, end nothing.
    if (unit >= 0x3041 && unit <= 0x9fff) continue;
    if (unit === LINE_BREAK) {
      close(at);
      depth = 0;
    } else if (OPENING.has(unit)) {
      depth += 1;
    } else if (CLOSING.has(unit)) {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0 && TERMINATORS.has(unit)) {
      while (TAIL.has(text.charCodeAt(at + 1))) at += 1;
      close(at + 1);
    }
  }
  close(text.length);
  return sentences;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
