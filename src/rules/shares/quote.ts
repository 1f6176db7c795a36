import { REGISTER } from "../accounts/example-register.ts";
import type { Rule } from "../rule.ts";
import { isOutsider } from "./outsider.ts";

/** What an official account quotes is taken for confirmed by the city: the writer reads it first. */
export const shareQuote: Rule = {
  id: "share.quote",
  clause: "6(8)",
  level: "care",
  *check({ draft, policy }) {
    if (draft.kind !== "quote" && draft.kind !== "share") return;
    const author = draft.quoted?.author.trim();
    if (!author || !isOutsider(author, draft, policy)) return;
    yield { start: 0, end: 0, message: { key: "share_quote", args: [author] } };
  },
  examples: {
    fires: [
      {
        text: "すてきに紹介していただきました。",
        draft: { kind: "quote", quoted: { author: "amai_mono", text: "粒が大きい！" } },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "朝の蔵のまちです。",
        draft: {
          platform: "facebook",
          kind: "share",
          quoted: { author: "信州朝さんぽ部", text: "" },
        },
        policy: REGISTER,
      },
      {
        text: "",
        draft: { kind: "quote", quoted: { author: "@suzaka_city_fan", text: "紅葉" } },
        policy: REGISTER,
      },
      {
        text: "登録はXの気象庁だけです。",
        draft: { platform: "facebook", kind: "share", quoted: { author: "気象庁", text: "大雪" } },
        policy: REGISTER,
      },
    ],
    quiet: [
      {
        text: "防災アカウントからのお知らせです。",
        draft: { kind: "quote", quoted: { author: "suzaka_bousai", text: "低温注意報" } },
        policy: REGISTER,
      },
      {
        text: "気象庁の発表です。",
        draft: { kind: "quote", quoted: { author: "@jma_kishou", text: "大雨" } },
        policy: REGISTER,
      },
      {
        text: "続報です。",
        draft: { account: "szk", kind: "quote", quoted: { author: "@SZK", text: "大雪" } },
      },
      {
        text: "ご連絡ありがとうございます。",
        draft: { kind: "reply", quoted: { author: "amai_mono", text: "街灯が切れています" } },
        policy: REGISTER,
      },
    ],
  },
};
