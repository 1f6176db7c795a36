import type { Phrase } from "./phrases.ts";

/**
 * What a sentence does with an act that it names: whether it allows, asks for, teaches, praises, offers it or
 * boasts of it. That is grammar, the same for whatever act.
 */

const FINE =
  "(?:大丈夫|平気|問題(?:な[いしく]|あり(?!ます))|構い?ま|かまい?ま|構わ|かまわ|OK|ＯＫ|オッケー|いい(?:です|よ|でしょ|と思|の(?:で|に)|んじゃ|！|!|。|$)|[良よ]い(?:です|でしょ|と思|の|！|。|$)|よろし|差し支え|セーフ|許され(?!ま|な)|許してもら|許します|大目に見|目をつぶ|見逃し|黙認|怒られ(?:ま?せん|ない)|とがめられ(?:ま?せん|ない)|罰せられ(?:ま?せん|ない)|罪に(?:は)?なり?ま?せん|違反に(?:は)?なり?ま?せん|違法に(?:は)?なり?ま?せん|バレ(?:ま?せん|ない|な)|ばれ(?:ま?せん|ない|な)|見つか(?:りません|らな)|捕まり?(?:ません|らな)|わかりません|分かりません|わからない|分からない|十分|別に|安全です|支障(?:は|も|が)?(?:な[いし]|あり(?!ます))|必要(?:でしょう|なの|だと)|効果的|有効です)";
/** Behind an act: it is allowed, excused or said to go unnoticed. */
const PERMITTED = new RegExp(
  `^(?:[てで]?|[^。！？\\n]{0,22}?[てで]|[^。！？\\n]{0,14}?(?:ても|でも|たって|だって|くらい|ぐらい|程度|なら|だけ|のは|は|が|も|から|ので|ば|なくて)[^。！？\\n]{0,8}?)${FINE}`,
  "u",
);
/** The act itself is what is asked for: its verb goes on into the request. */
const URGED =
  /^(?:を|に|も)?(?:し|やり|やっ|行い|行っ|楽しみ|始め|続け|手を出し|[っんいし])?(?:[てで](?:しまい|しまえ|おき|おけ|み|き|行き|いき|あげ|もらい|もらえ|いただき)?|ちゃい|ちゃえ|じゃい|に行き|れ|り|い|し|め|ち|み|ぎ|び|き|せ|え|け)?(?:ましょ|ませんか|ちゃえ|しまえ|しまおう|しまって|みよう|みて|みたい|やろう|ください|下さい|おいで|ちゃお|ちゃって|(?:やり|し)?たい(?:です|な|と思|。|！|もの)|ほしい|欲しい|くれ(?=[よ。！!、]|$)|よう(?=[よぜか！!。♪]|$)|おう(?=[よぜか！!。♪]|$)|ろう(?=[よぜか！!。♪]|$)|そう(?=[よぜか！!。♪]|$)|こう(?=[よぜか！!。♪]|$)|とう(?=[よぜか！!。♪]|$))/u;
/** Done so, something follows that is asked for: 水増しして…もらおう, 無許可で…しまおう. */
const LINKED =
  /^(?:し)?[てで](?![はも])[^。！？\n、]{0,20}?(?:ましょう|しまおう|もらおう|楽しもう|稼ごう|しよう(?=[よぜか！!。♪]|$)|[っん]ちゃおう|ちゃえ|しまって(?:くだ|も))/u;
/** 嫌がらせの手紙を入れてやりましょう: the act's own means. */
const SPITED = /^の[^。！？\n、]{1,6}を[^。！？\n、]{1,8}(?:てやり|てやろ|でやり|でやろ)/u;
const TAUGHT =
  /^を[^。\n]{0,4}(?:教えま|教えちゃ|伝授|ご?紹介しま)|^[^。！？\n]{0,10}?(?:コツ|こつ|裏技|裏ワザ|裏わざ|方法|やり方|やりかた|仕方|作り方|抜け道|抜け穴|テクニック|ノウハウ|秘訣|手順)(?:を[^。\n]{0,6}(?:教|紹介|お伝え|伝授|公開|ご案内|まとめ)|は(?:簡単|次|こちら|こう)|です|、)/u;
/** Praised, recommended, shrugged at; or a way to gain by it. */
const PRAISED =
  /^[^。！？\n]{0,22}?(?:おすすめ|オススメ|お勧め|お得|おトク|得です|得する|得をし|最高|かっこい|カッコ|すごい|立派(?!な犯)|楽し(?!く|む|そ)|便利|簡単(?!に[^。]{0,10}(?:騙|だま|手を|応募|稼げるなど))|賢|正解|一番です|いちばん|手です|手だ|手もあ|手かも|のも手|(?:一|ひと)つの手|手でしょう|早い(?:です|者|でしょ)|楽です|楽だ|楽ちん|当然です|当たり前です|仕方(?:な|あ)|しかた(?:な|あ)|たしなみ|武勇|古き良|スリル|青春|粋(?:です|な)|ラッキー|勲章|腕前|英雄|拍手|あっぱれ|見事|頼もし|気持ちい|気分爽快|稼げ(?!るなど|ると)|稼ご|稼ぎましょ|儲か(?!ると)|もうか(?!ると)|みませんか|放題(?:です|だ|！|。|で)|一攫千金|狙い目|ねらい目|穴場|大歓迎|応援します|勝ちです|勝ち！|乗れます|帰れます|通れます|もらえます|安くなり|安く済|すぐに?許可|うまくい)/u;
/** What one gains by it: 乗り越えて入れば一番前が取れます. */
const GAINED =
  /^[^。！？\n、]{0,6}?[てで]おけば|^[^。！？\n、]{0,10}?(?:ば|たら|ると)[、]?[^。！？\n]{0,12}?(?:取れ|入れ|もらえ|得られ|済み|済む|済ませ|儲か|もうか|稼げ|間に合い|安く|タダ|ただで|無料|一番|楽(?:に|です)|早く|通れ|乗れ|にもできま|できちゃ|来なくな|減ら|減りま|かかりま|かからな|かからず|採れ|拾え|食べられ|見られ|便宜|優先|有利|融通|通して|すぐに|得です|お得|便利|簡単|いい(?:ん|の)?です|OK|十分|受け取れ|買え|飲め|吸え|行けま|帰れま|使えま|出られ|助か|解決|ラク|らくです)/u;
/** One can: the verb behind the act, or the act itself, stands in its potential form. */
const POSSIBLE =
  /^(?:[をがも]?[飲吸買持乗帰釣撮走停採取使]?[えけげせねめれ](?:ます(?![かが])|る(?:場所|お?店|方法|ところ|スポット|時間))|[がも]?でき(?:ます(?![かが])|る(?:場所|お?店|方法|ところ|スポット)))/u;
const ASKED_BEFORE =
  /(?:おすすめ|お勧め|ぜひ|どんどん|思い切って|遠慮なく|堂々と|みんなで)[^。\n]{0,14}$/u;
/** Told of oneself with a smile, not with regret. */
const BOASTED =
  /^[^。！？\n]{0,8}?(?:(?:ちゃい|じゃい|てやり|でやり|ておき|でおき|てみ|てき)ました(?!ところ|が)|たことが(?:あり|何度)|[ただ]のは[^。\n]{0,6}(?:思い出|懐かし)|[ただ]もの(?:です|だ)|(?:は|が|も)[^。\n]{0,6}(?:思い出です|武勇伝|自慢です)|まし?た[^。\n]{0,3}(?:笑|w|ｗ|♪|☆|てへ))/u;
const REGRET = /詫び|申し訳|反省|謝|処分|再発|すみません|ごめん|後悔|恥ずかし|被害|されて|られて/u;
const OFFERED =
  /^(?:を|の)?(?:[^。\n、]{0,6}を)?(?:差し上げ|お配り|お渡し|売ります|お売り|お譲り|承り|請け負|手配し|作ります|作れます|募集(?:し|中)|求む|急募|大募集)/u;
/** How far the words behind an act reach that ask for, allow, teach, praise, offer it or boast of it. */
export function leaveLength({ text, after, before, sentence }: Phrase): number {
  // 無許可で is a way of doing: what is done follows.
  if (/[てでくず]$/u.test(text) && LINKED.test(`て${after.replace(/^も/u, "")}`)) return 0;
  for (const said of [
    PERMITTED,
    URGED,
    LINKED,
    SPITED,
    GAINED,
    TAUGHT,
    PRAISED,
    OFFERED,
    POSSIBLE,
  ]) {
    const match = said.exec(after);
    if (match) return match[0].length;
  }
  const boast = REGRET.test(sentence) ? null : BOASTED.exec(after);
  if (boast) return boast[0].length;
  return ASKED_BEFORE.test(before) ? 0 : -1;
}

/** How far the words reach that allow what stands before them; -1 where they don't. */
export function permittedLength(after: string): number {
  const match = PERMITTED.exec(`なら${after.slice(0, 60)}`);
  return match ? match[0].length - 2 : -1;
}
