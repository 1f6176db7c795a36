import holidays from "@holiday-jp/holiday_jp/lib/holidays.js";

/** Names of the holidays by their ISO date. A build leaves out what else the package says of each (wxt.config.ts). */
export const readHolidays = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(holidays).map(([date, { name }]) => [date, name]));
