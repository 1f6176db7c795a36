/** Which of the strings that an expression requires to look for: those that a post's text rarely holds. */

/** Of each string the three units that are rarest in a text. */
export function stringsToNeeds(strings: readonly string[]): readonly string[] | null {
  const needs: string[] = [];
  for (const string of strings) {
    if (string === "") return null;
    let best = string.slice(0, LONGEST_NEED);
    for (let at = 1; at + LONGEST_NEED <= string.length; at += 1) {
      const next = string.slice(at, at + LONGEST_NEED);
      if (commonness(next) < commonness(best)) best = next;
    }
    needs.push(best);
  }
  return needs;
}

/** UTF-16 units of a string that is looked up in a text. */
const LONGEST_NEED = 3;
/** Beyond this, nearly every text holds one of them: trying the expression is cheaper than asking. */
export const USELESS = 3;

/** How many of them a post's text holds, roughly. */
export function weightOf(needs: readonly string[]): number {
  let sum = 0;
  for (const need of needs) sum += commonness(need);
  return sum;
}

/** How often a post's text holds this string, roughly: 140 units, each as common as its script is. */
function commonness(need: string): number {
  let share = 140;
  for (let at = 0; at < need.length; at += 1) share *= shareOf(need.charCodeAt(at));
  return share;
}

/** What part of a post's units this one is. */
function shareOf(unit: number): number {
  if (unit >= 0x3041 && unit <= 0x3096) return 0.02;
  if (unit < 0x3b || unit === 0x3000 || unit === 0x3001 || unit === 0x3002) return 0.02;
  if (unit >= 0x30a1 && unit <= 0x30fc) return 0.006;
  return COMMON.has(unit) ? 0.008 : 0.002;
}

/** The kanji that a city's posts are full of. */
const COMMON = new Set(
  Array.from("市日月年時分人会場館民中大方開", (kanji) => kanji.charCodeAt(0)),
);
