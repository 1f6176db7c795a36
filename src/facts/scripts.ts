/**
 * Word boundaries by script. `Intl.Segmenter("ja")` cuts differently in Node, Chromium and Firefox;
 * the script of a character is the same everywhere.
 */
export type Script = "kanji" | "hiragana" | "katakana" | "latin" | "digit" | "other";

/** @param char one UTF-16 unit, or "" at an end of the text. */
export function scriptOf(char: string): Script {
  if (char.length !== 1) return "other";
  const unit = char.charCodeAt(0);
  const isIn = (first: number, last: number) => unit >= first && unit <= last;
  if (isIn(0x3041, 0x3096)) return "hiragana";
  if (isIn(0x30a1, 0x30fa) || unit === 0x30fc) return "katakana";
  // 々 and 〆 too.
  if (isIn(0x4e00, 0x9fff) || isIn(0x3400, 0x4dbf) || isIn(0x3005, 0x3006)) return "kanji";
  if (isIn(0x61, 0x7a) || isIn(0x41, 0x5a) || isIn(0xff41, 0xff5a) || isIn(0xff21, 0xff3a))
    return "latin";
  if (isIn(0x30, 0x39) || isIn(0xff10, 0xff19)) return "digit";
  return "other";
}

/** Whether a katakana, Latin or numeric word goes on beyond this range (バカ in バカンス, AI in MAIL). */
export function isInsideRun(text: string, start: number, end: number): boolean {
  return (
    goesOn(scriptOf(text.charAt(start - 1)), scriptOf(text.charAt(start))) ||
    goesOn(scriptOf(text.charAt(end)), scriptOf(text.charAt(end - 1)))
  );
}

function goesOn(outside: Script, inside: Script): boolean {
  return outside === inside && (inside === "katakana" || inside === "latin" || inside === "digit");
}
