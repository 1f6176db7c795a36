import { readNumber } from "./digits.ts";

/**
 * The eras since 1868: first western year, and the last year number that exists (null: the era runs).
 * Source: 改元の政令, last in 2019 (令和). A year in which an era changed carries both numbers.
 */
export interface Era {
  name: string;
  letter: string;
  sign: string;
  first: number;
  last: number | null;
}

export const ERAS: readonly Era[] = [
  { name: "令和", letter: "R", sign: "㋿", first: 2019, last: null },
  { name: "平成", letter: "H", sign: "㍻", first: 1989, last: 31 },
  { name: "昭和", letter: "S", sign: "㍼", first: 1926, last: 64 },
  { name: "大正", letter: "T", sign: "㍽", first: 1912, last: 15 },
  { name: "明治", letter: "M", sign: "㍾", first: 1868, last: 45 },
];

/** Source of a regular expression for an era's name, on folded text. */
export const ERA_NAME = "令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾]";

export function eraOf(written: string): Era | undefined {
  const name = written.toUpperCase();
  return ERAS.find((era) => era.name === name || era.letter === name || era.sign === name);
}

/** "平成", "31" → 2019; also for a number that the era never reached; null where it is none. */
export function westernYear(era: string, number: string): number | null {
  const first = eraOf(era)?.first;
  const value = readNumber(number);
  return first === undefined || Number.isNaN(value) ? null : first + value - 1;
}
