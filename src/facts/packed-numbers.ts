/** Numbers below 65,536 in Base64, two bytes each, the low one first: what a build writes down for a worker. */
export function packNumbers(numbers: Iterable<number>): string {
  let bytes = "";
  for (const number of numbers) bytes += String.fromCharCode(number & 0xff, number >>> 8);
  return btoa(bytes);
}

export function unpackNumbers(packed: string): Uint16Array {
  const bytes = atob(packed);
  const numbers = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < numbers.length; at += 1)
    numbers[at] = bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8);
  return numbers;
}
