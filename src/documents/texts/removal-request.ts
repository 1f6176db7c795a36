import {
  accountWords,
  department,
  field,
  heading,
  list,
  organization,
  paragraph,
} from "./pieces.ts";
import { type DocumentText, linesOf, platformName, type Writer } from "./writer.ts";

/** Asks whoever runs the platform to remove an account that pretends to be the organisation (7(4)). */
export const removalRequest: DocumentText = {
  id: "removal-request",
  clause: "7(4)",
  fields: [
    { name: "account", kind: "account" },
    { name: "impostor-name", kind: "text", shared: "case" },
    { name: "impostor-handle", kind: "text", shared: "case" },
    { name: "impostor-url", kind: "url" },
    { name: "impostor-found-at", kind: "time", shared: "case" },
    { name: "impostor-reason", kind: "lines" },
    { name: "impostor-harm", kind: "lines", isOptional: true },
    { name: "impostor-capture", kind: "text" },
    { name: "list-url", kind: "url", shared: "standing" },
    { name: "sender", kind: "text", shared: "standing" },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "mail", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write: (w) => [
    paragraph("date", w.dated("dated-on"), "end"),
    paragraph("to", `${platform(w)}の運営者　御中`),
    paragraph(
      "from",
      `${organization(w)}${department(w)}\n${w.form("sender", "所属の長の職名と氏名")}`,
      "end",
    ),
    heading("title", 1, "なりすましアカウントの削除依頼"),
    paragraph(
      "lead",
      `次のアカウントは、${organization(w)}の公式アカウント${accountWords(w)}になりすましています。${organization(w)}が開設したものではなく、住民に誤った情報が伝わるおそれがあるため、利用規約に基づき、速やかに削除してくださるよう依頼します。`,
    ),
    heading("impostor", 2, "なりすましアカウント"),
    field("name", "表示名", w.form("impostor-name", "なりすましアカウントの表示名")),
    field("handle", "ユーザー名", w.form("impostor-handle", "なりすましアカウントのユーザー名")),
    field("url", "アドレス（URL）", w.form("impostor-url", "なりすましアカウントのURL")),
    field("found", "確認した日時", w.time("impostor-found-at", "なりすましを確認した日時")),
    heading("reasons", 2, "なりすましと判断した理由"),
    list("reasons-list", linesOf(w.form("impostor-reason", "なりすましと判断した理由"))),
    ...(w.optional("impostor-harm") === ""
      ? []
      : [
          heading("harm", 2, "生じている被害"),
          list("harm-list", linesOf(w.optional("impostor-harm"))),
        ]),
    heading("genuine", 2, "本物の公式アカウント"),
    field("genuine-name", "アカウント名", accountWords(w)),
    field("genuine-url", "アドレス（URL）", w.account(["url"], "アカウントのURL")),
    field(
      "genuine-list",
      "公式アカウントを紹介しているホームページ",
      w.form("list-url", "公式アカウント一覧のURL"),
    ),
    heading("proof", 2, "添付する資料と連絡先"),
    field("capture", "画面の画像", w.form("impostor-capture", "画面の画像")),
    field("phone", "電話", w.form("phone", "電話番号")),
    field("mail", "メール", w.form("mail", "メールアドレス")),
  ],
};

const platform = (w: Writer) =>
  w.source.account ? platformName(w.source.account.platform) : w.account(["platform"], "種類");
