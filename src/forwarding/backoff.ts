const FIRST = 30_000;
const LONGEST = 60 * 60 * 1000;
/** A collector that asks for more is not believed. */
const LONGEST_ASKED = 24 * 60 * 60 * 1000;

/**
 * How long to wait, in ms, after so many failures in a row (from 1): twice as long each time up to an hour,
 * and by chance between half of that and all of it, so that a city's machines do not come back as one. A
 * time that the collector named is kept, and a tenth of it at most comes on top for the same reason.
 * @param random 0 up to 1.
 */
export function waitAfter(failures: number, asked: number | null, random: number): number {
  if (asked !== null) return Math.min(asked, LONGEST_ASKED) * (1 + random / 10);
  const whole = Math.min(FIRST * 2 ** (failures - 1), LONGEST);
  return whole * (0.5 + random / 2);
}

/** The longest that anything waits: what is further off comes from a clock that was set back. */
export const LONGEST_WAIT = waitAfter(1, LONGEST_ASKED, 1);
