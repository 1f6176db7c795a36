import { findAccount } from "../../accounts/register.ts";
import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** A contractor may speak while the manager's permission lasts, its last day included. */
export const accountDelegateExpired: Rule = {
  id: "account.delegate-expired",
  clause: "4(5)サ",
  level: "stop",
  *check({ draft, policy }) {
    const delegate = findAccount(policy, draft.platform, draft.account)?.delegate;
    // The day is that of the place where the post is planned, as `at` writes it.
    const today = draft.at?.slice(0, 10);
    if (!delegate?.until || !today || today <= delegate.until) return;
    yield {
      start: 0,
      end: 0,
      message: { key: "account_delegate_expired", args: [delegate.name, delegate.until] },
    };
  },
  examples: {
    fires: [
      {
        text: "桜が五分咲きになりました。",
        draft: { platform: "facebook", account: "suzaka.kanko", at: "2027-04-01T00:00:00+09:00" },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "夏の花火です。",
        draft: { platform: "facebook", account: "須坂市観光", at: "2027-08-01T09:00:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "ぶどうの季節です。",
        draft: {
          platform: "facebook",
          account: "100064000000001",
          at: "2028-09-01T09:00:00+09:00",
        },
        policy: REGISTER,
      },
      {
        text: "",
        draft: {
          platform: "facebook",
          kind: "share",
          account: "Suzaka.Kanko",
          at: "2027-04-02T09:00:00+09:00",
        },
        policy: REGISTER,
      },
    ],
    quiet: [
      {
        text: "最後の日です。",
        draft: { platform: "facebook", account: "suzaka.kanko", at: "2027-03-31T23:59:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "委託の前です。",
        draft: { platform: "facebook", account: "suzaka.kanko" },
        policy: REGISTER,
      },
      {
        text: "委託先はありません。",
        draft: { account: "suzaka_city", at: "2030-01-04T09:00:00+09:00" },
        policy: REGISTER,
      },
      { text: "別のアカウントです。", draft: { account: "suzaka.kanko" }, policy: REGISTER },
    ],
  },
};
