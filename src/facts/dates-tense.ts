import type { Span } from "./span.ts";

export interface Sentence extends Span {
  tense: "past" | "future" | null;
}

const SENTENCE_END = /[。!?\n]/g;
/** UTF-16 units; a text without any stop is cut, so that its length does not count squared. */
const LONGEST_SENTENCE = 400;
const PAST = /ました|でした|だった|行われた|開かれた|していた/;
const FUTURE =
  /募集|受付|受け付け|申込|申し込|締め?切|〆切|します|行います|開きます|なります|予定|ください|お越し|ましょう/;

function tenseOf(sentence: string): "past" | "future" | null {
  const isPast = PAST.test(sentence);
  const isFuture = FUTURE.test(sentence);
  return isPast === isFuture ? null : isPast ? "past" : "future";
}

/** Answers for positions that only ever move on: the sentence around, and whether it reports or announces. */
export function sentencesOf(folded: string): (position: number) => Sentence {
  let sentence: Sentence = { start: 0, end: 0, tense: null };
  return (position) => {
    while (position >= sentence.end && sentence.end < folded.length) {
      const start = sentence.end;
      SENTENCE_END.lastIndex = start;
      const found = SENTENCE_END.exec(folded);
      const end = Math.min(found ? found.index + 1 : folded.length, start + LONGEST_SENTENCE);
      sentence = { start, end, tense: tenseOf(folded.slice(start, end)) };
    }
    return sentence;
  };
}
