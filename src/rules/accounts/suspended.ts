import { findAccount } from "../../accounts/register.ts";
import type { Account } from "../../contract.ts";
import type { Hit, Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** By the account's place on its way from notice to closure (guideline 6(2)). */
const HITS: Record<NonNullable<Account["status"]>, Pick<Hit, "message" | "level"> | null> = {
  届出: { message: { key: "account_suspended_review", args: ["届出"] }, level: "care" },
  審査中: { message: { key: "account_suspended_review", args: ["審査中"] }, level: "care" },
  公認: null,
  休止: { message: { key: "account_suspended", args: ["休止"] } },
  廃止: { message: { key: "account_suspended", args: ["廃止"] } },
};

export const accountSuspended: Rule = {
  id: "account.suspended",
  clause: "6(2)",
  level: "stop",
  *check({ draft, policy }) {
    const status = findAccount(policy, draft.platform, draft.account)?.status;
    const hit = status && HITS[status];
    if (hit) yield { start: 0, end: 0, ...hit };
  },
  examples: {
    fires: [
      {
        text: "プールの営業日です。",
        draft: { account: "suzaka_pool" },
        policy: REGISTER,
        marks: "",
      },
      { text: "お知らせがあります。", draft: { account: "SUZAKA_OLD" }, policy: REGISTER },
      { text: "育児サロンを開きます。", draft: { account: "suzaka_new" }, policy: REGISTER },
      { text: "本の紹介です。", draft: { account: "須坂市図書館" }, policy: REGISTER },
    ],
    quiet: [
      { text: "旧アカウントは廃止しました。", draft: { account: "suzaka_city" }, policy: REGISTER },
      { text: "審査中の書類があります。", draft: { account: "suzaka_bousai" }, policy: REGISTER },
      {
        text: "状態が書かれていません。",
        draft: { account: "suzaka_event" },
        policy: { accounts: [{ platform: "x", handle: "suzaka_event" }] },
      },
      { text: "アカウントは読めません。", draft: { account: null }, policy: REGISTER },
    ],
  },
};
