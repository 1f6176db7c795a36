import { scanLinks } from "./links-scan.ts";

/**
 * X's weighted length: 280 is the limit. Counted as X's published configuration version 3 does: a
 * link is 23, an emoji with all that joins it 2, Latin letters 1, Japanese ones 2.
 */
const LINK = 23;
const WIDE = 2;
const LAST_NARROW_LETTER = 4351;
/** First and last code point of what counts 1. */
const NARROW: readonly (readonly [number, number])[] = [
  [0, LAST_NARROW_LETTER],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/**
 * One emoji by its structure (Unicode TS 51), not by a list: a list differs between browsers of
 * different age, and a person's count must not. © and ® are emoji only with a variation selector.
 */
const EMOJI =
  /\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|[©®]\uFE0F|(?![©®])\p{Extended_Pictographic}(?!\uFE0E)(?:\uFE0F|\p{EMod})?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?)*/uy;

export function weightedLength(text: string): number {
  const normal = text.normalize("NFC");
  const links = scanLinks(normal, { japaneseCountsAsHost: true });
  let length = 0;
  let next = 0;
  for (let at = 0; at < normal.length; ) {
    const link = links[next];
    if (link && link.start === at) {
      length += LINK;
      // X goes on behind as many characters as the address has, which may be fewer than its range.
      at += link.address.length;
      next += 1;
      continue;
    }
    const unit = normal.charCodeAt(at);
    if (isPlain(unit)) {
      length += WIDE;
      at += 1;
      continue;
    }
    if (isLatin(unit) && !isEmojiSign(normal.charCodeAt(at + 1))) {
      length += 1;
      at += 1;
      continue;
    }
    EMOJI.lastIndex = at;
    const emoji = EMOJI.exec(normal)?.[0];
    if (emoji) {
      length += WIDE;
      at += emoji.length;
      continue;
    }
    const point = normal.codePointAt(at) ?? 0;
    length += NARROW.some(([first, last]) => first <= point && point <= last) ? 1 : WIDE;
    at += point > 0xffff ? 2 : 1;
  }
  return length;
}

/** Half-width letters, digits and signs, but for © and ®; some become a keycap by the sign behind them. */
function isLatin(unit: number): boolean {
  return unit <= LAST_NARROW_LETTER && unit !== 0xa9 && unit !== 0xae;
}

/** The variation selector and the keycap. */
function isEmojiSign(unit: number): boolean {
  return unit === 0xfe0f || unit === 0x20e3;
}

/** Kana and common kanji, most of a text: nothing there is or begins an emoji. */
function isPlain(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff);
}
