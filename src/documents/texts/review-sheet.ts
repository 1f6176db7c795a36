import { type Item, policyItems, termsItems } from "./account-items.ts";
import { dayOf } from "./dates.ts";
import {
  accountWords,
  clauseText,
  department,
  field,
  guideline,
  heading,
  paragraph,
  table,
} from "./pieces.ts";
import type { DocumentText, Writer } from "./writer.ts";

/** Written by hand or in the page: the division decides, not the program. */
const VERDICT = "適・否";
const YES_NO = "はい・いいえ";
const HAND_DAY = "　　　年　　月　　日";

/** What else of the guideline can be looked at before an account is made official. */
const CHECKS: readonly (readonly [string, string])[] = [
  ["6(1)", "所属単位のアカウントである。複数の所属で使う場合は、共通するテーマが定められている。"],
  [
    "6(9)",
    "プロフィール欄などに、公式アカウントを紹介している公式ホームページのURLが記載されている。",
  ],
  ["6(10)", "情報発信に使う機器が、市の所有又は賃借する機器である。"],
  ["4(5)サ", "職員以外が発信する場合は、管理者が許可した委託者であり、期限が定められている。"],
];

/** The reviewing division's sheet for an application (6(2)): every item of 6(3) and 6(4) with what was handed in. */
export const reviewSheet: DocumentText = {
  id: "review-sheet",
  clause: "6(2)",
  fields: [
    { name: "account", kind: "account" },
    { name: "noticed-on", kind: "day" },
    { name: "reviewed-by", kind: "text" },
  ],
  write: (w) => [
    heading("title", 1, "公式アカウント審査票"),
    paragraph(
      "lead",
      `「${guideline(w)}」6(2)に基づく届出について、運用ポリシー（6(3)）及び利用規約（6(4)）の項目ごとに審査します。`,
    ),
    field("account", "アカウント", accountWords(w)),
    field("url", "アドレス（URL）", w.account(["url"], "アカウントのURL")),
    field("department", "届け出た所属", department(w)),
    field("noticed", "届出の日", noticedOn(w)),
    field("reviewer", "審査する人", w.form("reviewed-by", "審査する人の所属と氏名")),
    heading("policy", 2, `運用ポリシー（6(3)）`),
    itemTable("policy-items", policyItems(w)),
    heading("terms", 2, `利用規約（6(4)）`),
    itemTable("terms-items", termsItems(w)),
    heading("others", 2, "あわせて確認する事項"),
    table(
      "checks",
      "",
      ["条項", "確認する事項", "結果", "所見"],
      CHECKS.map(([clause, words]) => [clause, words, YES_NO, ""]),
      [11, 47, 20, 22],
    ),
    heading("result", 2, "審査の結果"),
    field("verdict", "結果", "□ 公式アカウントとして認める　□ 修正のうえ再度審査する　□ 認めない"),
    field("reason", "理由・修正を求める点", ""),
    field("decided", "審査した日", HAND_DAY),
    field("signed", "審査した人", ""),
    field("published", "ホームページに掲載した日", HAND_DAY),
    paragraph("clause", `6(2)　${clauseText(w, "6(2)")}`, "quote"),
  ],
};

/** What the form says, else what the register's history says of the account. */
function noticedOn(w: Writer): string {
  const history = w.source.account?.statusHistory ?? [];
  const known = history.findLast(({ status }) => status === "届出")?.on ?? "";
  return w.optional("noticed-on") === "" && dayOf(known) !== ""
    ? dayOf(known)
    : w.day("noticed-on", "届出の日");
}

function itemTable(id: string, items: readonly Item[]) {
  return table(
    id,
    "",
    ["項目", "届出の内容", "適否", "所見"],
    items.map(({ letter, title, parts }) => [
      `${letter}　${title}`,
      parts.length === 1
        ? (parts[0]?.value ?? "")
        : parts.map(({ label, value }) => `${label}：${value}`).join("\n"),
      VERDICT,
      "",
    ]),
    [27, 39, 12, 22],
  );
}
