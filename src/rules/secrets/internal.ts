import { bySentence } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** Stamps that say by themselves who may not read the paper. */
const STAMP =
  /(?:部|庁|社|対|校|局|課|室|部局|組織|関係者|委員)外秘|(?:庁|課|部|係|局|室|所|校|署)内(?:限り?|のみ|限定|用資料|回覧|文書|資料|秘)|(?<=^|[※\n【])秘(?=[ 】:])|(?<=^|[\n】 ])(?:全?職員(?:の(?:皆|みな)(?:さん|様|さま))?へ(?=[ :、。】\n]))|庁内メール(?=[でにを])|(?<=^|[【◎■●※〔(\n])職員向け(?=[ 】:\n])|庁内(?:掲示板|ポータル|チャット|グループウェア|共有フォルダ)|(?:職員|担当者|関係者|議員|委員|幹部|管理職|課長|係長|主管課長)(?:限り|限定(?=[】\])、。 ]|で共有|の資料))(?!で(?:参加|応募|利用|使え|入れ))|(?:職員|課員|係員|担当者|所属長|課長|管理職|部課長)各位|取り?扱い?厳?重?厳重注意|厳秘|持ち?出し?(?:厳)?禁止(?:の|資料|文書|】)|CONFIDENTIAL|INTERNAL ?(?:USE )?ONLY/giu;
/** Words of ordinary life too: only as a stamp of their own, or before a paper. */
const STAMP_LIKE =
  /(?:取り?扱い?注意|マル秘|まる秘|丸秘|㊙|\(秘\)|【秘】|\[秘\]|極秘|機密|職員専用|関係者専用|内部(?:用|限り)|非公開|未公開|オフレコ)(?:(?=[】\])〉》])|(?=[ 　\n:/、。(]|$)|(?=(?:の)?(?:ポータル|掲示板|サイト|ページ|フォルダ|グループウェア|ネットワーク|システム|メール|チャット|Wi-?Fi|資料|文書|名簿|会議録|議事録|案件|連絡|通知|メモ|データ|リスト|事項|扱い|情報)(?!の?(?:回収|溶解|廃棄|処分|処理|管理|保護|館|公開|漏|流出|を(?:狙|盗|取り扱|扱|含)|に関する))))/gu;
const INNER_PAPER =
  /(?:内部|庁内|部内|課内|局内)(?:の)?(?:資料|文書|情報|メモ|検討資料|会議資料|通知|連絡|規程集)(?=のため|です|なので|につき|から|によ(?:ると|れば)|を(?:公開|共有|紹介|お?見せ|添付|載せ|転載|抜粋)|に(?:は|よ)|で(?:す|は)|より|】|\]|\)| |$)/gu;
const EXTENSION = /内線 ?(?:番号)?(?:は|:| |\()? ?[0-9]{2,5}/gu;
/** Orders to keep it inside. */
const KEEP =
  /(?:外|外部|庁外|市民|議会|報道|マスコミ|他言|口外)(?:に|へ)?(?:は)?(?:出さない|出さず|漏らさない|漏らさず|言わない|話さない|見せない|伝えない|しないで?)(?:で|ように|こと|ください)|(?:他言|口外)(?:無用|厳禁|しない)|ここだけの話|(?:まだ)?(?:公表|公開|発表)前(?:なので|のため|につき)[^。\n]{0,12}(?:内密|ご内密|内緒|取り扱い|口外|他言)|内密に(?:お願い|して)/gu;
/** Told of: history, disclosure, warnings, leaks admitted. */
const TOLD_OF =
  /とされ(?:た|て)|情報公開|開示|公開請求|守秘義務|展示|戦時|戦争|江戸|かつて|詐欺|不審|ウイルス|漏えい|漏洩|流出|小説|映画|ドラマ|謎解き|脱出|ミッション/u;

/** A paper or a word that is meant for those inside. */
export const secretInternal: Rule = {
  id: "secret.internal",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts }) {
    const folded = fold(facts.text);
    const { sentences, quotations } = facts;
    const isToldOf = bySentence({ text: folded, sentences, quotations }, (sentence) =>
      TOLD_OF.test(sentence),
    );
    const found: { start: number; end: number }[] = [];
    for (const pattern of [STAMP, STAMP_LIKE, INNER_PAPER, KEEP])
      for (const match of matchesOf(pattern, folded)) {
        const start = match.index;
        const end = start + match[0].length;
        if (!isToldOf({ start, end }) && isStamp(folded, start, end, match[0]))
          found.push({ start, end });
      }
    const extension = folded.includes("庁内") ? matchesOf(EXTENSION, folded) : [];
    for (const { 0: words, index } of extension)
      found.push({ start: index, end: index + words.length });
    found.sort((a, b) => a.start - b.start);
    let reach = 0;
    for (const span of found) {
      if (span.start < reach || spanAt(quotations, span.start)) continue;
      reach = span.end;
      const isBracketed =
        /[【[(〈《]/u.test(folded.charAt(span.start - 1)) &&
        /[】\])〉》]/u.test(folded.charAt(span.end));
      const start = isBracketed ? span.start - 1 : span.start;
      const end = isBracketed ? span.end + 1 : span.end;
      yield {
        start,
        end,
        message: { key: "secret_internal", args: [facts.text.slice(span.start, span.end)] },
      };
    }
  },
  examples: {
    fires: [
      { text: "【庁内限り】窓口延長の当番表", marks: "【庁内限り】" },
      { text: "部外秘の資料から一部をお知らせします。", marks: "部外秘" },
      { text: "取扱注意　定例会の想定問答", marks: "取扱注意" },
      { text: "庁内LANにも載せました。内線2213へ。", marks: "内線2213" },
      { text: "これは内部資料です。", marks: "内部資料" },
      { text: "㊙ 予算の編成方針", marks: "㊙" },
      { text: "職員各位　来週の朝礼は8時20分からです。", marks: "職員各位" },
    ],
    quiet: [
      "森の秘密基地づくりに挑戦しよう！",
      "「個人情報の取扱注意事項について」をお読みください。",
      "マル秘レシピを公開！ おいしさの秘密は朝採れです。",
      "機密書類の回収と溶解処理を行います。",
      "職員専用駐車場には止めないでください。",
      "市役所 026-245-1400（内線2213）",
      "ガラス製品は取扱注意です。",
      "情報公開請求により、部外秘とされていた資料を公開しました。",
      "謎解きイベント「極秘資料を探せ」",
    ],
  },
};

/** Behind what a thing does (ガラス製品は取扱注意です) it is a predicate, no stamp. */
function isStamp(folded: string, start: number, end: number, words: string): boolean {
  if (!/注意|専用|公開/u.test(words) || /厳重/u.test(words)) return true;
  const before = folded.slice(Math.max(0, start - 1), start);
  return (
    /^(?:|[\s【[(〈《※■●★・。])$/u.test(before) &&
    !/^(?:です|!|！)/u.test(folded.slice(end, end + 2))
  );
}
