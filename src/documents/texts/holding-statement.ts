import {
  accountWords,
  askAt,
  department,
  field,
  heading,
  organization,
  paragraph,
} from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** Said at once where an answer takes time, so that nobody thinks that nothing is done (7(5)). */
export const holdingStatement: DocumentText = {
  id: "holding-statement",
  clause: "7(5)",
  fields: [
    { name: "account", kind: "account" },
    { name: "criticised-url", kind: "url", shared: "case" },
    { name: "criticised-at", kind: "time", shared: "case" },
    { name: "answer-by", kind: "time" },
    { name: "answer-at", kind: "text" },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write(w) {
    const at = w.time("criticised-at", "投稿した日時");
    const by = w.time("answer-by", "次にお知らせする日時");
    const where = w.form("answer-at", "お知らせする場所");
    return [
      heading("title", 1, "いただいたご意見への対応について"),
      heading("post", 2, "投稿する文"),
      paragraph(
        "post-text",
        `${at}の投稿について、多くのご意見をいただいています。${department(w)}で事実を確認しています。確認した内容は、${by}までに${where}でお知らせします。`,
      ),
      heading("page", 2, "ホームページに掲載する文"),
      paragraph("date", w.dated("dated-on"), "end"),
      paragraph(
        "lead",
        `${organization(w)}の公式アカウント${accountWords(w)}の次の投稿について、多くのご意見をいただいています。いただいたご意見は${department(w)}で受け止め、事実を確認しています。`,
      ),
      field("url", "対象の投稿", w.form("criticised-url", "対象の投稿のURL")),
      field("at", "投稿した日時", at),
      paragraph(
        "next",
        `確認した内容と今後の対応は、${by}までに${where}でお知らせします。確認に時間を要する場合は、その旨をあらためてお知らせします。`,
      ),
      askAt(w, "ask"),
    ];
  },
};
