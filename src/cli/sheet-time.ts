import { isMoment } from "./draft.ts";

/** As Excel shows a moment in Japan, and as people type it. */
const LOCAL =
  /^(\d{4})(?:[/.-]|年 ?)(\d{1,2})(?:[/.-]|月 ?)(\d{1,2})日?(?: ?\([日月火水木金土]\))?(?:[ T]{0,2}(\d{1,2})[:時](\d{1,2})?分?(?::(\d{1,2}))?)?$/;
const JAPAN = "+09:00";
/** A cell that holds only a day: the day is what rules read, and noon is that day everywhere near. */
const NOON = "12";

/**
 * "2026/12/5 10:00", "2026-12-05 10:00:00", "2026年12月5日 10時30分", full-width too: ISO 8601 in Japan's
 * time, whatever this machine's, since that is when a city's post goes out. null: no such form, or no such
 * day or time.
 */
export function isoOfLocal(cell: string): string | null {
  const match = LOCAL.exec(cell.normalize("NFKC").trim());
  if (!match) return null;
  const [, year = "", month = "", day = "", hour = NOON, minute = "0", second = "0"] = match;
  const two = (digits: string) => digits.padStart(2, "0");
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  return isMoment(local) ? `${local}${JAPAN}` : null;
}
