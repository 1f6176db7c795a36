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

export function fold(text: string): FoldedText {
  if (isFolded(text))
    return { text, starts: counting(0, text.length), ends: counting(1, text.length) };
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
  return { text: folded, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (!foldsToItself(unit) || isSoundMark(unit)) return false;
  }
  return true;
}

function counting(first: number, length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) numbers[at] = first + at;
  return numbers;
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
export function unfold(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}
