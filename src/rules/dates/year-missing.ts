import { type Day, dayNumber, readIso } from "../../facts/calendar.ts";
import { chainsOf, type DateChain } from "../../facts/date-chains.ts";
import type { DateMention } from "../../facts/dates.ts";
import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

const AT = "2026-11-24T10:00:00+09:00";

const TEN_MONTHS = 304;
/** Days since it was; longer ago it is taken for history. */
const LONGEST_PASSED = 250;
/** Days: with its weekday, or with January near, a reader does not think twice. */
const NEAR_WITH_WEEKDAY = 42;
const NEAR = 30;
const ANNOUNCES =
  /開|行[いうわ]|実施|催|募集|受け?付|申し?込|応募|締め?切|〆切|必着|期限|提出|始ま|始め|スタート|販売|配布|お越し|参加|放送|公演|講演|予約|休[館業園校止み]|停電|断水|通行止|工事|収集|納|投票|点灯|ください|ます|です|まで|から|予定|期間|日時|とき/u;
/** Of a day that has passed: plainly still to come, and no state that began then and lasts. */
const COMING =
  /(?:開催|実施|開始|スタート|オープン|募集|販売)(?:し|いたし)ます|(?:開き|行い|始まり|始め|開か|行わ)(?:れ)?ます|予定|(?:から|より)[^。\n]{0,24}(?:変わり|なり|改め|(?:改定|値上げ|引き上げ|廃止|変更|導入|延長|拡大|実施|再開|休止|統合|移転|施行)(?:し|され|いたし|となり))ます|(?:入学|入園|閉館|閉校|閉園|終了|廃止|改定|施行|統合|移転|開館|開園|開校|完成|開通)(?:し|となり|され|いたし)ます|予約|募集(?:中|し)|受け?付けて|申し?込みを|お越し|ご?参加ください|まで(?:に)?[^。\n、]{0,14}(?:使え|利用でき|ご利用|有効|受け(?:られ|付け)|楽しめ|見られ|申し?込め|続き|できます|です)|に(?:決ま|決定)|(?:本番|当日|期限|締め?切り?|有効期限|会期|任期|期間)は|(?:使え|利用でき|申し?込め|受けられ)ます|お待ち|ください/u;
const DONE = /ました|でした|だった|ていた|された|現在|時点|生まれ|以降に|付け?の|昨年|去年/u;
/** The turn of the year is said, so that the year is. */
const SAID = /来年(?!度)|翌年|明年|再来年|年またぎ|年をまた/u;
/** The same of what its sentence says: who goes to school 来春 may visit it in January. */
const SAID_OF_IT = /新年(?!度会)|年明け|年始|正月|年越し|初詣|来春/u;

/** A day of another year without its year: the post stays, and next year it names a day again. */
export const dateYearMissing: Rule = {
  id: "date.year-missing",
  clause: "5(2)",
  level: "hint",
  *check({ facts, draft }) {
    const today = readIso(draft.at);
    if (!today || occursIn(SAID, facts.text)) return;
    const isYearSaid = yearsSaidIn(facts.text);
    for (const chain of chainsOf(facts.dates)) {
      for (const mention of chain.mentions) {
        const day = meantDay(mention, today);
        if (!day || !isFarOrNextYear(mention, day, today)) continue;
        const isPassed = day.year !== mention.year;
        if (isYearSaid(day.year) || !isAnnounced(facts, chain, mention, isPassed)) continue;
        const { start, end, text } = mention;
        yield { start, end, message: { key: "date_year_missing", args: [text, String(day.year)] } };
        return;
      }
    }
  },
  // A deadline that has passed is a slip, and that is said.
  yieldsTo: ["date.past", "date.weekday", "date.impossible"],
  examples: {
    fires: [
      { text: "大会は9月30日から開催します。", draft: { at: AT }, marks: "9月30日" },
      {
        text: "市民農園の利用者を募集します。期間は4月1日から11月30日まで。",
        draft: { at: AT },
        marks: "4月1日",
      },
      { text: "3月14日に閉館します。", draft: { at: AT }, marks: "3月14日" },
      { text: "講座は4月8日(木)に始まります。", draft: { at: AT }, marks: "4月8日(木)" },
      { text: "奨学生の募集は2月11日からです。", draft: { at: AT }, marks: "2月11日" },
    ],
    quiet: [
      { text: "期間は令和9年4月1日から11月30日まで。募集は12月11日まで。", draft: { at: AT } },
      { text: "来年4月1日に開館します。", draft: { at: AT } },
      { text: "企画展は2027年1月31日まで。講演会は2月28日です。", draft: { at: AT } },
      { text: "年末年始は12月29日から1月3日までお休みします。", draft: { at: AT } },
      { text: "出初式を1月4日(月)に行います。", draft: { at: AT } },
      { text: "11月3日に表彰式を開催しました。", draft: { at: AT } },
    ],
  },
};

/** The day that an announcement must mean: one that has just passed comes again next year. */
function meantDay(first: DateMention, today: Day): Day | null {
  const day = readIso(first.iso ?? undefined);
  if (!day || first.hasYear) return null;
  const ahead = dayNumber(day) - dayNumber(today);
  if (ahead >= 0) return day;
  return ahead > -LONGEST_PASSED && !first.weekday ? { ...day, year: day.year + 1 } : null;
}

function isFarOrNextYear(first: DateMention, day: Day, today: Day): boolean {
  const ahead = dayNumber(day) - dayNumber(today);
  if (ahead > TEN_MONTHS) return true;
  return day.year > today.year && ahead > (first.weekday ? NEAR_WITH_WEEKDAY : NEAR);
}

/** Answers for each year once; a post of many days asks about few years. */
function yearsSaidIn(text: string): (year: number) => boolean {
  const words = text.normalize("NFKC");
  const said = new Map<number, boolean>();
  return (year) => {
    const era = year - 2018;
    const forms = [`${year}`, `令和${era}`, `令和${era - 1}年度`, `R${era}.`, `R${era}年`];
    const answer = said.get(year) ?? forms.some((form) => words.includes(form));
    said.set(year, answer);
    return answer;
  };
}

function isAnnounced(
  { text, sentences, quotations }: Facts,
  { start, end }: DateChain,
  { weekday }: DateMention,
  isPassed: boolean,
): boolean {
  if (spanAt(quotations, start)) return false;
  const sentence = spanAt(sentences, start) ?? { start: 0, end: text.length };
  const words = text.slice(Math.max(sentence.start, start - 60), Math.min(sentence.end, end + 60));
  if (SAID_OF_IT.test(words)) return false;
  // 公演は11月7日に決まりました: past by its grammar alone.
  const told = words.replace(/に(?:決ま|決定)(?:り|し|いたし)+ました/gu, "");
  if (DONE.test(told) || /^は[^。\n]{0,20}の日(?:です|。|！|$)/u.test(text.slice(end, end + 28)))
    return false;
  const lead = text.slice(Math.max(0, start - 60), start);
  if (isPassed) return COMING.test(words) || /募集し(?:ます|て|、)|募集(?:中|！|!)/u.test(lead);
  // スキー教室参加者募集！2月6日、峰の原高原。
  return weekday !== null || ANNOUNCES.test(words) || ANNOUNCES.test(lead);
}
