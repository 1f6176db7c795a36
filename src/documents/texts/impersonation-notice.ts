import {
  accountName,
  accountWords,
  askAt,
  field,
  heading,
  list,
  organization,
  paragraph,
} from "./pieces.ts";
import { type DocumentText, platformName } from "./writer.ts";

/**
 * Warns on the homepage of an account that pretends to be the organisation (7(4)). It names that account
 * without a link: nobody shall be led there.
 */
export const impersonationNotice: DocumentText = {
  id: "impersonation-notice",
  clause: "7(4)",
  fields: [
    { name: "account", kind: "account" },
    { name: "impostor-name", kind: "text", shared: "case" },
    { name: "impostor-handle", kind: "text", shared: "case" },
    { name: "impostor-found-at", kind: "time", shared: "case" },
    { name: "list-url", kind: "url", shared: "standing" },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write: (w) => [
    heading(
      "title",
      1,
      `${organization(w)}の公式アカウントになりすました偽のアカウントにご注意ください`,
    ),
    paragraph("date", w.dated("dated-on"), "end"),
    paragraph(
      "lead",
      `${w.source.account ? platformName(w.source.account.platform) : w.account(["platform"], "種類")}で、${organization(w)}の公式アカウント「${accountName(w)}」になりすました偽のアカウントを確認しました。運営者に削除を依頼しています。`,
    ),
    heading("impostor", 2, "偽のアカウント"),
    field("name", "表示名", w.form("impostor-name", "なりすましアカウントの表示名")),
    field("handle", "ユーザー名", w.form("impostor-handle", "なりすましアカウントのユーザー名")),
    field("found", "確認した日時", w.time("impostor-found-at", "なりすましを確認した日時")),
    heading("genuine", 2, "本物の公式アカウント"),
    field("genuine-name", "アカウント名", accountWords(w)),
    field("genuine-url", "アドレス（URL）", w.account(["url"], "アカウントのURL")),
    field("genuine-list", "公式アカウントの一覧", w.form("list-url", "公式アカウント一覧のURL")),
    heading("please", 2, "お願い"),
    list("please-list", [
      "偽のアカウントをフォローしないでください。友達の申請も承認しないでください。",
      "偽のアカウントからのメッセージに返信せず、書かれたリンクも開かないでください。",
      "氏名、電話番号、口座やカードの番号、パスワードなどを伝えないでください。",
      "フォローする前に、ユーザー名が公式アカウントの一覧と同じであることを確かめてください。",
    ]),
    askAt(w, "ask"),
  ],
};
