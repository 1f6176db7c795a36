import { createRequire } from "node:module";

/** X's own linker, as the measure of ours; it ships without types. */
interface TwitterText {
  extractUrlsWithIndices(text: string): { url: string; indices: [number, number] }[];
  parseTweet(text: string): { weightedLength: number };
}

const require = createRequire(import.meta.url);

export const twitterText: TwitterText = require("twitter-text");

/** The names of one of its lists of top-level domains. */
export function namesOf(list: "validGTLD" | "validCCTLD"): string[] {
  const { source }: RegExp = require(`twitter-text/dist/regexp/${list}.js`);
  return source
    .replace(/^\(\?:\(\?:/, "")
    .replace(/\)\(\?=.*$/, "")
    .split("|");
}
