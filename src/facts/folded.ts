import type { Span } from "./span.ts";

/**
 * The text as it is compared: NFKC and lower case, so that ﾊﾞｶ, ＴＢＤ and Ｇmail meet their ordinary
 * forms. Each unit of `text` came from the units `starts[i]` to `ends[i]` of the original; without places, from the
 * one at the same offset.
 */
export interface FoldedText {
  readonly text: string;
  readonly places: { readonly starts: Uint32Array; readonly ends: Uint32Array } | null;
}

export function fold(text: string): FoldedText {
  return foldOneForOne(text) ?? foldByPieces(text);
}

/** Most texts keep their length: every unit folds to one unit. null: this one does not. */
function foldOneForOne(text: string): FoldedText | null {
  let folded = "";
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isSoundMark(unit)) return null;
    const plain = foldUnit(unit);
    if (plain === unit) continue;
    if (plain < 0) return null;
    folded += text.slice(kept, at) + String.fromCharCode(plain);
    kept = at + 1;
  }
  return { text: kept === 0 ? text : folded + text.slice(kept), places: null };
}

/** A unit's folded form where that is one unit and no matter of its neighbours, else -1. */
function foldUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  if (unit >= 0x3041 && foldsToItself(unit)) return unit;
  // Full-width signs, digits and letters.
  if (unit >= 0xff01 && unit <= 0xff5e) {
    const half = unit - 0xfee0;
    return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
  }
  if (unit === 0x3000) return 0x20;
  // Stops, brackets and marks, but for a sign of the post and three numerals.
  if (unit >= 0x3001 && unit <= 0x3029) return unit;
  if (unit >= 0x2190 && unit <= 0x21ff) return unit;
  if (unit >= 0x25a0 && unit <= 0x27bf) return unit;
  return -1;
}

function foldByPieces(text: string): FoldedText {
  let folded = "";
  let plainFrom = 0;
  // A few signs become several letters each (㍿, ½); room for more is made where they are many.
  let starts = new Uint32Array(text.length + 16);
  let ends = new Uint32Array(text.length + 16);
  let length = 0;
  function add(start: number, end: number): void {
    if (length === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[length] = start;
    ends[length] = end;
    length += 1;
  }
  let at = 0;
  while (at < text.length) {
    const start = at;
    const isPlain = foldsToItself(text.charCodeAt(at));
    at += isPlain || (text.codePointAt(at) ?? 0) <= 0xffff ? 1 : 2;
    const isVoiced = isSoundMark(text.charCodeAt(at));
    if (isPlain && !isVoiced) {
      add(start, at);
      continue;
    }
    if (isVoiced) at += 1;
    const piece = text.slice(start, at).normalize("NFKC").toLowerCase();
    folded += text.slice(plainFrom, start) + piece;
    plainFrom = at;
    for (let unit = 0; unit < piece.length; unit += 1) {
      add(start, at);
    }
  }
  folded += text.slice(plainFrom);
  const places = { starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
  return { text: folded, places };
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** Voiced sound marks that belong to the kana before them: combining and half-width. */
function isSoundMark(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f;
}

/** Kana, common kanji, and ASCII but its capitals: most of a text needs no normalisation. */
function foldsToItself(unit: number): boolean {
  if (unit < 0x80) return unit < 0x41 || unit > 0x5a;
  return (
    (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x9fff && !isSquared(unit))
  );
}

/** Enclosed and squared signs between kana and kanji (㈱, ㊤, ㌔, ㎡) do not fold to themselves. */
function isSquared(unit: number): boolean {
  return unit >= 0x3130 && unit <= 0x33ff;
}

/** The original's range of a range of the folded text; whole characters, never a half of one. */
export function unfold({ places }: FoldedText, start: number, end: number): Span {
  if (places === null) return { start, end };
  return { start: places.starts[start] ?? 0, end: places.ends[end - 1] ?? 0 };
}
