import { clauseText, field, fieldIf, guideline, heading, list, paragraph } from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** Tells staff that what they decide is recorded: what for, who answers for it, how long it is kept. */
export const recordNotice: DocumentText = {
  id: "record-notice",
  clause: "6(5)",
  fields: [
    { name: "record-purpose", kind: "lines", isOptional: true },
    { name: "record-from", kind: "day" },
    { name: "record-readers", kind: "text" },
    { name: "record-sent-to", kind: "text", isOptional: true },
    { name: "sender", kind: "text", shared: "standing" },
    { name: "dated-on", kind: "day", isOptional: true },
  ],
  write: (w) => {
    const { journalEnabled, journalRetentionDays } = w.source.policy;
    return [
      paragraph("date", w.dated("dated-on"), "end"),
      paragraph("to", "公式アカウントを運用する職員の皆さん"),
      paragraph("from", w.form("sender", "所属の長の職名と氏名"), "end"),
      heading("title", 1, "投稿前の点検における判断の記録について"),
      paragraph(
        "lead",
        "公式アカウントからの投稿を点検する拡張機能は、指摘に対してどのように判断したかを記録します。目的、責任者、保存する期間などは次のとおりです。",
      ),
      field(
        "purpose",
        "目的",
        w.optional("record-purpose") ||
          `「${guideline(w)}」6(5)に基づき、管理責任者が発言内容を定期的に確認するため。`,
      ),
      field("officer", "記録の責任者", w.policy("recordOfficer", "記録の管理責任者")),
      field(
        "retention",
        "保存する期間",
        `${journalRetentionDays}日間（過ぎた記録は自動で消えます）`,
      ),
      field(
        "starts",
        "記録を始める日",
        journalEnabled
          ? w.day("record-from", "記録を始める日")
          : `${w.day("record-from", "記録を始める日")}\n${w.setting("journalEnabled", "判断を記録する設定（今は記録しない）")}`,
      ),
      field("readers", "記録を見る人", w.form("record-readers", "記録を見る人")),
      field("place", "記録を残す場所", "投稿した端末のブラウザーの中"),
      ...fieldIf("sent", "記録の送り先", w.optional("record-sent-to")),
      heading("kept", 2, "記録すること"),
      list("kept-list", [
        "日時、アカウント、投稿の種類",
        "指摘した規則とその重さ、どのように判断したか（直した、そのまま投稿した、取りやめたなど）",
        "そのまま投稿したときに書いた理由、決裁番号、確認への答え",
        "設定の版、組織が管理する端末の設定であったか",
        "本文の文字数と、本文に戻せない照合用の値",
        "公開された投稿のアドレス（画面に示された場合）",
        "誤検知とした指摘の規則と、信頼するかどうかを検討するホスト名やアカウント名",
      ]),
      heading("not-kept", 2, "記録しないこと"),
      list("not-kept-list", [
        "下書きや投稿の本文",
        "プライベートウィンドウでの投稿",
        "ほかのサイトの閲覧、メッセージ",
      ]),
      heading("use", 2, "記録の扱い"),
      paragraph(
        "use-text",
        "記録は上の目的のために使います。記録に誤りがあると思うときや、判断に迷ったときは、次へ問い合わせてください。",
      ),
      field("contact", "問い合わせ先", w.policy("contact", "問い合わせ先")),
      paragraph("clause", `6(5)　${clauseText(w, "6(5)")}`, "quote"),
    ];
  },
};
