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

/** As many units at once as a call may have arguments in any browser. */
const AT_ONCE = 8192;

/** Lets these units change places with the short ones; done twice it is undone. */
export function swapUnits(text: string, units: string): string {
  /** By unit its partner; 0 where it stays. */
  const partners = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at += 1) {
    partners[units.charCodeAt(at)] = SHORT.charCodeAt(at);
    partners[SHORT.charCodeAt(at)] = units.charCodeAt(at);
  }
  const swapped = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    swapped[at] = partners[unit] || unit;
  }
  let written = "";
  for (let at = 0; at < swapped.length; at += AT_ONCE)
    written += String.fromCharCode(...swapped.subarray(at, at + AT_ONCE));
  return written;
}
