/** 令和元年 is 2019, and its number is 元, not 1. */
const YEAR_BEFORE_REIWA = 2018;

/**
 * A day as people and sheets write it (2026/12/18, 2026年12月18日, 令和8年12月18日, R8.12.18), in ISO 8601;
 * null for everything else. Whether there is such a day is for validation to say.
 */
export function isoDate(written: string): string | null {
  const text = written.normalize("NFKC").trim();
  const parts =
    /^(?:(\d{4})|(?:令和|R)(\d{1,2}|元))(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/i.exec(text);
  if (!parts) return null;
  const [, western, reiwa, month = "", day = ""] = parts;
  const year = western ?? String(YEAR_BEFORE_REIWA + (/^\d/.test(reiwa ?? "") ? Number(reiwa) : 1));
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
