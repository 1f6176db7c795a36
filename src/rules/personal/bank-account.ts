import type { Policy } from "../../contract.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf, occursIn } from "../../facts/gate.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** A kind of account or its label, then the number; Yucho accounts have a symbol and a number. */
const ACCOUNT =
  /(?:口座番号|口座No\.?|口座ナンバー|(?<![一-鿿])普(?= ?[0-9])|(?:普通|当座|貯蓄|総合)(?:預金|貯金)?(?:口座)?|[(](?:普|当)[)]|(?:預金|貯金)口座|(?:銀行|信用金庫|信金|信用組合|農協|労金|JA|支店|本店|出張所)(?:の口座)?)(?:[ ・]?(?:番号|No\.?|№|#|[(](?:普通|当座|普|当)[)]|普通|当座))? ?[はが:：=の「、・/(]? ?(?<number>\d{7}|\d{3}-?\d{4})(?![\d-]|円|人|件|名|番地)/gu;
const YUCHO =
  /(?:記号 ?[:：]? ?)?1\d{4}[ -]{0,2}(?:番号 ?[:：]? ?|-)\d{6,8}(?!\d)|(?<!\d)0\d{4}-\d-\d{2,6}(?!\d)/gu;
/** Only next to something that speaks of money: 普通 and 本店 are ordinary words. */
const MONEY =
  /口座|振[り]?込|振替|銀行|信用金庫|信金|信用組合|農協|労金|ゆうちょ|JA|預金|貯金|返金|還付|入金|送金|名義|支店|会費|代金|引き?落/u;
const GIVING = /義援金|募金|寄附|寄付|支援金|協賛金|見舞金|ふるさと納税|ふるさと応援/u;
/** A body rather than a person: its office, or the kind of body it is. */
const BODY =
  /(?:市|町|村|県|区)(?:役所|役場|会計|災害|義援|ふるさと|長(?!男|女)|教育委員会|観光協会|社会福祉|公民館)|会計管理者|実行委員会|協議会|協会|委員会|組合(?!員)|社会福祉協議会|日本赤十字社|共同募金|財団|社団|法人|連盟|連合会|事務局|後援会|水道(?:局|事業|企業)|[市町村県](?:名義|口座|です|。|$)/u;

/** Banks that are bodies by their names. */
const BANKS = /信用組合|農業協同組合|協同組合|労働金庫|信用金庫/gu;
/** In somebody's own name, or that of whoever keeps the till: 名義 区会計 山崎. */
const PRIVATE =
  /個人(?:の)?口座|(?:名義|口座名)[ :はが(]{0,2}(?:[一-鿿]{1,6}(?:会計|会長|代表|区長|役員|担当)[ ・]?[一-鿿]{2}|[一-鿿]{2,4}(?:さん|様)|[ァ-ヺー]{2,6} [ァ-ヺー]{2,6}(?![ァ-ヺー]))/u;

/** An account that money can be taken from or sent to, unless it is a body's own for gifts and fees. */
export const piiBankAccount: Rule = {
  id: "pii.bank-account",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts, policy }) {
    if (!/\d|[０-９]/u.test(facts.text)) return;
    const folded = fold(facts.text);
    const isGiving = occursIn(GIVING, folded);
    for (const match of [...matchesOf(ACCOUNT, folded), ...matchesOf(YUCHO, folded)]) {
      const start = match.index;
      const end = start + match[0].length;
      const around = folded.slice(Math.max(0, start - 80), end + 80);
      const isPrivate = PRIVATE.test(around);
      if (!MONEY.test(around) || (isGiving && !isPrivate && BODY.test(around.replace(BANKS, ""))))
        continue;
      const holder = folded.slice(end, end + 40);
      if (!isPrivate && isHeldByBody(folded, start, holder, policy)) continue;
      if (spanAt(facts.links, start) || /^(.)\1{6}$/u.test(match.groups?.number ?? "")) continue;
      if (/例[:： )]?[^\n。]{0,6}$/u.test(folded.slice(Math.max(0, start - 10), start))) continue;
      yield { start, end, message: { key: "pii_bank_account" } };
    }
  },
  examples: {
    fires: [
      { text: "口座番号は7654321です。", marks: "口座番号は7654321" },
      {
        text: "すざか信用金庫 本店営業部 普通 1234567 名義スザカタロウ",
        marks: "普通 1234567",
      },
      { text: "返金先：ゆうちょ銀行 記号11120 番号12345671", marks: "記号11120 番号12345671" },
      { text: "みずほ銀行 店番123 口座番号：００１２３４５", marks: "口座番号：００１２３４５" },
      { text: "長野信用金庫 須坂支店（普）7654321へ振込", marks: "支店（普）7654321" },
    ],
    quiet: [
      "申請には銀行名・支店名・口座番号（7桁）が必要です。",
      "災害義援金の口座 八十二銀行須坂支店 普通 1234567 須坂市災害義援金",
      "参加費は須坂市観光協会名義の長野信用金庫本店 普通1112223へ。",
      {
        text: "寄附金は八十二銀行 普通 7654321（口座名義 須坂市）へ。",
        policy: { organizationName: "須坂市" },
      },
      "普通救命講習の申込は、電話026-245-0119へ。",
      "市から電話で口座番号や暗証番号をお聞きすることはありません。",
    ],
  },
};

/** A fee's account: the holder is named as a body, before the bank (〇〇協会名義の) or behind the number. */
function isHeldByBody(
  folded: string,
  start: number,
  behind: string,
  { organizationName }: Policy,
): boolean {
  const line =
    folded
      .slice(Math.max(0, start - 60), start)
      .split("\n")
      .at(-1) ?? "";
  const holder = /^[^。\n]{0,34}/u.exec(behind)?.[0] ?? "";
  const named = /[^。\n、]{2,24}(?:名義|の口座)/u.exec(line)?.[0] ?? "";
  const isOwn = (words: string) =>
    BODY.test(words) || (organizationName !== "" && words.includes(organizationName));
  return isOwn(holder) || (named !== "" && isOwn(named));
}
