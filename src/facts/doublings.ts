import { scriptOf } from "./scripts.ts";
import type { Span } from "./span.ts";

/** The same words twice in a row; `second` is what can go. */
export interface Doubling extends Span {
  text: string;
  second: Span;
}

/** Characters; a longer paste is found sentence by sentence. */
const LONGEST = 24;
const SEPARATORS = "、，,・ 　。";

/**
 * Words that stand twice side by side, or with one comma, stop or blank between them: 参加者参加者,
 * 駅前で、駅前で. Only units of `shortest` characters and more; the longest doubling at each place.
 * Time is linear in the text: each place is compared over at most 2 · LONGEST characters.
 */
export function findDoublings(text: string, shortest: number): Doubling[] {
  const found: Doubling[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const doubling = doublingAt(text, at, shortest);
    if (!doubling) continue;
    found.push(doubling);
    at = doubling.end - 1;
  }
  return found;
}

function doublingAt(text: string, start: number, shortest: number): Doubling | null {
  const limit = Math.min(LONGEST, Math.floor((text.length - start) / 2));
  // Where the first two units do not come again within reach, nothing does: most places of a text.
  if (!comesAgain(text, start, start + shortest)) return null;
  if (scriptOf(text.charAt(start)) === "other") return null;
  const first = text.charCodeAt(start);
  for (let length = limit; length >= shortest; length -= 1) {
    for (let gap = 0; gap <= 1; gap += 1) {
      const second = start + length + gap;
      // A first unit that differs settles most places without looking further.
      if (text.charCodeAt(second) !== first) continue;
      if (gap === 1 && !SEPARATORS.includes(text.charAt(second - 1))) continue;
      const unit = text.slice(start, start + length);
      if (!text.startsWith(unit, second) || unit.includes("\n")) continue;
      return {
        start,
        end: second + length,
        text: unit,
        second: { start: gap === 1 ? second - 1 : second, end: second + length },
      };
    }
  }
  return null;
}

/** Whether the two units at `start` stand together once more, from `from` on and as far as a doubling reaches. */
function comesAgain(text: string, start: number, from: number): boolean {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const end = Math.min(text.length - 1, start + 2 * LONGEST);
  for (let at = from; at < end; at += 1)
    if (text.charCodeAt(at) === first && text.charCodeAt(at + 1) === second) return true;
  return false;
}
