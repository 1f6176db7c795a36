import { itemSections, policyItems, termsItems } from "./account-items.ts";
import {
  accountWords,
  department,
  field,
  guideline,
  heading,
  organization,
  paragraph,
} from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** A department's notice of an account that it means to run, with operation policy and terms (6(2)). */
export const accountNotice: DocumentText = {
  id: "account-notice",
  clause: "6(2)",
  fields: [
    { name: "account", kind: "account" },
    { name: "reviewer", kind: "text", shared: "standing" },
    { name: "sender", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
    { name: "open-on", kind: "day" },
    { name: "phone", kind: "text", shared: "standing" },
  ],
  write: (w) => [
    paragraph("date", w.dated("dated-on"), "end"),
    paragraph("to", `${w.form("reviewer", "審査する部署の宛名")}　様`),
    paragraph("from", `${department(w)}\n${w.form("sender", "所属の長の職名と氏名")}`, "end"),
    heading("title", 1, "公式アカウントの運用に係る届出書"),
    paragraph(
      "lead",
      `次のアカウントを${organization(w)}の公式アカウントとして運用したいので、「${guideline(w)}」6(2)に基づき、運用ポリシー及び利用規約を添えて届け出ます。`,
    ),
    field("account", "アカウント", accountWords(w)),
    field("url", "アドレス（URL）", w.account(["url"], "アカウントのURL")),
    field("department", "運用する所属", department(w)),
    field("open", "運用を始める日", w.day("open-on", "運用を始める日")),
    field(
      "phone",
      "連絡先",
      `${w.account(["operators"], "担当者")}　電話 ${w.form("phone", "電話番号")}`,
    ),
    field("enclosed", "添付する書類", "別紙1 運用ポリシー\n別紙2 利用規約"),
    heading("policy", 2, "別紙1　運用ポリシー"),
    ...itemSections(policyItems(w), 3),
    heading("terms", 2, "別紙2　利用規約"),
    ...itemSections(termsItems(w), 3),
  ],
};
