/** Meanings are written as characters from here on: no control character, and nothing that JSON escapes. */
export const FIRST_MEANING = 0x100;
