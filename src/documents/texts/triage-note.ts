import type { Block } from "../blocks.ts";
import { accountWords, clauseText, field, heading, list, paragraph, table } from "./pieces.ts";
import { type DocumentText, rowsOf, type Writer } from "./writer.ts";

/** Where a report belongs; the first one leaves no time. */
const URGENCIES = ["A 命に関わる", "B 避難・通行・生活", "C その他"] as const;
/** Of a report in the form, in the order of its cells. */
export const REPORT_COLUMNS = [
  "urgency",
  "time",
  "place",
  "words",
  "url",
  "checked",
  "shared",
  "reply",
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** What residents report in a disaster: what matters is shared at once, and answered where needed (6(6)). */
export const triageNote: DocumentText = {
  id: "triage-note",
  clause: "6(6)",
  fields: [
    { name: "account", kind: "account" },
    { name: "incident", kind: "text" },
    { name: "compiled-at", kind: "time" },
    { name: "compiled-by", kind: "text" },
    { name: "reports", kind: "rows", of: URGENCIES },
  ],
  write(w) {
    const rows = rowsOf(w.optional("reports"), REPORT_COLUMNS.length);
    return [
      heading("title", 1, "災害時に寄せられた情報の整理票"),
      field("incident", "災害の名称", w.form("incident", "災害の名称")),
      field("account", "公式アカウント", accountWords(w)),
      field("at", "整理した日時", w.time("compiled-at", "整理した日時")),
      field("by", "整理した人", w.form("compiled-by", "整理した人の所属と氏名")),
      ...(rows.length === 0 ? [paragraph("none", w.lacking("reports", "寄せられた情報"))] : []),
      ...URGENCIES.flatMap((urgency, index) => part(w, urgency, index, rows)),
      heading("how", 2, "分け方と扱い"),
      list("how-list", [
        "A 命に関わる：救助の要請、けが、取り残された人、火災、倒壊など。確認を待たず、直ちに消防・警察・災害対策本部に共有します。",
        "B 避難・通行・生活：避難所、道路、浸水、停電、断水など。場所と時刻を確かめ、担当する課や関係機関に共有します。",
        "C その他：問い合わせ、要望、出所の分からない情報など。出所の分からない情報は広めず、確認できてから扱います。",
        "返信は、関係機関と共有した後に、必要に応じて行います。",
        "寄せられた情報を引用して発信するのは、事実を確認した後に限ります。",
      ]),
      paragraph("clause", `6(6)　${clauseText(w, "6(6)")}`, "quote"),
    ];
  },
};

function part(w: Writer, urgency: string, index: number, rows: readonly string[][]): Block[] {
  const of = rows.filter(([first]) => (first || URGENCIES[2]) === urgency);
  if (of.length === 0) return [];
  const missing = (text: string | undefined, label: string) => text || w.form("no_reports", label);
  return [
    heading(`part-${index}`, 2, urgency),
    table(
      `reports-${index}`,
      "",
      ["時刻", "場所", "内容", "投稿", "確認", "共有先・時刻", "返信"],
      of.map(([, time, place, words, url, checked, shared, reply]) => [
        time ?? "",
        missing(place, "場所"),
        missing(words, "内容"),
        url ?? "",
        checked || "未確認",
        missing(shared, "共有先と時刻"),
        reply ?? "",
      ]),
    ),
  ];
}
