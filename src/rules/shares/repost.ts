import { REGISTER } from "../accounts/example-register.ts";
import type { Rule } from "../rule.ts";
import { isOutsider } from "./outsider.ts";

/** A plain repost carries no word of the city's own, so that it reads as the city's own. */
export const shareRepost: Rule = {
  id: "share.repost",
  clause: "6(8)",
  level: "stop",
  *check({ draft, policy }) {
    const author = draft.kind === "repost" ? draft.quoted?.author.trim() : undefined;
    if (!author || !isOutsider(author, draft, policy)) return;
    yield { start: 0, end: 0, message: { key: "share_repost", args: [author] } };
  },
  examples: {
    fires: [
      {
        text: "",
        draft: { kind: "repost", quoted: { author: "nagano_tabi", text: "紅葉が見頃！" } },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "",
        draft: { kind: "repost", quoted: { author: "@suzaka_b0usai", text: "訓練" } },
        policy: REGISTER,
      },
      {
        text: "ありがとうございます。",
        draft: { kind: "repost", quoted: { author: "kanko_fan", text: "桜" } },
        policy: REGISTER,
      },
      {
        text: "",
        draft: {
          platform: "facebook",
          kind: "repost",
          quoted: { author: "須坂ぶどう園", text: "" },
        },
        policy: REGISTER,
      },
    ],
    quiet: [
      {
        text: "",
        draft: { kind: "repost", quoted: { author: "suzaka_bousai", text: "試験放送" } },
        policy: REGISTER,
      },
      {
        text: "",
        draft: { kind: "repost", quoted: { author: "気象庁", text: "大雪" } },
        policy: REGISTER,
      },
      {
        text: "",
        draft: { account: "@szk", kind: "repost", quoted: { author: "szk", text: "前の投稿" } },
      },
      {
        text: "見る人に伝わる言葉を添えました。",
        draft: { kind: "quote", quoted: { author: "nagano_tabi", text: "紅葉" } },
        policy: REGISTER,
      },
    ],
  },
};
