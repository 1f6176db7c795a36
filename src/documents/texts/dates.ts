const DAY = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "UTC" });

/** 2026-11-02 as 令和8年11月2日; "" for what is no day. */
export function dayOf(iso: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/.exec(iso);
  if (!match) return "";
  const at = new Date(`${match[0].slice(0, 10)}T00:00:00Z`);
  // 31 April is 1 May to a browser.
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(match[3])) return "";
  return DAY.format(at);
}

/** 2026-11-02T15:04 as 令和8年11月2日 15時04分; "" for what is no time. */
export function timeOf(iso: string): string {
  const [, hour, minute] = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):([0-5]\d)/.exec(iso) ?? [];
  const day = dayOf(iso);
  return day === "" || hour === undefined ? "" : `${day} ${Number(hour)}時${minute}分`;
}
