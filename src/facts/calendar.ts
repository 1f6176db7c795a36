/** A day of the Gregorian calendar; month and day count from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** The weekdays' signs in the order of `Date.getUTCDay()`. */
export const WEEKDAYS = "日月火水木金土";

export function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The most days a month can have in any year. */
export function longest(month: number): number {
  return daysIn(2024, month);
}

export function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Days since 1970-01-01; a day that does not exist counts on into the next month. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function fromDayNumber(number: number): Day {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "日" … "土". */
export function weekdayOf(day: Day): string {
  return WEEKDAYS.charAt((((dayNumber(day) + 4) % 7) + 7) % 7);
}

export function toIso({ year, month, day }: Day): string {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The calendar day of an ISO 8601 time as written, without moving it to another zone; null where unusable. */
export function readIso(iso: string | undefined): Day | null {
  // The rules of one check all ask for the day of its publication.
  if (iso !== lastRead.iso) lastRead = { iso, day: parseIso(iso) };
  return lastRead.day;
}

let lastRead: { iso: string | undefined; day: Day | null } = { iso: undefined, day: null };

function parseIso(iso: string | undefined): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso ?? "");
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return exists(day) ? day : null;
}
