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
  const again = pairsAgain(text);
  for (let at = 0; at < text.length; at += 1) {
    // Where the first two units do not come again within reach, nothing does: most places of a text.
    const distance = again[at] ?? 0;
    if (distance === 0 || distance > 2 * LONGEST) continue;
    const doubling = doublingAt(text, at, shortest);
    if (!doubling) continue;
    found.push(doubling);
    at = doubling.end - 1;
  }
  return found;
}

function doublingAt(text: string, start: number, shortest: number): Doubling | null {
  const limit = Math.min(LONGEST, Math.floor((text.length - start) / 2));
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

/** As many slots as a text of some thousand units fills sparsely. */
const SLOTS = 1 << 12;

/**
 * By place: how far behind it the two units there stand together once more, 0 where they do not. Two pairs may share
 * a slot: then the distance is too short, and the place is looked at in vain.
 */
function pairsAgain(text: string): Uint16Array {
  const again = new Uint16Array(text.length);
  const last = new Int32Array(SLOTS);
  for (let at = text.length - 2; at >= 0; at -= 1) {
    const slot = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1);
    const next = last[slot] ?? 0;
    if (next !== 0) again[at] = Math.min(next - at, 0xffff);
    last[slot] = at;
  }
  return again;
}
