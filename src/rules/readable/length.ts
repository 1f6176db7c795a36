import { findAccount } from "../../accounts/register.ts";
import type { Rule } from "../rule.ts";

const LIMIT = 280;
const POST_141 = "市民の皆さまへ。".repeat(18);

/** Longer than X lets an account without long posts write; a reader of one with them sees the rest only on a tap. */
export const readLength: Rule = {
  id: "read.length",
  clause: "5(2)",
  level: "care",
  *check({ draft, facts, policy }) {
    if (draft.platform !== "x" || isSurelyShort(draft.text) || facts.weightedLength <= LIMIT)
      return;
    if (findAccount(policy, "x", draft.account)?.longPosts) return;
    const over = Math.ceil((facts.weightedLength - LIMIT) / 2);
    yield {
      start: 0,
      end: 0,
      message: { key: "read_length", args: [String(facts.weightedLength), String(over)] },
    };
  },
  examples: {
    fires: [
      { text: POST_141, marks: "" },
      { text: "あ".repeat(141), marks: "" },
      { text: "a".repeat(281), draft: { account: "city" } },
      { text: `${"雪".repeat(129)} https://www.city.example.jp/`, draft: { kind: "thread" } },
    ],
    quiet: [
      "あ".repeat(140),
      "a".repeat(280),
      `${"雪".repeat(128)} https://www.city.example.jp/kurashi/anzen/bousai/taisetsu/na/oshirase.html`,
      { text: "あ".repeat(500), draft: { platform: "facebook" } },
      {
        text: "あ".repeat(500),
        draft: { account: "city" },
        policy: { accounts: [{ platform: "x", handle: "city", longPosts: true }] },
      },
    ],
  },
};

/** A unit counts 2 at most, and an address, which no text has without a dot, 23. */
function isSurelyShort(text: string): boolean {
  return text.length * 2 <= LIMIT && !text.includes(".");
}
