import { type Day, readIso } from "../../facts/calendar.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { chainsOf, type DateChain } from "../../facts/date-chains.ts";
import type { DateMention } from "../../facts/dates.ts";
import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import { type Closure, closureOn, holidayOn, knowsHolidays } from "../../facts/holidays.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Hit, Rule } from "../rule.ts";

const AT = "2026-11-16T10:00:00+09:00";

const NAME =
  "(?:成人の日|建国記念の日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|海の日|山の日|敬老の日|秋分の日|スポーツの日|文化の日|勤労感謝の日)";
/** (火・祝), （祝）, ㊗ right behind the day, or 祝日, 振替休日 or a holiday's name said of it. */
const MARKED = new RegExp(
  `^[ 　]?(?:[(（][日月火水木金土]?(?:曜日?)?[・･/／、, 　]?(?:祝日?|振替?休?日?|振り替え休日|休日|㊗|${NAME})[)）]|[日月火水木金土]?曜?日?[ 　・･]?(?:㊗|祝日(?!の翌|を除|以外|明け))|(?:は|の|が)(?:祝日|国民の祝日|振替休日|休日|${NAME})(?=です|で[、。]|の(?:ため|[火月水木金])|に(?:当た|あた)))`,
  "u",
);
const MARKED_AHEAD = new RegExp(`(?:(?<!翌)祝日|振替休日|${NAME})(?:の|である|、)[ 　]?$`, "u");
const WEEKDAY_AHEAD = /^[ 　]?[(（][日月火水木金土](?:曜日?)?[)）]/u;

/** Where a paper or a person has to go, or who has to be there to answer. */
const OFFICE =
  /窓口|カウンター|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]課(?!題|税|外|程)|(?<![\p{Script=Han}])(?:市|区|町|村)役(?:所|場)|庁舎|支所|保健センター|健康センター|教育委員会|選挙管理委員会|福祉事務所|担当(?:係|まで|者)|(?:広報|庶務|管理|推進|振興|相談)係|持参|お?電話で|電話(?:にて|で|または)|届け出|届出|郵送|必着|FAXで|ファクスで/u;
/** Open on such days, or open by other rules than an office. */
const OTHER_HOUSE =
  /図書館|博物館|美術館|資料館|メセナ|ホール|文化会館|動物園|公民館|体育館|プール|児童館|児童センター|観光(?:協会|案内|施設|物産|センター)|案内所|道の駅|店|商店|協会|会場|スポーツ|コミュニティ|交流館|生涯学習センター|園で|温泉|キャンプ|病院|診療所|医療機関|薬局|郵便局|JA|農協|商工会|コンビニ|実行委員会|事務局|公社|財団|社会福祉協議会|ポスト|回収箱|応募箱|投函/u;
/** Said, so that it is meant: how it works on that very day, or a way that never closes. */
const WORD =
  /土[・･、]?日[・･、]?祝?日?(?:も|は|を|でも)|土日祝|休日(?:も|窓口|受付|開庁|相談|当番|でも|は|を除|急患|夜間|納付)|祝日(?:も|は|でも|を除)|[土日]曜日?(?:も|開庁|窓口|は|でも|相談|納税|受付)|毎日|年中無休|開庁(?:し|日|を)|閉庁|臨時(?:開庁|窓口|受付)|特設|出張|窓口を(?:開|あ)け|時間外|夜間|宿直|日直|当直|警備|守衛|年末年始(?:も|は|の)|消印|オンライン|電子申請|ネット|インターネット|ウェブ|web|Ｗｅｂ|メール|(?<!リ|ユニ|プラット|パ)フォーム(?!ラ)|e-?tax|eLTAX|スマホ|スマートフォン|アプリ|LINE|コンビニ|口座振替|24時間|２４時間|QRコード|二次元コード|リンク|ホームページから|サイトから|Logo|ながの電子|翌(?:開庁|平|営業)日|前倒し|休まず|期日前/iu;
/** Hours of that very day: 午前9時〜正午. */
const HOURS =
  /^.{0,8}?(?:午前|午後)?[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}|時(?:[0-9０-９]{1,2}分|半)?)[ 　]?(?:から|[~〜～\-－–ー])[ 　]?(?:午前|午後|正午|[0-9０-９])/u;
const EVENT =
  /まつり|祭|フェス|フェア|マルシェ|コンサート|公演|上映|講座|教室|体験|ツアー|大会|ウオーク|ウォーク|マラソン|相談会|説明会|講演|セミナー|見学|展(?:覧|示|$|[」』をはがの])|ライトアップ|イルミ|点灯|スタンプラリー|抽選会|朝市|マーケット|検診|健診|接種|献血|訓練|収集|回収|投票|選挙|開館|開園|営業|会期|キャンペーン|つどい|集い|式典|試験日|面接/u;

/** What a day is for the office: the last one, or the one on which the counter serves. */
const DEADLINE_AFTER =
  /^(?:[(（][^()（）\n]{0,8}[)）])?[ 　]?(?:の?(?:午前|午後|正午|夕方|[0-9０-９]{1,2}[:：時])[0-9０-９時分:：半]{0,8})?[ 　]?(?:まで|必着|締め?切|〆切|〆|[をがは]?(?:申請|申し?込み?|提出|応募)?の?(?:期限|締|〆|最終日))/u;
const DEADLINE_BEFORE =
  /(?:締め?切り?日?|〆切り?|期限|納期限?|締切日時|申し?込み?(?:受付)?期間|受付期間|募集期間|提出期間|申請期間)[】〕］\])）]?(?:は|が|：|:|を)?[ 　:：、\n]{0,3}(?:[^\n。]{0,24}(?:から|[~〜～]))?$/u;
const SERVES = /窓口|課(?!題|税|外)|役所|役場|支所|庁舎/u;
const SERVED =
  /お受け|承り|応じ(?:ます|て)|受け?付け|交付|お渡し|受け取|お越し|来庁|手続|届け?出|申請|持参|提出|お持ち|窓口を(?:開|設)|相談(?:を|に)|発行|納め|の交換|引き?換え|配布|配り|貸し?出|返却|窓口(?:で|にて)[^。\n]{0,6}行い/u;
const TO_OFFICE =
  /^(?:[(（][^()（）\n]{0,8}[)）])?(?:の?(?:午前|午後|正午)?[0-9０-９]{0,2}[時:：]?[0-9０-９]{0,2}分?)?までに?[、]?[^。\n、]{0,16}(?:課(?!題|税)|係|窓口|(?:市|町|村)?役(?:所|場)|支所|庁舎)[^。\n、]{0,6}(?:へ|に|まで)/u;
/** From that day on: the first day of a window. */
const OPENS = /^(?:[(（][^()（）\n]{0,8}[)）])?[ 　]?(?:から|より)/u;

/** A holiday that is none, and a deadline or a counter on a day on which the office is closed. */
export const dateHoliday: Rule = {
  id: "date.holiday",
  clause: "5(2)",
  level: "care",
  *check({ facts, draft }) {
    for (const mention of facts.dates) {
      const marked = markedSpan(facts, mention);
      const day = readIso(mention.iso ?? undefined);
      if (!marked || !day || !knowsHolidays(day) || holidayOn(day)) continue;
      if (!isQuotedAsWrong(facts.text, marked)) yield toHolidayHit(marked, day);
    }
    const today = readIso(draft.at);
    const chains = occursIn(OFFICE, facts.text) ? chainsOf(facts.dates) : [];
    for (const chain of chains.slice(0, MOST_JUDGED)) {
      const day = readIso(chain.last.iso ?? undefined);
      const closure = day && closureOn(day);
      // A closed day of years ago is nobody's deadline any more.
      if (!day || !closure || !today || Math.abs(day.year - today.year) > 1) continue;
      const { mention, isWindow } = closedAppointment(facts, chain) ?? {};
      if (mention) yield toClosedHit(mention, day, closure, isWindow ?? false);
    }
  },
  // A date with the wrong weekday is some other day.
  yieldsTo: ["date.weekday", "date.impossible"],
  examples: {
    fires: [
      {
        text: "動物園は11月24日(火・祝)も開園します。",
        draft: { at: AT },
        marks: "11月24日(火・祝)",
      },
      { text: "12月1日（祝）は休館します。", draft: { at: AT }, marks: "12月1日（祝）" },
      {
        text: "申請書は、11月29日(日)までに学校教育課窓口へ提出してください。",
        draft: { at: AT },
        marks: "11月29日(日)",
      },
      { text: "届出は11月23日(月)までに市民課へ。", draft: { at: AT } },
      { text: "提出期限：11月28日（土）\n提出先：学校教育課", draft: { at: AT } },
      { text: "12月30日(水)に市民課の窓口で証明書をお渡しします。", draft: { at: AT } },
    ],
    quiet: [
      { text: "11月23日(月・祝)と9月22日（火・祝）は休館します。", draft: { at: AT } },
      { text: "応募は12月20日(日)当日消印有効です。市民課へ郵送してください。", draft: { at: AT } },
      { text: "申請は12月13日(日)まで、電子申請で受け付けます。", draft: { at: AT } },
      { text: "12月13日(日)午前9時から正午まで、市民課の窓口を開きます。", draft: { at: AT } },
      { text: "休日窓口は12月13日(日)です。", draft: { at: AT } },
      { text: "企画展は12月13日(日)まで、市役所1階で開催します。", draft: { at: AT } },
      { text: "年末年始(12月29日〜1月3日)は窓口をお休みします。", draft: { at: AT } },
    ],
  },
};

/** From the day to the end of its mark as a holiday; null where it has none. */
function markedSpan({ text }: Facts, { start, end, dayAt }: DateMention): Span | null {
  const ahead = MARKED_AHEAD.exec(text.slice(Math.max(0, start - 8), start))?.[0];
  if (ahead) return { start: start - ahead.length, end };
  const rest = text.slice(dayAt.end, end + 14);
  const own = /^[ 　]?日?/u.exec(rest)?.[0] ?? "";
  const weekday = WEEKDAY_AHEAD.exec(rest.slice(own.length))?.[0] ?? "";
  for (const lead of [own, own + weekday]) {
    const mark = MARKED.exec(rest.slice(lead.length))?.[0];
    if (mark) return { start, end: Math.max(end, dayAt.end + lead.length + mark.length) };
  }
  return null;
}

function toHolidayHit(span: Span, { year, month, day }: Day): Hit {
  return {
    ...span,
    message: {
      key: "date_holiday",
      args: [String(year), String(month), String(day)],
    },
  };
}

interface Appointment {
  mention: Span;
  isWindow: boolean;
}

/** Where the office would have to be open on the last day of this chain, and nothing is said of it. */
function closedAppointment(facts: Facts, chain: DateChain): Appointment | null {
  const { text, sentences, quotations } = facts;
  if (spanAt(quotations, chain.start) || isQuotedAsWrong(text, chain)) return null;
  const sentence = spanAt(sentences, chain.start) ?? { start: 0, end: text.length };
  // What is said of a day begins behind the day before it: 2月10日に教室を、翌11日は窓口で….
  const last = facts.dates.findLast(({ end }) => end <= chain.start)?.end ?? 0;
  const before = text.slice(Math.max(sentence.start, last, chain.start - 60), chain.start);
  const after = text.slice(chain.end, Math.min(sentence.end, chain.end + 60));
  const around = before + after;
  const lead = text.slice(Math.max(0, chain.start - 40), chain.start);
  const mention = { start: chain.start, end: chain.end };
  const isDeadline = DEADLINE_AFTER.test(after) || DEADLINE_BEFORE.test(lead);
  // A list's details stand in the lines around, a prose post's in the sentence.
  const scope = isDeadline ? neighbourhood(text, chain) : around;
  if (WORD.test(scope) || HOURS.test(after)) return null;
  if (/ました|終了しました|休み|休業|閉じ|閉庁|休止|停止|お休み/u.test(after)) return null;
  if (isDeadline) {
    // 28日(土)までに生涯学習推進課へ: nothing else in the post says it better.
    if (TO_OFFICE.test(after)) return { mention, isWindow: false };
    if (OTHER_HOUSE.test(around)) return null;
    const isOffice = OFFICE.test(scope) && !OTHER_HOUSE.test(scope);
    const isPaper = /申し?込|応募|申請|提出|届|納期|納付|締切|〆切|期限|必着|受け?付|募集/u.test(
      lead.slice(-24) + after,
    );
    const isEvent =
      EVENT.test(around) &&
      !/(?:課|係|窓口)[^。\n]{0,4}(?:へ|に|まで)|電話/u.test(after) &&
      !/申し?込|応募|申請|提出|届|必着|締切|期限/u.test(around);
    return isOffice && (isPaper || SERVES.test(after)) && !isEvent
      ? { mention, isWindow: false }
      : null;
  }
  if (OTHER_HOUSE.test(around) || EVENT.test(around) || chain.isRange) return null;
  const isServed = SERVES.test(around) && SERVED.test(around);
  const isOpening =
    OPENS.test(after) &&
    OFFICE.test(around) &&
    /受け?付|申し?込|募集|交換|配布|販売|貸し?出|手続|届け?出|申請|行い|始め|始まり/u.test(around);
  return isServed || isOpening ? { mention, isWindow: true } : null;
}

/** Days; more than any post names, and few enough to look around each. */
const MOST_JUDGED = 200;
/** Characters around; a post's details are near its deadline. */
const NEIGHBOURHOOD = 120;

function neighbourhood(text: string, { start, end }: Span): string {
  return text.slice(Math.max(0, start - NEIGHBOURHOOD), end + NEIGHBOURHOOD);
}

function toClosedHit(span: Span, { month, day }: Day, closure: Closure, isWindow: boolean): Hit {
  const kind = isWindow ? "window" : "deadline";
  return {
    ...span,
    message: { key: `date_holiday_${kind}_${closure}`, args: [String(month), String(day)] },
  };
}
