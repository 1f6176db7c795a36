import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

export interface EmojiMention extends Span {
  text: string;
}

/**
 * Pictures only: what is shown as an emoji by itself or by its variation selector, with all that joins
 * it. Keycaps and arrows number and point as text does; ★ and ☆ are ornament, not emoji.
 */
const EMOJI =
  /\p{RI}\p{RI}|(?![0-9#*])(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)\p{EMod}?(?:[\u{E0020}-\u{E007E}]{1,16}\u{E007F})?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?){0,8}/gu;
const POINTER = /^[←-⇿➔-➿⤴⤵⬅-⬇▶◀㊗㊙]/u;

export function findEmoji(text: string): EmojiMention[] {
  const found: EmojiMention[] = [];
  for (const match of matchesOf(EMOJI, text)) {
    if (POINTER.test(match[0])) continue;
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return found;
}
