/**
 * Words are kana and kanji, three bytes each in a script. The commonest units change places with those that take one
 * byte, and the next with Latin, Greek and Cyrillic letters, which take two: what is shipped is a twelfth smaller.
 * Marks (A to Z) and what JSON escapes stay as they are.
 */
const unitsFrom = (first: number, length: number) =>
  Array.from({ length }, (_, at) => String.fromCharCode(first + at));
const SHORT = [
  ...unitsFrom(0x20, 0x5f).filter((unit) => !/[A-Z"\\]/.test(unit)),
  ...unitsFrom(0xc0, 400),
].join("");

/** The units of a text that take more than one byte, the commonest first, as many as can change places. */
export function commonestUnits(text: string): string {
  const long = [...text].filter((unit) => unit > "\x7f");
  return [...Map.groupBy(long, (unit) => unit)]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, SHORT.length)
    .map(([unit]) => unit)
    .join("");
}

/** Lets these units change places with the short ones; done twice it is undone. */
export function swapUnits(text: string, units: string): string {
  const partners = new Map<string, string>();
  for (let at = 0; at < units.length; at += 1) {
    partners.set(units.charAt(at), SHORT.charAt(at));
    partners.set(SHORT.charAt(at), units.charAt(at));
  }
  let swapped = "";
  for (const unit of text) swapped += partners.get(unit) ?? unit;
  return swapped;
}
