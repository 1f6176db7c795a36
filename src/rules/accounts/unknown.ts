import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** The page did not show which account speaks, so that nothing can be said about it: the writer looks. */
export const accountUnknown: Rule = {
  id: "account.unknown",
  clause: "4(5)サ",
  level: "care",
  *check({ draft }) {
    // An empty name is a page that shows none.
    if (draft.account === undefined || draft.account?.trim()) return;
    yield { start: 0, end: 0, message: { key: "account_unknown" } };
  },
  examples: {
    fires: [
      { text: "年末の特別警戒を行います。", draft: { account: null }, policy: REGISTER, marks: "" },
      { text: "図書館のお知らせです。", draft: { account: null } },
      { text: "", draft: { account: null, kind: "repost" }, policy: REGISTER },
      { text: "朝市を開きます。", draft: { account: " ", platform: "facebook" }, policy: REGISTER },
    ],
    quiet: [
      { text: "窓口のご案内です。", draft: { account: "suzaka_city" }, policy: REGISTER },
      {
        text: "雛めぐりの季節です。",
        draft: { platform: "facebook", account: "須坂市観光" },
        policy: REGISTER,
      },
      { text: "別のアカウントです。", draft: { account: "szk_tosyokan" }, policy: REGISTER },
      "アカウントは言われていません。",
    ],
  },
};
