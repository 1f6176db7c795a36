import holidays from "@holiday-jp/holiday_jp/lib/holidays.js";

/** By day of the year ("01-01") and by name: in which years it is that holiday. */
export type Holidays = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** A third as long as a list of dates, for a build to write down (wxt.config.ts). */
export function readHolidays(): Holidays {
  const byDay: Record<string, Record<string, number[]>> = {};
  for (const [date, { name }] of Object.entries(holidays)) {
    const day = date.slice(5);
    const names = byDay[day] ?? {};
    byDay[day] = { ...names, [name]: [...(names[name] ?? []), Number(date.slice(0, 4))] };
  }
  return byDay;
}
