/** Meanings are written as characters: the commonest ones as one byte each, and none as a control character. */
const FIRST = 0x28;
const SHORT = 0x7f - FIRST;
const FIRST_LONG = 0x100;

/** @param meaning its index, the commonest first. */
export function unitOfMeaning(meaning: number): number {
  return (meaning < SHORT ? FIRST : FIRST_LONG) + meaning;
}

export function meaningOfUnit(unit: number): number {
  return unit - (unit < FIRST_LONG ? FIRST : FIRST_LONG);
}
