import { readSurnames } from "./surnames-data.ts";
import { unpackSurnames } from "./surnames-packed.ts";

const SURNAMES: ReadonlySet<string> = new Set(unpackSurnames(readSurnames()));
const LONGEST = [...SURNAMES].reduce((longest, { length }) => Math.max(longest, length), 0);

/**
 * The longest family name that these words begin with; "" where there is none. A rest of more than
 * three characters (or none of the given names' length) is the caller's to judge.
 */
export function surnameAtStart(words: string): string {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1)
    if (SURNAMES.has(words.slice(0, length))) return words.slice(0, length);
  return "";
}

/** The longest family name that these words end with; "" where there is none. */
export function surnameAtEnd(words: string): string {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1)
    if (SURNAMES.has(words.slice(-length))) return words.slice(-length);
  return "";
}
