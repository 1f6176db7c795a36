/**
 * Words are mostly kana, three bytes each in a script. The commonest units change places with those that take one
 * byte: what is shipped is a twentieth smaller. Marks (A to Z) and what JSON escapes stay as they are.
 */
const SHORT = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at))
  .filter((unit) => !/[A-Z"\\]/.test(unit))
  .join("");

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
