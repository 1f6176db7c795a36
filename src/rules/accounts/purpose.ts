import { findAccount } from "../../accounts/register.ts";
import { isUrgent } from "../../facts/emergency.ts";
import { subjectsOf, topicsOf } from "../../facts/topics.ts";
import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

/** A word may be said in passing; two of other subjects, and none of its own, are what the post is about. */
const PLAINLY = 2;
/** What every account says to its readers: thanks, its own rules, a move. */
const ABOUT_ITSELF = /フォロー|アカウント|なりすまし|本アカウント|運用ポリシー|いいね/u;

/** A post about something plainly outside the account's topics: most often the wrong account is open. */
export const accountPurpose: Rule = {
  id: "account.purpose",
  clause: "5(1)",
  level: "care",
  *check({ draft, facts, policy }) {
    const topics = findAccount(policy, draft.platform, draft.account)?.topics ?? [];
    const allowed = topics.length > 0 ? subjectsOf(topics) : null;
    if (!allowed) return;
    const spoken = topicsOf(facts.folded.text);
    if (spoken.some(({ subject }) => allowed.has(subject))) return;
    const [most] = spoken.toSorted((a, b) => b.words.size - a.words.size);
    const words = new Set(spoken.flatMap((topic) => [...topic.words]));
    const isPlain = spoken.some((topic) => topic.isPlain);
    // 至急 is said of forms too; what cannot wait in earnest has no plain word of another subject.
    if (!most || (isUrgent(draft.text) && !isPlain)) return;
    if ((words.size < PLAINLY && !isPlain) || ABOUT_ITSELF.test(draft.text)) return;
    const args = [topics.join("・"), most.name];
    yield { start: 0, end: 0, message: { key: "account_purpose", args } };
  },
  examples: {
    fires: [
      {
        text: "マルシェを開きます。パンなど30店が並び、地元バンドの演奏もあります。",
        draft: { account: "suzaka_bousai" },
        policy: REGISTER,
        marks: "",
      },
      {
        text: "市県民税の納期限は2月1日です。",
        draft: { platform: "facebook", account: "suzaka.kanko" },
        policy: REGISTER,
      },
      {
        text: "図書館の休館日のお知らせです。",
        draft: { account: "suzaka_bousai" },
        policy: REGISTER,
      },
      {
        text: "乳幼児健診の日程が変わりました。母子健康手帳をお持ちください。",
        draft: { platform: "facebook", account: "須坂市観光" },
        policy: REGISTER,
      },
    ],
    quiet: [
      {
        text: "総合防災訓練では炊き出しや、ステージの演奏もあります。",
        draft: { account: "suzaka_bousai" },
        policy: REGISTER,
      },
      { text: "クマが目撃されました。", draft: { account: "suzaka_bousai" }, policy: REGISTER },
      {
        text: "避難所を開設しました。",
        draft: { platform: "facebook", account: "suzaka.kanko" },
        policy: REGISTER,
      },
      {
        text: "固定資産税の納付と、マルシェのお知らせです。",
        draft: { account: "suzaka_city" },
        policy: REGISTER,
      },
      {
        text: "フォローありがとうございます。",
        draft: { account: "suzaka_bousai" },
        policy: REGISTER,
      },
      {
        text: "コンサートのチケットを販売中です。",
        draft: { account: "szk_hall" },
        policy: { accounts: [{ platform: "x", handle: "szk_hall", topics: ["ホールの利用"] }] },
      },
    ],
  },
};
