import type { Facts } from "../../facts/facts.ts";
import { matchesOf, mayMatch, occursIn } from "../../facts/gate.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import { findTimes } from "../../facts/times.ts";
import type { Rule } from "../rule.ts";

/** An order that is given, or a shelter that is opened. */
// Bounded: read on a sentence of at most 400 units.
const ISSUED =
  /(?:避難指示|高齢者等避難|緊急安全確保|避難情報|避難勧告)[」』】）)]?(?:（[^）\n]{0,12}）)?(?:を|が|の?)?[^。\n]{0,14}?(?:発令(?:し|され|中|$|。|[！!]|しま)|出し(?!方)|出され|出てい|継続)|(?:自主)?(?:避難所|避難場所|福祉避難所|一時(?:滞在|避難)(?:施設|場所)|避難施設|収容施設|緊急避難場所|避難スペース|待避所)[」』】）)]?(?![にでへ]|の(?![開設]))(?:を|が|の)?[^。\n]{0,16}?(?:開設(?:し|され|中|$|。|[！!])|開[きけ](?:ま|、|て)|開いて|開放し|設け|設置し|増設し|用意し|準備し|受け入れ)|【[^】\n]{0,10}(?:避難指示|高齢者等避難|緊急安全確保|避難所)[^】\n]{0,4}(?:発令|開設|開放)[^】\n]{0,3}】/u;
/** The order as a heading of its own, and the readers told to leave: 【避難指示】…全員避難してください. */
const HEADED =
  /^[^\p{L}\p{N}\n]{0,3}(?:(?:警戒)?レベル[ 　]?[345３４５][ 　]?)?(?:避難指示|高齢者等避難|緊急安全確保)[ 　]?(?:[」』】）)！!。]|$)/mu;
const LEAVE =
  /避難(?:して(?:ください|下さい)|を(?:開始|始め)|してくださ)|(?:全員|すぐに|直ちに|ただちに|いますぐ|今すぐ)[^。\n]{0,6}避難|命を守/u;

/** What may happen, what to do when it does, what is taught, planned, over. */
const NOT_NOW =
  /(?:発令|開設|発表|開放)(?:され|し)?(?:た(?:ら|場合|とき|時|際)|る(?:場合|とき|時|際|と|前|こと|可能性|おそれ|恐れ|見込|基準|予定)|れば|れた(?:ら|場合|とき|時|際)|れる(?:場合|とき|時|際|と|前|こと|可能性|おそれ|恐れ|見込|予定))|(?:発令|開設|避難(?:指示|所))[^。\n]{0,10}(?:可能性|おそれ|恐れ)|検討|見込み|基準|訓練|想定|備え|演習|図上|講座|ゲーム|研修|解除|閉鎖|閉所|終了|取り下げ|発令される(?:避難)?(?:情報|もの|のは)|予定です|廃止|昨年|令和元年|平成|当時|過去|振り返|教訓|検証|した際|これまで|マニュアル|運営|受付方法|ことがあります|まだ(?:発令|開設)|ていません|しません|されません|ありません|の(?:種類|違い|意味)|とは[、,]/u;
/** Named ground: a town, a district, a river's side, a school, a hall; or all of the city. */
const PLACE =
  /(?:[\p{Script=Han}\p{Script=Katakana}ヶケ]{1,8}(?:町|村|地区|地域|区(?!域|分)|区域(?=の)|丁目|小学校|中学校|高校|学校|体育館|公民館|会館|集会所|コミュニティ|支所|出張所|ホール|沿い|流域|川の|団地|自治会|校区|学区|保育園|幼稚園|児童センター|文化センター|センター|アリーナ|ドーム|公園|寺|神社)|(?<!お住まいの)(?:市内|町内|村内)?全域|市内全[域地]|全市|全世帯|(?<!お)[\p{Script=Han}]{1,4}(?:小|中)(?![\p{Script=Han}]))/gu;
/** Of these words no reader learns where. */
const NO_PLACE =
  /^(?:対象(?:地区|地域|区域|町)|危険(?:地域|区域|な区域)|該当(?:地区|地域|区域|町)|各(?:地区|地域|区|町|学校|公民館|支所)|指定(?:地域|区域)|周辺(?:地域|地区)|被災(?:地域|地区)|警戒(?:区域|地域)|土砂災害警戒(?:区域|地域)|浸水(?:想定)?(?:区域|地域)|一部(?:地域|地区)|次(?:の)?(?:地区|地域)|市内(?:の)?(?:一部)?(?:地区|地域)|地(?:区|域)|避難地区|全地区?センター|災害対策センター|防災センター)/u;
/** Where the rest stands. */
const FULL_TEXT =
  /続報|全文|一覧|詳し|くわし|詳細|最新|更新|確認|ご覧|こちら|ホームページ|サイト|アプリ|ページ/u;

/** An order to leave or an open shelter, told without where or since when. */
export const factAlertSlots: Rule = {
  id: "fact.alert-slots",
  clause: "5(2)",
  level: "care",
  *check({ facts, draft }) {
    const issued = findIssued(facts);
    if (!issued) return;
    if (facts.links.length > 0 && occursIn(FULL_TEXT, facts.text)) return;
    // An alternative text is read, too: a list of shelters is often a picture.
    const told = [facts.text, ...draft.media.map(({ alt }) => alt ?? "")].join("\n");
    const hasPlace = namesPlace(told);
    const hasTime = findTimes(told).length > 0 || facts.dates.length > 0;
    if (hasPlace && hasTime) return;
    const key = hasPlace
      ? "fact_alert_slots_time"
      : hasTime
        ? "fact_alert_slots_place"
        : "fact_alert_slots";
    yield { ...issued, message: { key } };
  },
  yieldsTo: ["fact.test-post"],
  examples: {
    fires: [
      { text: "避難所を開設しました。不安な方は避難してください。", marks: "避難所を開設し" },
      {
        text: "警戒レベル4避難指示を発令しました。全員避難してください。",
        marks: "避難指示を発令し",
      },
      { text: "仁礼地区に高齢者等避難を発令しました。", marks: "高齢者等避難を発令し" },
      { text: "午後8時、避難所を開設しました。飲み物をお持ちください。" },
      { text: "【避難指示発令】危険な場所から全員避難！", marks: "【避難指示発令】" },
      { text: "土砂災害のおそれが高まったため、避難指示を出しました。" },
      { text: "一時避難所をご用意しました。毛布もあります。" },
      { text: "【避難指示】危険な場所にいる方は全員避難してください。", marks: "【避難指示】" },
    ],
    quiet: [
      "7月9日午後5時30分、北部体育館に避難所を開設しました。",
      "21時15分、仁礼町に避難指示を発令しました。",
      "避難指示が発令されたら、速やかに避難しましょう。",
      "避難所を開設する場合は、防災アプリでお知らせします。",
      "井上地区の避難指示を解除しました。",
      "避難情報の出し方が変わりました。避難所に発電機を設置しました。",
      "【続報】避難所の一覧を更新しました。開設中の避難所は市ホームページで。 https://www.city.example.jp/a",
    ],
  },
};

function findIssued({ text, sentences, quotations }: Facts): Span | null {
  if (!mayMatch(ISSUED, text)) return null;
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
    const match = ISSUED.exec(words);
    if (!match || NOT_NOW.test(words)) continue;
    const start = sentence.start + match.index;
    if (spanAt(quotations, start)) continue;
    return { start, end: start + match[0].length };
  }
  const heading = HEADED.exec(text);
  if (!heading || !LEAVE.test(text) || NOT_NOW.test(text)) return null;
  return { start: heading.index, end: heading.index + heading[0].length };
}

function namesPlace(text: string): boolean {
  for (const [words] of matchesOf(PLACE, text)) if (!NO_PLACE.test(words)) return true;
  return false;
}
