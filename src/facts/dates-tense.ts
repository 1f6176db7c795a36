import type { Span } from "./span.ts";

export interface Sentence extends Span {
  /** Something in it is reported as done. */
  isPast: boolean;
  /** Something in it is announced or asked for. */
  isFuture: boolean;
}

const SENTENCE_END = /[。!?\n]/g;
/** UTF-16 units; a text without any stop is cut, so that its length does not count squared. */
const LONGEST_SENTENCE = 400;
const PAST = /ました|でした|だった|行われた|開かれた|していた|前回|前年|去る/;
/** In the past tense by its grammar, and yet an announcement: 12月5日に決まりました. */
const ANNOUNCED =
  /(?:決ま|決定し|な|始め|始ま|開始し|変更し|変わ|延期し|中止し|お?待たせし|作り|作成し|でき|更新し|公開し|掲載し|発表し|設け|設置し|開設し|お知らせし)(?:り|に?致し|いたし)?ました/g;
const FUTURE =
  /募集|受付|受け付け|申込|申し込|締め?切|〆切|(?<!伝え|紹介|報告)します|行います|開きます|なります|予定|ください|お越し|ましょう|(?:日|期[限間]|当日|本番|次回)は/;

function tensesOf(sentence: string): Pick<Sentence, "isPast" | "isFuture"> {
  return { isPast: PAST.test(sentence.replace(ANNOUNCED, "")), isFuture: FUTURE.test(sentence) };
}

/** Answers for positions that only ever move on: the sentence around, and whether it reports or announces. */
export function sentencesOf(folded: string): (position: number) => Sentence {
  let sentence: Sentence = { start: 0, end: 0, isPast: false, isFuture: false };
  return (position) => {
    while (position >= sentence.end && sentence.end < folded.length) {
      const start = sentence.end;
      SENTENCE_END.lastIndex = start;
      const found = SENTENCE_END.exec(folded);
      const end = Math.min(found ? found.index + 1 : folded.length, start + LONGEST_SENTENCE);
      sentence = { start, end, ...tensesOf(folded.slice(start, end)) };
    }
    return sentence;
  };
}
