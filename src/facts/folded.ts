import type { Span } from "./span.ts";

/**
 * The text as it is compared: NFKC and lower case, so that ﾊﾞｶ, ＴＢＤ and Ｇmail meet their ordinary
 * forms. Each unit of `text` came from the units `starts[i]` to `ends[i]` of the original.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Voiced sound marks that belong to the kana before them: combining and half-width. */
const SOUND_MARKS = new Set(["\u3099", "\u309a", "\uff9e", "\uff9f"]);

export function fold(text: string): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (SOUND_MARKS.has(text.charAt(at))) at += 1;
    const original = text.slice(start, at);
    const piece = isPlain(original) ? original : original.normalize("NFKC").toLowerCase();
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(at);
    }
  }
  return { text: pieces.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Kana and common kanji fold to themselves: most of a Japanese text needs no normalisation. */
function isPlain(piece: string): boolean {
  if (piece.length !== 1) return false;
  const unit = piece.charCodeAt(0);
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x9fff);
}

/** The original's range of a range of the folded text; whole characters, never a half of one. */
export function unfold(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}
