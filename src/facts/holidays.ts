import { type Day, toIso, weekdayOf } from "./calendar.ts";
import { type Holidays, readHolidays } from "./holidays-data.ts";

let byDay: Holidays | undefined;

/** The first and last year that the package knows; beyond it nothing is called a holiday or none. */
const FIRST = 1970;
const LAST = 2050;

/** "勤労感謝の日"; null on a day that is no holiday (国民の祝日に関する法律, with 振替休日 and 国民の休日). */
export function holidayOn(day: Day): string | null {
  byDay ??= readHolidays();
  const names = Object.entries(byDay[toIso(day).slice(5)] ?? {});
  return names.find(([, years]) => years.includes(day.year))?.[0] ?? null;
}

export function knowsHolidays({ year }: Day): boolean {
  return year >= FIRST && year <= LAST;
}

/** Why an office is closed on that day: 地方自治法 第4条の2 names Saturday, Sunday, holidays and the year's end. */
export type Closure = "saturday" | "sunday" | "holiday" | "newyear";

export function closureOn(day: Day): Closure | null {
  if ((day.month === 12 && day.day >= 29) || (day.month === 1 && day.day <= 3)) return "newyear";
  if (holidayOn(day)) return "holiday";
  const weekday = weekdayOf(day);
  return weekday === "土" ? "saturday" : weekday === "日" ? "sunday" : null;
}
