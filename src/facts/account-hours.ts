/** Days of the week (0 = Sunday) and minutes of a day in which an account speaks. */
interface Window {
  days: ReadonlySet<number>;
  /** Whether a national holiday counts as one of the days. */
  isOnHolidays: boolean;
  from: number;
  /** Past midnight where it is not after `from`; 1440 is the day's end. */
  to: number;
}

const WEEK = "日月火水木金土";
const ALL = [0, 1, 2, 3, 4, 5, 6];
const WORKING = [1, 2, 3, 4, 5];
/** One part, such as "平日 8:30-17:15". */
const WINDOW =
  /^(?<days>[^\d]{0,30})(?<from>\d{1,2}(?::\d{2}|時(?:\d{2}分|半)?)) ?(?:-|から) ?翌?(?<to>\d{1,2}(?::\d{2}|時(?:\d{2}分|半)?))/;

/**
 * Reads 「平日 8:30-17:15」, 「毎日 0:00-24:00」, several joined by 、. A part without days holds every
 * day. Empty where nothing can be read.
 */
export function readHours(written: string): Window[] {
  const text = written
    .normalize("NFKC")
    .replace(/[‐-―−〜～ー]/gu, "-")
    .replaceAll("~", "-");
  // Commas stand between days as well (月、水、金 9:00-12:00): a part ends behind its time.
  return text.split(/(?<=[\d時分半]) ?[、,/;\n] ?/u).flatMap((part) => {
    const { days = "", from = "", to = "" } = WINDOW.exec(part.trim())?.groups ?? {};
    return from === "" ? [] : [{ ...readDays(days), from: readMinutes(from), to: readMinutes(to) }];
  });
}

/** @param local "2026-11-20T10:00…", the place's own time. null: no hours, or no time to read. */
export function isWithinHours(
  written: string,
  local: string,
  isHoliday: (day: string) => boolean,
): boolean | null {
  const windows = readHours(written);
  const at = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local);
  if (windows.length === 0 || !at) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = at.slice(1).map(Number);
  const minutes = hour * 60 + minute;
  const noon = Date.UTC(year, month - 1, day);
  return windows.some((window) => {
    const isOvernight = window.to <= window.from;
    const isOpen = (date: number) => isOpenOn(window, date, isHoliday);
    if (!isOvernight) return isOpen(noon) && minutes >= window.from && minutes <= window.to;
    return (
      (isOpen(noon) && minutes >= window.from) ||
      (isOpen(noon - 86_400_000) && minutes <= window.to)
    );
  });
}

function isOpenOn(
  { days, isOnHolidays }: Window,
  date: number,
  isHoliday: (day: string) => boolean,
): boolean {
  const written = new Date(date);
  if (isHoliday(written.toISOString().slice(0, 10))) return isOnHolidays;
  return days.has(written.getUTCDay());
}

function readDays(written: string): Pick<Window, "days" | "isOnHolidays"> {
  const words = written.replace(/曜日?|[\s,、。()]/gu, "");
  if (/平日|開庁/u.test(words)) {
    const isWeekendToo = /土日|休日/u.test(words);
    return { days: new Set(isWeekendToo ? ALL : WORKING), isOnHolidays: /祝|休日/u.test(words) };
  }
  const span = /([日月火水木金土])-([日月火水木金土])/u.exec(words);
  const named = [...words].map((letter) => WEEK.indexOf(letter)).filter((day) => day >= 0);
  if (span) {
    const first = WEEK.indexOf(span[1] ?? "");
    const last = WEEK.indexOf(span[2] ?? "");
    for (let day = first; day !== last; day = (day + 1) % 7) named.push(day);
  }
  const isEvery = words === "" || /毎日|年中|終日|全日/u.test(words) || named.length === 0;
  return { days: new Set(isEvery ? ALL : named), isOnHolidays: isEvery || /祝|休日/u.test(words) };
}

function readMinutes(written: string): number {
  const [hour = "0", minute = "0"] = written.split(/[:時]/u);
  return Number(hour) * 60 + (minute === "半" ? 30 : Number.parseInt(minute, 10) || 0);
}
