const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
/** "2026年12月4日(金)の午後1:05に送信されます" */
const JAPANESE =
  /(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日[^\d午]{0,8}(?<half>午[前後])?\s?(?<hour>\d{1,2})[:：時](?<minute>\d{2})?/;
/** "Will send on Fri, Dec 4, 2026 at 1:05 PM" */
const ENGLISH =
  /(?<name>[A-Z][a-z]{2})[a-z]{0,6}\.? (?<day>\d{1,2}), (?<year>\d{4})[^\d]{1,8}(?<hour>\d{1,2}):(?<minute>\d{2})\s?(?<half>[AP]M)?/;

/**
 * When the page says that a post will be sent: ISO 8601 with this machine's offset. null: it is not
 * scheduled, or the page says it in words that are not read here.
 */
export function scheduledTime(root: Element): string | null {
  const dialog = '[role="dialog"]';
  for (const line of root.ownerDocument.querySelectorAll(
    'a[href*="/post/schedule"], [data-testid^="scheduled"]',
  )) {
    // The home composer stays behind the modal, and the picker is a dialog of its own.
    if (line.closest(dialog) !== root.closest(dialog)) continue;
    const stated = line.querySelector("time")?.dateTime || timeIn(line.textContent ?? "");
    if (stated) return stated;
  }
  return null;
}

/** Of a line such as those above; null: there is none. */
export function timeIn(line: string): string | null {
  const groups = (JAPANESE.exec(line) ?? ENGLISH.exec(line))?.groups;
  if (!groups) return null;
  const month = groups.month ? Number(groups.month) : MONTHS.indexOf(groups.name ?? "?") / 3 + 1;
  const { year, day, half } = groups;
  const hours = Number(groups.hour);
  const hour = half ? (hours % 12) + (/午後|PM/.test(half) ? 12 : 0) : hours;
  if (month < 1 || month % 1) return null;
  const offset = -new Date(Number(year), month - 1, Number(day), hour).getTimezoneOffset();
  const two = (value: unknown) => `${value}`.padStart(2, "0");
  const zone = Math.abs(offset);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${groups.minute ?? "00"}:00${offset < 0 ? "-" : "+"}${two(Math.floor(zone / 60))}:${two(zone % 60)}`;
}
