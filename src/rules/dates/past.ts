import { type Day, dayNumber, readIso } from "../../facts/calendar.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { chainsOf, type DateChain } from "../../facts/date-chains.ts";
import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

const AT = "2026-11-20T10:00:00+09:00";

/** Days: what a typed year may be off; older days are history. */
const LONGEST_AGO = 400;
/** Days that a stale post lags behind. */
const LONGEST_STALE = 45;
/** Days: nobody asks for something nine months ahead. */
const LONGEST_DEADLINE = 90;
/** Characters; as far as a predicate stands from its day. */
const REACH = 80;

/** What a day is announced for: it takes place, is received, closed, to be attended. */
const ANNOUNCES =
  /開催|開[きくか](?!まし|た)|行[いうわ]|実施|催[しす]|募集|受け?付|申し?込|応募|締め?切|〆切|必着|期限|提出|開講|開演|開場|開始|開会|始ま|始め|スタート|オープン|販売|発売|配布|配[りる]|お越し|ご?参加|出店|放送|配信|上映|公演|講演|予約|休館|休業|休園|休校|お休み|休止|運休|停電|断水|通行止|規制|工事|収集|回収|納付|納期|投票|点灯|お待ち|お願い|ください|届け出|集合|出発|上演|登場|見学|観覧|手続|縦覧|閲覧|開館|開園|最終日|予定|引き?換え?|(?:会|展|祭|まつり|教室|講座|式|競技|授業|試合|市)[^。\n]{0,4}があります/u;
/** The slot that a day fills, before it: 日時, 締切は, 期間：. */
const SLOT =
  /(?:日時|日にち|日取り|と[ 　]?き|期日|(?<!記念|誕生|発行|命|祝|作成|更新|撮影)日(?=は)|日[ 　]?程|開催日|実施日|期[ 　]?間|会期|締め?切り?日?|〆切|期限|納期|投票日|申し?込み?|応募|提出|受付|募集|開催|場所と日時|次回(?:の[^。\n、]{1,12})?)(?:り|み|期間|日時|終了日|最終日)?(?:[(（][^()（）\n]{0,12}[)）])?(?:は|が|も|を)?[】〕］\]>＞〉》)）]?[ 　:：、/／\n]{0,3}$/u;
/** Behind the day: nothing but a time, a place, an end. */
const BARE = /^[ 　、]?(?:午前|午後|正午|AM|PM|[0-9０-９]{1,2}[:：時])/iu;
const ENDS =
  /^(?:の?(?:午前|午後)?[0-9０-９]{0,2}[時:：]?[0-9０-９]{0,2}分?)?[ 　]?まで(?:です|となります|になります|と(?:なって|し)(?:い|お)|、|。|!|！|$)/u;
const ENDING =
  /期間|会期|受付|申し?込|募集|応募|締切|展|開催|上映|点灯|ライトアップ|公開|休館|実施|運行|営業/u;

/** Said of a beginning that is still to come: 10月5日から受け付けます; not of one that goes on. */
const BEGINS =
  /^[^。\n]{0,24}?(?:受け?付け(?:ます|開始)|受付(?:し|いたし|を(?:開始し|始め|行い))ます|受付(?:を)?(?:開始|スタート)(?!し(?:て|まし))|募集(?:し|いたし|を(?:開始し|始め|行い))ます|(?:始め|始まり|開始し|開始いたし|スタートし|オープンし|発売し|販売し|配布し|配り|公開し|開設し|運行し|開催し|実施し|行い|開き)ます|(?:開始|スタート|オープン|発売|開催)(?:です|予定|[！!]|$))/u;
/** What opens is announced weeks before, no months. */
const RECEPTION = /受け?付|募集|申し?込|予約|応募|登録|販売|発売|配布/u;
const NEXT_YEAR =
  /来(?:年|季|期|春|夏|秋|冬|シーズン|場所)|翌年|次年度|新年度|次の(?:シーズン|大会)/u;
/** Said of a day that is still to come: 来たる11月3日, 明日11月21日. */
const COMING_BEFORE =
  /(?:来たる|来る|きたる|明日|あした|明後日|あさって|次の|(?:今度|来週|今週)の?[土日月火水木金](?:曜日?)?|今週末|来週末)[、の 　]?[（(]?$/u;
const STILL =
  /^まで[、]?に?(?:延長|延期)|^(?:の|に)?[ 　]?(?:締め?切り?|〆切|必着|開催|開講)の[^。\n]{0,24}(?:まだ間に合|受付中|募集中|お申し込み|ご応募|お待ちして)/u;
/** A day that is the whole of the announcement: 11月15日は市民マラソン! */
const IS_THE_DAY = /^は(?!休館|お休み)[^。\n、]{2,16}[！!]/u;
const INVITES =
  /ましょう|[しもこそぼとろ]よ?う(?=[！!。]|$)|ください|お越し|来て|お待ち|参加|応援/u;

/** Told as done, or done away with. */
const DONE =
  /ました|でした|だった|ていた|(?:さ|わ|か|ら)れた|終了(?!し?ます|いたし|予定|時間)|終え|終わ(?:り|って|っ)|閉幕|閉会|締め?切(?:って|り、|りと)|中止|延期|順延|変更|振り?替|繰り?[上下延]|訂正|誤|お詫び|結果|報告|様子|模様|写真|記録|議事録|会議録|録画|アーカイブ|過ぎ|過ぎた|から[0-9０-９一二三四五六七八九十]{1,3}年|周年|発生|目撃|死亡|可決|議決|施行|制定|公布|生まれ/u;
const ATTRIBUTIVE =
  /^[ 　]?(?:オープン|開業|発売|公開|開設|開通|開始)の|^[^、。\n]{0,24}(?:した|された|いた|った|んだ|れた|えた|きた|けた|めた|あった)(?=[\p{Script=Han}\p{Script=Katakana}「『こもひ])/u;
/** Right behind the day: a state of things, an issue, a bound, a beginning that goes on. */
const NO_APPOINTMENT =
  /^(?:[^\n。、]{0,12}(?:現在|時点|更新|掲載|発行|投稿|生まれ|以降|以後|以前|撮影|作成|調べ|集計|施行|改正|改定)|[ 　）)]{0,2}(?:付(?!近)|号|の?配信分|の?放送分|前後|(?:午前|午後|朝|昼|夕方|夜)?[0-9０-９]{0,2}[時:：]?[0-9０-９]{0,2}分?[ 　]?(?:ごろ|頃)|より(?!夜|朝)|に続|に引き続))/u;
const OPEN_START = /^[ 　]?(?:から|より|以降|[~〜～](?![ 　]?[0-9０-９]))/u;
const BEFORE_DONE =
  /(?:昨年|去年|前年|前回|一昨年|去る|先日|昨日|おととい|発行|創立|生年月日|基準日)の?[（(:： 　はに、]{0,2}$/u;
/** Elsewhere in the post: all of it reports, so that a bare day is when it was. */
const REPORT =
  /(?:開催|実施|開か?|行い|行わ|開き|終了|閉幕|開会|参加|来場|出席|訪れ|集ま|楽し|にぎわ)[^。\n]{0,8}ました|ありがとうございました|でした[。！!]|中止|延期|目撃|発生/u;

/** A day that is over, in a post that invites, receives or announces. */
export const datePast: Rule = {
  id: "date.past",
  clause: "5(2)",
  level: "care",
  *check({ facts, draft }) {
    const today = readIso(draft.at);
    if (!today) return;
    const chains = chainsOf(facts.dates);
    const post = readPost(facts.text, chains, today);
    for (const chain of chains) {
      if (!isOver(chain, today) || isQuotedAsWrong(facts.text, chain)) continue;
      if (isOneOfMany(facts.text, chain, post)) continue;
      if (!isAnnounced(facts, chain, post, today)) continue;
      const { start, end } = chain;
      const { year, month, day } = chain.last;
      yield {
        start,
        end,
        message: { key: "date_past", args: [String(year), String(month), String(day)] },
      };
    }
  },
  // Where the weekday tells that another day was meant, that is the slip to mend.
  yieldsTo: ["date.weekday", "date.impossible"],
  examples: {
    fires: [
      {
        text: "菊花展を11月3日(火)から8日(日)まで開催します。",
        draft: { at: AT },
        marks: "11月3日(火)から8日(日)",
      },
      {
        text: "入居者を募集しています。申込締切は10月30日(金)です。",
        draft: { at: AT },
        marks: "10月30日(金)",
      },
      {
        text: "【参加者募集】\n日時 11月14日(土)午前10時\n定員 20人",
        draft: { at: AT },
        marks: "11月14日(土)",
      },
      {
        text: "2025年12月6日(土)に講演会を開きます。",
        draft: { at: AT },
        marks: "2025年12月6日(土)",
      },
      {
        text: "応募は10月31日までに電子申請でお願いします。",
        draft: { at: AT },
        marks: "10月31日",
      },
      { text: "11月12日(木)午後1時から3時まで断水します。", draft: { at: AT } },
      { text: "11月9日(月)から参加者の申込を受け付けます。", draft: { at: AT } },
      { text: "次回の献血は11月2日(月)です。", draft: { at: AT } },
    ],
    quiet: [
      {
        text: "11月3日(火・祝)に表彰式を開催しました。募集は10月9日(金)で終了しています。",
        draft: { at: AT },
      },
      { text: "11月3日(火)から写真展を開催中です。12月6日(日)まで。", draft: { at: AT } },
      { text: "11月15日(日)に予定していた朝市は、22日(日)に開きます。", draft: { at: AT } },
      {
        text: "令和7年4月2日以降に生まれたお子さんが対象です。申請を受け付けています。",
        draft: { at: AT },
      },
      { text: "11月7日、14日、28日に教室を開きます。", draft: { at: AT } },
      { text: "10月15日に送付した通知書をお持ちください。", draft: { at: AT } },
      { text: "11月1日現在の待機児童は0人です。入園の申込を受け付けています。", draft: { at: AT } },
    ],
  },
};

function isOver({ mentions, last }: DateChain, today: Day): boolean {
  const end = readIso(last.iso ?? undefined);
  if (!end) return false;
  const ago = dayNumber(today) - dayNumber(end);
  if (ago <= 0 || ago > LONGEST_AGO) return false;
  return mentions.every(({ iso }) => {
    const day = readIso(iso ?? undefined);
    return !day || dayNumber(day) < dayNumber(today);
  });
}

/** A day of two months ago, with no weekday, comes again before anyone forgets to take a post along. */
function isRatherNextYear({ last, mentions }: DateChain, today: Day, longest: number): boolean {
  const end = readIso(last.iso ?? undefined);
  const ago = end ? dayNumber(today) - dayNumber(end) : 0;
  return ago > longest && mentions.every(({ hasYear, weekday }) => !hasYear && !weekday);
}

function longestOf(before: string, after: string, isOpen: boolean): number {
  if (NEXT_YEAR.test(before)) return 0;
  if (isOpen) return RECEPTION.test(after.slice(0, 24)) ? LONGEST_DEADLINE : LONGEST_STALE / 2;
  return /^までに?/u.test(after) ? LONGEST_DEADLINE : LONGEST_STALE;
}

/** What the whole post says, read once. */
interface Post {
  /** All of it reports, so that a bare day is when it was. */
  isReport: boolean;
  isAnnouncement: boolean;
  /** A day still to come stands in a line of its own. */
  hasComingLine: boolean;
  /** 全4回: its days are one series, and one of them is still to come. */
  isComingSeries: boolean;
}

function readPost(text: string, chains: readonly DateChain[], today: Day): Post {
  const coming = chains.filter(({ last }) => {
    const day = readIso(last.iso ?? undefined);
    return day !== null && dayNumber(day) >= dayNumber(today);
  });
  return {
    isReport: occursIn(REPORT, text),
    isAnnouncement: occursIn(ANNOUNCES, text),
    hasComingLine: coming.some((chain) => isHeadOfLine(text, chain)),
    isComingSeries: coming.length > 0 && /(?:全|計)[0-9０-９]{1,2}回/u.test(text),
  };
}

/** One line of a series whose other lines are still to come. */
function isOneOfMany(text: string, chain: DateChain, post: Post): boolean {
  return post.isComingSeries || (post.hasComingLine && isHeadOfLine(text, chain));
}

/** Before the day there is no more in its line than a bullet or a number. */
function isHeadOfLine(text: string, { start }: DateChain): boolean {
  const near = text.slice(Math.max(0, start - 12), start);
  const line = near.slice(near.lastIndexOf("\n") + 1);
  return /^(?:[^\p{L}]|第[0-9０-９一二三四五六]{1,2}[回部]){0,8}$/u.test(line);
}

function isAnnounced(
  { text, sentences, quotations }: Facts,
  chain: DateChain,
  { isReport, isAnnouncement }: Post,
  today: Day,
): boolean {
  if (spanAt(quotations, chain.start)) return false;
  const sentence = spanAt(sentences, chain.start) ?? { start: 0, end: text.length };
  const before = text.slice(Math.max(sentence.start, chain.start - REACH), chain.start);
  const after = text.slice(chain.end, Math.min(sentence.end, chain.end + REACH));
  if (BEFORE_DONE.test(before) || NO_APPOINTMENT.test(after.slice(0, 20))) return false;
  // 11月6日まで延長しました, 10月30日締切の…まだ間に合います: said as if the day were to come.
  if (STILL.test(after)) return true;
  if (DONE.test(after) || ATTRIBUTIVE.test(after)) return false;
  const isOpen = !chain.isRange && OPEN_START.test(after);
  if (isOpen && !BEGINS.test(after)) return false;
  const lead = text.slice(Math.max(0, chain.start - 24), chain.start);
  if (SLOT.test(lead)) return !isReport || /締め?切|〆切|期限|までに/u.test(lead + after);
  if (COMING_BEFORE.test(before)) return true;
  if (isRatherNextYear(chain, today, longestOf(before, after, isOpen))) return false;
  // 11月3日の表彰式…: the day belongs to a noun, which something may be said of now.
  const ofTheDay = after.replace(
    /^の(?:夜|朝|昼|晩|夕方|午前中?|午後|日中|当日)(?=[はにも、])/u,
    "",
  );
  if (IS_THE_DAY.test(ofTheDay)) return !isReport && INVITES.test(text);
  // の午後2時に集合: the hour is the day's own.
  const isOfNoun =
    /^(?:まで)?の(?!間|期間|(?:午前|午後|正午|朝|昼|夕方|夜)?[ 　]?[0-9０-９]{1,2}[時:：])/u.test(
      after,
    );
  if (isOfNoun)
    return !isReport && /開催|行い|実施|募集|申し?込|お越し|参加|予定|予約|受け?付/u.test(after);
  if (ENDS.test(after)) {
    const context = text.slice(Math.max(0, sentence.start - REACH), chain.start) + after;
    return !isReport && (ENDING.test(context) || ANNOUNCES.test(context));
  }
  if (ANNOUNCES.test(after)) return !isReport || /(?:ます|ください|募集)/u.test(after);
  return !isReport && BARE.test(after) && isAnnouncement;
}
