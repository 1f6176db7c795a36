import { accountWords, askAt, field, fieldIf, heading, organization, paragraph } from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** An error admitted, corrected and apologised for, in a post and on the homepage (7(1)). */
export const correction: DocumentText = {
  id: "correction",
  clause: "7(1)",
  fields: [
    { name: "account", kind: "account" },
    { name: "post-url", kind: "url" },
    { name: "posted-at", kind: "time" },
    { name: "wrong", kind: "lines" },
    { name: "right", kind: "lines" },
    { name: "cause", kind: "lines", isOptional: true },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write(w) {
    const wrong = w.form("wrong", "誤っていた内容");
    const right = w.form("right", "正しい内容");
    const at = w.time("posted-at", "投稿した日時");
    const url = w.form("post-url", "誤りのあった投稿のURL");
    return [
      heading("title", 1, "投稿の訂正とお詫び"),
      heading("post", 2, "投稿する文"),
      paragraph(
        "post-text",
        `【訂正とお詫び】\n${at}の投稿に誤りがありました。お詫びして訂正します。\n誤：${wrong}\n正：${right}\n${url}`,
      ),
      heading("page", 2, "ホームページに掲載する文"),
      paragraph("date", w.dated("dated-on"), "end"),
      paragraph(
        "lead",
        `${organization(w)}の公式アカウント${accountWords(w)}の投稿に誤りがありました。ご覧になった皆さまにご迷惑をおかけしましたことをお詫びし、次のとおり訂正します。`,
      ),
      field("url", "誤りのあった投稿", url),
      field("at", "投稿した日時", at),
      field("wrong", "誤", wrong),
      field("right", "正", right),
      ...fieldIf("cause", "誤りの原因と再発の防止", w.optional("cause")),
      askAt(w, "ask"),
    ];
  },
};
