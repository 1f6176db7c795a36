import {
  accountWords,
  askAt,
  department,
  field,
  heading,
  list,
  organization,
  paragraph,
} from "./pieces.ts";
import { type DocumentText, linesOf } from "./writer.ts";

/** The department's own words after the holding statement: explained, corrected or apologised for (7(5)). */
export const explanation: DocumentText = {
  id: "explanation",
  clause: "7(5)",
  fields: [
    { name: "account", kind: "account" },
    { name: "criticised-url", kind: "url", shared: "case" },
    { name: "criticised-at", kind: "time", shared: "case" },
    { name: "facts", kind: "lines" },
    { name: "explanation", kind: "lines" },
    { name: "correction", kind: "lines", isOptional: true },
    { name: "apology", kind: "lines", isOptional: true },
    { name: "measures", kind: "lines" },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write(w) {
    const optional = (id: string, title: string, text: string) =>
      text === "" ? [] : [heading(id, 2, title), paragraph(`${id}-text`, text)];
    return [
      heading("title", 1, "投稿についてのご説明"),
      paragraph("date", w.dated("dated-on"), "end"),
      paragraph("from", `${organization(w)}${department(w)}`, "end"),
      paragraph(
        "lead",
        `公式アカウント${accountWords(w)}の次の投稿について、多くのご意見をいただきました。確認した内容と${department(w)}としての説明は、次のとおりです。`,
      ),
      field("url", "対象の投稿", w.form("criticised-url", "対象の投稿のURL")),
      field("at", "投稿した日時", w.time("criticised-at", "投稿した日時")),
      heading("facts", 2, "確認した事実"),
      list("facts-list", linesOf(w.form("facts", "確認した事実"))),
      heading("explanation", 2, "説明"),
      paragraph("explanation-text", w.form("explanation", "所属としての説明")),
      ...optional("correction", "訂正", w.optional("correction")),
      ...optional("apology", "お詫び", w.optional("apology")),
      heading("measures", 2, "今後の対応"),
      list("measures-list", linesOf(w.form("measures", "今後の対応"))),
      askAt(w, "ask"),
    ];
  },
};
