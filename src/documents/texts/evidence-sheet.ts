import {
  accountWords,
  clauseText,
  field,
  fieldIf,
  guideline,
  heading,
  list,
  paragraph,
} from "./pieces.ts";
import { type DocumentText, linesOf, type Writer } from "./writer.ts";

/** What is forbidden to write (4(5)), and what the account's terms ask of those who use it (6(4)ア). */
const BREACHES = [..."アイウエオカキクケコ"].map((letter) => `4(5)${letter}`).concat("6(4)ア");

/** What is kept of somebody's comment before it is deleted, and why it is (7(3)). */
export const evidenceSheet: DocumentText = {
  id: "evidence-sheet",
  clause: "7(3)",
  fields: [
    { name: "account", kind: "account" },
    { name: "post-url", kind: "url" },
    { name: "comment-url", kind: "url" },
    { name: "comment-author", kind: "text" },
    { name: "comment-at", kind: "time" },
    { name: "comment-text", kind: "lines" },
    { name: "capture", kind: "text" },
    { name: "found-at", kind: "time" },
    { name: "found-by", kind: "text" },
    { name: "breaches", kind: "clauses", of: BREACHES },
    { name: "breach-reason", kind: "lines" },
    {
      name: "action",
      kind: "choice",
      of: ["削除", "非表示", "運営者への報告", "ブロック", "見合わせ"],
    },
    { name: "action-at", kind: "time" },
    { name: "decided-by", kind: "text" },
    { name: "told", kind: "lines", isOptional: true },
  ],
  write: (w) => [
    heading("title", 1, "書き込みの削除等に係る記録票"),
    paragraph(
      "lead",
      `「${guideline(w)}」7(3)に基づいて書き込みの削除等の措置を行う前に、書き込みの内容と判断を記録します。この記録票は個人情報を含むため、公表しません。`,
    ),
    heading("where", 2, "書き込み"),
    field("account", "公式アカウント", accountWords(w)),
    field("post", "書き込まれた投稿", w.form("post-url", "書き込まれた投稿のURL")),
    field("comment", "書き込みのURL", w.form("comment-url", "書き込みのURL")),
    field("author", "書き込んだ人の表示名とユーザー名", w.form("comment-author", "書き込んだ人")),
    field("written", "書き込まれた日時", w.time("comment-at", "書き込まれた日時")),
    field("capture", "画面の画像の保存場所", w.form("capture", "画面の画像の保存場所")),
    heading("text", 2, "書き込みの全文"),
    paragraph("text-words", w.form("comment-text", "書き込みの全文"), "quote"),
    heading("finding", 2, "発見"),
    field("found-at", "発見した日時", w.time("found-at", "発見した日時")),
    field("found-by", "発見した人", w.form("found-by", "発見した人")),
    heading("breach", 2, "抵触する事項"),
    list("breach-list", breaches(w)),
    field("reason", "抵触すると判断した理由", w.form("breach-reason", "抵触すると判断した理由")),
    heading("action", 2, "措置"),
    field("action-kind", "措置の内容", w.form("action", "措置の内容")),
    field("action-at", "措置を行う日時", w.time("action-at", "措置を行う日時")),
    field("decided", "判断した人", w.form("decided-by", "判断した人の職名と氏名")),
    ...fieldIf("told", "書き込んだ人への連絡", w.optional("told")),
  ],
};

function breaches(w: Writer): string[] {
  const chosen = linesOf(w.optional("breaches")).filter((clause) => BREACHES.includes(clause));
  if (chosen.length === 0) return [w.lacking("breaches", "抵触する事項")];
  return chosen.map((clause) =>
    clause === "6(4)ア"
      ? `${clause}　${clauseText(w, clause)}（${w.account(["terms", "conduct"], "利用上の遵守事項")}）`
      : `${clause}　${clauseText(w, clause)}`,
  );
}
