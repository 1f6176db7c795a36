import type { Account, Policy } from "../../src/contract.ts";
import { compose } from "../../src/documents/compose.ts";
import type { Edits } from "../../src/documents/edits.ts";
import { DOCUMENTS } from "../../src/documents/texts/index.ts";
import type { DocumentText } from "../../src/documents/texts/writer.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

export const ACCOUNT: Account = {
  platform: "x",
  handle: "hoshimi_bousai",
  name: "星見市防災",
  url: "https://x.com/hoshimi_bousai",
  department: "危機管理課",
  manager: "危機管理課長",
  operators: ["防災係", "広報係"],
  purpose: "災害に関する情報の発信",
  topics: ["防災", "避難"],
  hours: "毎日 0:00-24:00",
  replies: "寄せられた情報は関係機関と共有します。",
  privacy: "個人情報を目的以外に利用しません。",
  terms: {
    conduct: "誤った情報を書き込まないでください。",
    intellectualProperty: "著作権は星見市に帰属します。",
    disclaimer: "利用により生じた損害について責任を負いません。",
  },
  status: "公認",
  statusHistory: [
    { status: "届出", on: "2026-02-03" },
    { status: "公認", on: "2026-03-04" },
  ],
  reviewedOn: "2026-04-05",
};
export const POLICY: Policy = {
  ...DEFAULT_POLICY,
  organizationName: "星見市",
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  ownDomains: ["city.hoshimi.lg.jp"],
  phoneBook: [{ name: "危機管理課", phone: "026-245-1400" }],
  contact: "広報課",
  recordOfficer: "広報課長",
  journalEnabled: true,
  journalRetentionDays: 200,
  accounts: [ACCOUNT, { platform: "facebook", name: "星見市観光", status: "審査中" }],
};
export const FORM: Record<string, string> = {
  "post-url": "https://x.com/hoshimi_bousai/status/1",
  "posted-at": "2026-11-02T15:04",
  "criticised-url": "https://x.com/hoshimi_bousai/status/2",
  "criticised-at": "2026-11-03T09:30",
  wrong: "開始は10時",
  right: "開始は11時",
  phone: "026-245-1400",
  sender: "危機管理課長 星見太郎",
  reviewer: "広報課長",
  "open-on": "2026-12-01",
  "reviewed-by": "広報課 星見次郎",
  "answer-by": "2026-11-04T12:00",
  "answer-at": "このアカウントと市ホームページ",
  facts: "投稿の時刻に誤りがあった\n原稿の確認が1人だった",
  explanation: "確認が足りませんでした。",
  measures: "2人で確認する",
  "comment-url": "https://x.com/someone/status/3",
  "comment-author": "ある人 @someone",
  "comment-at": "2026-11-03T10:00",
  "comment-text": "書き込みの\n全文",
  capture: "共有フォルダー 3番",
  "found-at": "2026-11-03T10:05",
  "found-by": "防災係",
  breaches: "4(5)ア\n6(4)ア",
  "breach-reason": "個人を中傷している",
  action: "非表示",
  "action-at": "2026-11-03T11:00",
  "decided-by": "危機管理課長",
  "impostor-name": "星見市防災",
  "impostor-handle": "@hoshimi_b0usai",
  "impostor-url": "https://x.com/hoshimi_b0usai",
  "impostor-found-at": "2026-11-01T08:00",
  "impostor-reason": "名前と画像が同じ",
  "impostor-capture": "別添1",
  "list-url": "https://www.city.hoshimi.lg.jp/sns.html",
  mail: "bousai@city.hoshimi.lg.jp",
  "answer-url": "https://www.city.hoshimi.lg.jp/faq.html",
  "disaster-url": "https://www.city.hoshimi.lg.jp/saigai.html",
  "office-hours": "平日8時30分から17時15分まで",
  incident: "令和8年台風第20号",
  "compiled-at": "2026-11-03T13:00",
  "compiled-by": "防災係",
  reports: JSON.stringify([
    ["A 命に関わる", "12:50", "中央町1丁目", "川に人が取り残されている", "", "", "消防", "済"],
    ["", "12:55", "本町", "停電している", "https://x.com/a/status/4", "確認済み", "電力会社", ""],
  ]),
  "record-from": "2026-12-01",
  "record-readers": "広報課長",
};

interface Given {
  form: Record<string, string>;
  policy: Policy;
  account: Account | null;
  edits: Edits;
}

/** A document of everything above, or of something else. */
export function make(
  document: DocumentText,
  { form = FORM, policy = POLICY, account = ACCOUNT, edits = {} }: Partial<Given> = {},
) {
  return compose(
    document,
    {
      policy,
      account,
      pathOf: (one) => `accounts[${policy.accounts.indexOf(one)}]`,
      form,
      today: "2026-11-22",
    },
    edits,
  );
}
export const named = (id: string): DocumentText => {
  const found = DOCUMENTS.find((one) => one.id === id);
  if (!found) throw new Error(`no document ${id}`);
  return found;
};
