import { findAccount } from "../../accounts/register.ts";
import { isWithinHours } from "../../facts/account-hours.ts";
import { isUrgent } from "../../facts/emergency.ts";
import { closureOn } from "../../facts/holidays.ts";
import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** Replies and remarks at night read as private ones (guideline 5(3)); what is urgent goes out at once. */
export const accountHours: Rule = {
  id: "account.hours",
  clause: "5(3)",
  level: "hint",
  *check({ draft, policy }) {
    const hours = findAccount(policy, draft.platform, draft.account)?.hours;
    if (!hours || !draft.at || policy.mode === "emergency") return;
    if (isWithinHours(hours, draft.at, isClosed) !== false || isUrgent(draft.text)) return;
    yield { start: 0, end: 0, message: { key: "account_hours", args: [hours] } };
  },
  examples: {
    fires: [
      {
        text: "絵本が新しくなりました。",
        draft: { account: "suzaka_city", at: "2026-12-09T22:40:00+09:00" },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "防災講座を開きます。",
        draft: { account: "suzaka_city", at: "2026-12-09T07:59:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "日曜の朝市です。",
        draft: { account: "suzaka_city", at: "2026-12-06T10:00:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "祝日の朝です。",
        draft: { account: "suzaka_city", at: "2026-11-23T10:00:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "夜の蔵のまちです。",
        draft: { platform: "facebook", account: "須坂市観光", at: "2026-12-05T19:00:00+09:00" },
        policy: REGISTER,
      },
    ],
    quiet: [
      {
        text: "窓口のご案内です。",
        draft: { account: "suzaka_city", at: "2026-12-09T08:30:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "井上地区へ避難指示を発令しました。",
        draft: { account: "suzaka_city", at: "2026-12-09T02:20:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "星空を見上げてみませんか。",
        draft: { account: "suzaka_bousai", at: "2026-12-09T02:20:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "桜が咲きました。",
        draft: { platform: "facebook", account: "須坂市観光", at: "2026-12-05T10:00:00+09:00" },
        policy: REGISTER,
      },
      {
        text: "いつ出るかは言われていません。",
        draft: { account: "suzaka_city", at: "" },
        policy: REGISTER,
      },
    ],
  },
};

/** Holidays and the turn of the year; Saturdays and Sundays are the hours' own matter. */
function isClosed(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const closure = closureOn({ year, month, day });
  return closure === "holiday" || closure === "newyear";
}
