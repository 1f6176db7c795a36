import type { Span } from "./span.ts";
import { spanAt } from "./span.ts";

/** The words right before and behind a word in its sentence, and the quotation around it. */
export interface Surroundings {
  before: string;
  after: string;
  /** null where the word is not quoted. */
  quotation: Span | null;
}

interface Read {
  text: string;
  sentences: readonly Span[];
  quotations: readonly Span[];
}

/** As far as grammar reaches; it also keeps the walk linear on a text that is one endless sentence. */
const REACH = 80;

export function surroundingsOf({ text, sentences, quotations }: Read, word: Span): Surroundings {
  const sentence = spanAt(sentences, word.start) ?? { start: 0, end: text.length };
  return {
    before: text.slice(Math.max(sentence.start, word.start - REACH), word.start),
    after: text.slice(word.end, Math.max(word.end, Math.min(sentence.end, word.end + REACH))),
    quotation: spanAt(quotations, word.start) ?? null,
  };
}

/** Judges each sentence at most once, however many words ask about it. */
export function bySentence(
  { text, sentences }: Read,
  judge: (sentence: string) => boolean,
): (word: Span) => boolean {
  const judged = new Map<Span, boolean>();
  return (word) => {
    const sentence = spanAt(sentences, word.start);
    if (!sentence) return false;
    let verdict = judged.get(sentence);
    if (verdict === undefined) {
      verdict = judge(text.slice(sentence.start, sentence.end));
      judged.set(sentence, verdict);
    }
    return verdict;
  };
}

/** Fraud told of, so that blanked names and false claims are examples. */
export function isFraudWarning(text: string): boolean {
  return /詐欺|サギ|不審|偽(?:サイト|メール|物|の|電話|SMS|警察|職員)|ニセ|にせ(?:の|電話)|なりすま|(?:を|と)かた[りるっ]|騙[るりっ]|名乗[るりっ]|装[いうっ]|(?<!勝)手口|還付金|フィッシング|だまさ|だまし取|騙さ|悪質商法|点検商法|押し買い|闇バイト|架空請求|迷惑メール|迷惑電話|国際電話/u.test(
    text,
  );
}

/** A sentence about words themselves: what they are called, or that they are not to be said. */
export function isAboutWords(text: string): boolean {
  return /言い換え|言いかえ|用語|呼び名|呼び方|呼称|改称|と呼(?:ば|び|ん)|(?:名称|名前|言葉|表現|表記)(?:が|を|は|も)(?:変|改|見直|使わ)|不適切な(?:言葉|表現)|(?:という|といった|などの)(?:言葉|表現|語|名称|呼び名)|から「?[^」\n]{1,12}」?(?:に|へ)(?:名称|名前|改|変わ)/u.test(
    text,
  );
}

/** A sentence about former times, where the words of those times are history. */
export function isHistory(text: string): boolean {
  return /明治|大正|昭和|戦前|戦時|戦中|戦後|江戸|室町|鎌倉時代|平安|幕末|維新|時代|世紀|当時|かつて|むかし|昔|史料|古文書|郷土史|市誌|市史|旧[・「『陸海制国藩家]|前身|開国|居留地|大奥|武家|城主|丁稚|年季奉公|座頭|遊郭|遊女|大名|宿場|年貢|身分制|一揆|俳人|開拓時代|従軍|記録写真|古写真|写真で(?:たど|振り返)|企画展|資料館|生誕\d|没後|ゆかりの|足跡をたど|18\d\d年|19[0-8]\d年/u.test(
    text,
  );
}

/** A tale, a play or a figure of one, where the words are the work's. */
export function isTale(text: string): boolean {
  return /昔話|昔ばなし|民話|伝説|怪談|童話|説話|落語|狂言|能楽|歌舞伎|浄瑠璃|人形劇|戯曲|オペラ|オペレッタ|小説|地蔵|能面|鬼婆|山姥/u.test(
    text,
  );
}

/** A sentence about a film, a book or a play: what it says of people is said of its figures. */
export function isWork(text: string): boolean {
  return /主人公|時代劇|登場人物|主役|主演|上映|上演|映画|絵本|物語|アニメ|漫画|まんが|マンガ|ドラマ|演劇|寸劇|演じ|芝居|喜劇|コメディ|朗読|紙芝居|読み聞かせ|をテーマに|と題した|をモチーフ|アート|作品展/u.test(
    text,
  );
}
