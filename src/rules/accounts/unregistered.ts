import { findAccount } from "../../accounts/register.ts";
import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** The guideline speaks for official accounts alone: anything else is a slip of the account. */
export const accountUnregistered: Rule = {
  id: "account.unregistered",
  clause: "3",
  level: "stop",
  *check({ draft, policy }) {
    if (policy.accounts.length === 0 || !draft.account?.trim()) return;
    if (findAccount(policy, draft.platform, draft.account)) return;
    yield { start: 0, end: 0, message: { key: "account_unregistered" } };
  },
  examples: {
    fires: [
      { text: "図書館は月曜休館です。", draft: { account: "szk_tosyokan" }, policy: REGISTER },
      {
        text: "ぶどう狩りが始まりました。",
        draft: { platform: "facebook", account: "山田 太郎" },
        policy: REGISTER,
      },
      {
        text: "今日のランチ、おいしかった！",
        draft: { account: "@suzaka_c1ty" },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "",
        draft: { kind: "repost", account: "taro_private" },
        policy: REGISTER,
        marks: "",
      },
    ],
    quiet: [
      { text: "市民課の窓口です。", draft: { account: "Suzaka_City" }, policy: REGISTER },
      {
        text: "窓口は混み合います。",
        draft: { account: "＠ｓｕｚａｋａ＿ｃｉｔｙ" },
        policy: REGISTER,
      },
      {
        text: "桜が咲きました。",
        draft: { platform: "facebook", account: "須坂市観光" },
        policy: REGISTER,
      },
      { text: "登録簿がありません。", draft: { account: "anybody" } },
      { text: "アカウントは読めません。", draft: { account: null }, policy: REGISTER },
      { text: "アカウントは言われていません。", policy: REGISTER },
    ],
  },
};
