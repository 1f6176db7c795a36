const MINUTE = 60_000;

/** "1時間20分", "1 hour 20 minutes": begun minutes count, so that what is still there is never "0". */
export function durationWords(ms: number, lang: string): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE));
  const counts = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const words = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) =>
      new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "long" }).format(count),
    )
    .join(" ");
  // Japanese needs no spaces, and the browsers write them.
  return lang === "ja" ? words.replace(/\s/g, "") : words;
}

/** How long until the words change, in ms. */
export function untilNextMinute(ms: number): number {
  return ms % MINUTE || MINUTE;
}
