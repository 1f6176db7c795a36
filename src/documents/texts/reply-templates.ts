import { accountWords, clauseText, department, heading, paragraph } from "./pieces.ts";
import type { DocumentText, Writer } from "./writer.ts";

/** Words for replies, ready to be checked and sent (6(6)). Each holds for itself; none says what is not known. */
export const replyTemplates: DocumentText = {
  id: "reply-templates",
  clause: "6(6)",
  fields: [
    { name: "account", kind: "account" },
    { name: "answer-url", kind: "url", shared: "standing" },
    { name: "disaster-url", kind: "url", shared: "standing" },
    { name: "phone", kind: "text", shared: "standing" },
    { name: "office-hours", kind: "text", shared: "standing" },
  ],
  write: (w) => [
    heading("title", 1, "返信の文例"),
    paragraph(
      "lead",
      `公式アカウント${accountWords(w)}に寄せられた意見、質問及び情報に返信するときの文例です。すべてに返信する必要はありませんが、市と市政に関心を持つ人を増やすという視点で対応します。事実を確かめ、相手と状況に合わせて直してから使ってください。`,
    ),
    ...templates(w).flatMap(({ id, title, text }) => [
      heading(id, 2, title),
      paragraph(`${id}-text`, text),
    ]),
    paragraph("clause", `6(6)　${clauseText(w, "6(6)")}`, "quote"),
  ],
};

function templates(w: Writer): { id: string; title: string; text: string }[] {
  const at = w.form("answer-url", "質問への案内ページのURL");
  const disaster = w.form("disaster-url", "災害情報のページのURL");
  const phone = `${department(w)}（電話 ${w.form("phone", "電話番号")}、${w.form("office-hours", "電話を受ける時間")}）`;
  return [
    {
      id: "question",
      title: "質問に答えられるとき",
      text: `ご質問ありがとうございます。お尋ねの件は、次のページでご案内しています。\n${at}`,
    },
    {
      id: "ask",
      title: "質問に、個別の事情を伺わないと答えられないとき",
      text: `ご質問ありがとうございます。詳しい事情を伺ってお答えしますので、${phone}へお問い合わせください。ここには個人情報を書かないようお願いします。`,
    },
    {
      id: "opinion",
      title: "意見や提案をいただいたとき",
      text: `ご意見ありがとうございます。${department(w)}で共有しました。`,
    },
    {
      id: "thanks",
      title: "応援や感想をいただいたとき",
      text: "うれしいお言葉をありがとうございます。これからも市政の情報をお届けします。",
    },
    {
      id: "error",
      title: "投稿の誤りを教えていただいたとき",
      text: "お知らせいただきありがとうございます。内容を確認し、誤りがあれば訂正してお知らせします。",
    },
    {
      id: "report",
      title: "災害時：情報を寄せていただいたとき",
      text: `情報をお寄せいただきありがとうございます。関係機関と共有し、確認しています。ご自身の安全を第一に行動してください。\n最新の情報：${disaster}`,
    },
    {
      id: "rescue",
      title: "災害時：救助を求める書き込みがあったとき",
      text: "書き込みを確認しました。消防と共有します。119番に電話できる場合は、すぐに電話してください。ご家族や近くの方が代わりに通報することもできます。",
    },
    {
      id: "unsure",
      title: "災害時：まだ確認できていないことを尋ねられたとき",
      text: `お尋ねの件は確認中です。確認できた情報は、次のページでお知らせします。\n${disaster}`,
    },
    {
      id: "rumour",
      title: "災害時：事実と異なる情報が広がっているとき",
      text: `その情報は確認されていません。${w.source.policy.organizationName || w.policy("organizationName", "市町村の名称")}が発表した情報は、次のページで確認してください。\n${disaster}`,
    },
  ];
}
