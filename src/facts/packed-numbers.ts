import { meaningOfUnit, unitOfMeaning } from "./lexicon-meanings.ts";

/**
 * Numbers below 65,536: what a build writes down for a worker. The low bytes are Base64; the high ones stand behind
 * them as characters, since those of small numbers are few, and what is shipped is compressed.
 */
export function packNumbers(numbers: Iterable<number>): string {
  let low = "";
  let high = "";
  for (const number of numbers) {
    low += String.fromCharCode(number & 0xff);
    high += String.fromCharCode(unitOfMeaning(number >>> 8));
  }
  return `${btoa(low)} ${high}`;
}

export function unpackNumbers(packed: string): Uint16Array {
  const [low = "", high = ""] = packed.split(" ");
  const bytes = atob(low);
  const numbers = new Uint16Array(bytes.length);
  for (let at = 0; at < numbers.length; at += 1)
    numbers[at] = bytes.charCodeAt(at) | (meaningOfUnit(high.charCodeAt(at)) << 8);
  return numbers;
}
