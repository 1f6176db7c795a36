/**
 * Word boundaries by script. `Intl.Segmenter("ja")` cuts differently in Node, Chromium and Firefox;
 * the script of a character is the same everywhere.
 */
export type Script = "kanji" | "hiragana" | "katakana" | "latin" | "digit" | "other";

/** @param char one UTF-16 unit, or "" at an end of the text. */
export function scriptOf(char: string): Script {
  if (/^[ぁ-ゖ]$/u.test(char)) return "hiragana";
  if (/^[ァ-ヺー]$/u.test(char)) return "katakana";
  if (/^[一-鿿㐀-䶿々〆]$/u.test(char)) return "kanji";
  if (/^[a-zａ-ｚ]$/iu.test(char)) return "latin";
  if (/^[0-9０-９]$/u.test(char)) return "digit";
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
