import { type AddressMention, findAddresses } from "../../facts/addresses.ts";
import { fold } from "../../facts/digits.ts";
import type { PersonMention } from "../../facts/people.ts";
import { spanAt } from "../../facts/span.ts";
import { surnameAtStart } from "../../facts/surnames.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

/** What says that somebody lives there. */
const HOME =
  /自宅|ご自宅|お宅|[さ様ん]宅|宅(?:で|を|の|が|に(?!地))|住まい|居住|在住|住む|住ん|民家|一般住宅|木造[^。\n]{0,6}住宅|住宅火災|住宅(?:で|から|が)(?:出火|火災|全焼)|空き家|世帯|入居者|転居先|転入先|引っ越し先|[者主方人](?:様)?のご?住所|住所[がは]|本籍|実家|[のな]家(?![族庭計具電賃畜業財屋訓]|畑)|ごみ屋敷|ゴミ屋敷|借家|貸家|空家|一軒家|一戸建て|戸建て|平屋|[2二]階建て|仮住まい|に発送し|にお?送りし|にお届けし|にお届けに|へ発送し|へお?送りし|宛に発送|ひとり暮らし|一人暮らし|^ ?[一-鿿]{1,4}(?:さん|様)?方(?:[ 、。)宛まで]|$)|の方(?:[(]|は|へ|、|から)/u;
/** What says that people come there to be served, to meet or to work. */
const VENUE =
  /会場|場所|ところ[:： ]|と ?こ ?ろ|所在地|集合|受付|申込先|申し込み先|提出先|送付先|郵送先|送り先|宛先|応募先|問い?合わ?せ|事務局|事務所|役所|役場|庁舎|県庁|合同庁舎|課|係|館|ホール|センター|プラザ|ホーム(?!ページ)|園(?!児|芸|長)|広場|店(?!主)|ショップ|カフェ|食堂|レストラン|そば処|食事処|旅館|ホテル|民宿|温泉|酒造|醸造|直売|農園|果樹園|牧場|学校|小学|中学|高校|大学|幼稚園|保育|こども園|児童|病院|医院|診療|クリニック|歯科|薬局|署|交番|駐在所|分署|郵便局|銀行|金庫|農協|JA|駅|停|神社|寺|教会|会館|集会所|公会堂|倉庫|工場|会社|㈱|\(株\)|本社|支社|営業所|出張所|支所|法務局|税務|裁判所|年金|ハローワーク|社協|協会|組合|連盟|財団|法人|実行委員会|体育|グラウンド|球場|プール|スキー場|ジム|スタジオ|サロン|教室|ギャラリー|美術|博物|図書|資料館|記念|史跡|文化財|古墳|城跡|跡地|跡|駐車場|道の駅|営業時間|開館|休館|定休|投票所|避難所|処分場|清掃|浄水|水源|ダム|橋|交差点|地先|付近|工事|通行止|市道|県道|国道|林道|測量|開発|建設地|予定地|区画|公売|売却|売り?払|入札|物件|宅地|農地|転用|縦覧|山林|分譲|土地|地番|都市計画|用途地域|ビル|階(?!建)|号線|目撃|出没|クマ|会議室|講堂|研修室/u;

/** A name, then a blank or a bracket. */
const BEARER_BEHIND = /^ ([一-鿿ァ-ヺーぁ-ゖA-Za-z「『]{2,12})/u;
const BEARER = /[一-鿿ァ-ヺーぁ-ゖA-Za-z」』]{2}[ (]$/u;

/** The lot or the room of somebody's home; an address with a venue's or an office's name is none. */
export const piiAddress: Rule = {
  id: "pii.address",
  clause: "4(5)オ",
  level: "care",
  *check({ facts, policy }) {
    const addresses = findAddresses(facts.text);
    if (addresses.length === 0) return;
    const folded = fold(facts.text);
    for (const address of addresses) {
      const { start, end } = address;
      if (spanAt(facts.links, start)) continue;
      const person = facts.people.find((one) => isBeside(folded, one, address));
      if (person && isConsented(person.name, facts.text, policy)) continue;
      if (!isHome(folded, address, person)) continue;
      yield person
        ? { start, end, level: "stop", message: { key: "pii_address_named", args: [person.name] } }
        : { start, end, message: { key: "pii_address" } };
    }
  },
  examples: {
    fires: [
      {
        text: "初日は須坂市大字小山9999番地3 コーポ臥竜203号室からです。",
        marks: "須坂市大字小山9999番地3 コーポ臥竜203号室",
      },
      {
        text: "最優秀賞は山田太郎さん（須坂市墨坂南9丁目99-9）です。",
        marks: "須坂市墨坂南9丁目99-9",
      },
      { text: "火元は北原町１２番地３の住宅です。", marks: "北原町１２番地３" },
      { text: "佐藤さん宅（小島町501番地6）を訪ねました。", marks: "小島町501番地6" },
      { text: "旭ヶ丘団地3号棟205号室で水漏れです。", marks: "旭ヶ丘団地3号棟205号室" },
    ],
    quiet: [
      "メセナホール（須坂市大字須坂1528）で開きます。",
      "申込先：〒382-0077 須坂市北横町1295-1 生涯学習推進課",
      "市道工事のため、大字小河原1234-5地先で通行止めです。",
      "墨坂南1丁目2番地付近でクマが目撃されました。",
      "市営住宅の募集：日滝団地 3LDK 2戸",
      "旭町、北原町1-5区の収集日です。",
      "カフェ蔵　須坂市本上町45-1　電話026-245-0000",
    ],
  },
};

/** In the same line and close: in brackets behind the name, or before it as どこそこの誰々さん. */
function isBeside(folded: string, person: PersonMention, { start, end }: AddressMention): boolean {
  if (person.form === "unknown") return false;
  const [from, to] = person.end <= start ? [person.end, start] : [end, person.start];
  if (to < from) return person.start < end && start < person.end;
  const between = folded.slice(from, to);
  return between.length <= 24 && !/[。\n]/u.test(between);
}

function isHome(
  folded: string,
  { start, end, hasRoom }: AddressMention,
  person?: PersonMention,
): boolean {
  const lead = folded.slice(Math.max(0, start - 80), start);
  const lines = lead.split("\n");
  const before = (lines.at(-1) ?? "").slice(-40);
  const after = /^[^。\n]*/u.exec(folded.slice(end, end + 40))?.[0] ?? "";
  const clause = before.slice(before.lastIndexOf("。") + 1);
  // 春木町452番地の北村さん宅: nothing makes it a venue.
  if (/^ ?の?[一-鿿ァ-ヺー]{1,6}(?:さん|様|氏)(?:の?お宅|宅|の家|方)/u.test(after)) return true;
  const isAddressed = /(?:送り先|宛先|あて先|届け先|郵送先)[はを:、 ]{0,3}$/u.test(clause);
  if (person && !person.isPublic) return isAddressed || !VENUE.test(clause.slice(-6));
  const isVenue = VENUE.test(clause) || VENUE.test(after);
  if (hasRoom) return !isVenue || /号室の|入居/u.test(after);
  if (HOME.test(clause.slice(-14)) || HOME.test(after.slice(0, 14)))
    return (
      !isVenue ||
      /宅|自宅|住まい|民家|[のな]家(?![族庭計具電賃畜業財屋訓]|畑)/u.test(
        clause.slice(-8) + after.slice(0, 10),
      )
    );
  // The venue's name may stand in the line before: 会場\n須坂市…; a bare address line is mostly that.
  const previous = (lines.at(-2) ?? "").slice(-40);
  // すざか屋 須坂市中町123: what bears the address stands right before it.
  if (BEARER.test(clause)) return false;
  const behind = BEARER_BEHIND.exec(after)?.[1] ?? "";
  if (behind !== "" && surnameAtStart(behind) === "") return false;
  if (
    /^ ?(?:に|へ|宛に)(?:発送|送付|郵送|お届け|お?送り)(?:し|いた|済)(?!て(?:く|い)だ)/u.test(after)
  )
    return true;
  // A postcode alone is where letters to a body go.
  return !isVenue && !VENUE.test(previous) && !/〒/u.test(clause);
}
