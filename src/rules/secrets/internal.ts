import { isFraudWarning, surroundingsOf } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import type { Facts } from "../../facts/facts.ts";
import { likely, matchesOf } from "../../facts/gate.ts";
import { nextSentence } from "../../facts/phrases.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";
import { BUT, HINTS, MEANINGS, type Place, TOLD_OF } from "./internal-meanings.ts";

/** The sign itself, which is no word: ㊙, （秘）, or 秘 before a title. */
const SIGN = /㊙|(?<=[([【〔])秘(?=[)\]】〕])|(?<=^|[※\n【])秘(?=[ 】:・])/gu;
const EXTENSION =
  /内線[^0-9。\n]{0,8}[0-9]{2,5}(?![0-9-])(?:[^0-9。\n]{1,8}[0-9]{3,5}(?![0-9-]))*/gu;
/** The words of the restriction, which are marked with those it binds. */
const BOUND =
  /^(?:以上)?(?:(?:のみ|だけ|限定|限り?|以外|外秘|各位|あて|宛て?)|(?:の)?[^ :、。\n【】()]{0,6}?(?:用|資料|メモ|通知|共有|回覧|秘))/u;
/** Those outside to whom it is not told: 住民にはまだ伏せています, 誰にも言うな. */
const HIDDEN_FROM =
  /(?:住民|市民|区民|町民|議会|議員|マスコミ|報道(?:機関)?|記者|新聞|保護者|地元|地権者|組合|業者|応募者|外部|部外者?|庁外|社外|第三者|誰|だれ|周り|他課|他部署|よそ|ほか|周囲)(?:の(?:人|方|者))?(?:に|へ|(?:説明会|会見|取材)?で)(?:は|も)?(?:、)?(?:まだ|絶対に?|決して|一切|当面|くれぐれも|今は|[^。\n、]{1,6}まで)?(?:出(?:すな|さ(?:ない|ず))|伏せ|内緒|秘密|ないしょ|隠し|黙って|(?:言|話|漏ら|もら|しゃべ)(?:うな|すな|るな|わ(?:ない|ず|ん)|さ(?:ない|ず|ぬ)|ら(?:ない|ず)|って(?:い)?(?:ない|ません)|して(?:い)?(?:ない|ません)|わなかった|さなかった|わない|しま(?:せん))|(?:見せ|知らせ|教え|伝え)(?:るな|て(?:い)?(?:ない|ません)|ない(?!方)|ず)|(?:説明|公表|公開|周知)して(?:い)?(?:ない|ません))/gu;
/** Not published, and told all the same: 公表していない数字ですが, 発表は見送るとのこと. */
const UNPUBLISHED =
  /(?:公表|公開|発表|開示|公に)(?:は|を|も)?(?:ま?だ)?(?:し(?:て|ては)(?:い|お)?(?:りま|ま)?(?:ない|せん)|でき(?:ない|ません)|し(?:ない|ません)|見送|控え|待って|NG|止め)(?:(?=[^。\n]{0,3}(?:数字|数値|情報|資料|データ|話|案|件|内容|結果|計画|図面|写真|名簿))|(?:の|ん|もの|段階|状態)?(?:です|だ|な)?(?:の)?(?:です|だ)?(?:が、|けど|けれど|ものの)|(?:る|った|る方向|って(?:い)?る)?(?:と(?:の(?:こと|方針|話)|なった|決ま)|そうです|らしい))/gu;
/** An order or a greeting to colleagues: 各課で対応願います, 係の皆さんへ. */
const TO_STAFF =
  /(?<![^\n。【[※ ])(?:係|課|班|課内|係内|部内|所内|庁内|チーム)の(?:皆さん|みなさん|皆様|皆さま|みんな|職員|メンバー)(?:へ|各位|に連絡)/gu;
/** Matters of those who work there alone, and what lies where they alone can look. */
const AMONG_STAFF =
  /職員の(?:[一-鿿]{0,4}(?:休|手当|評価|試験|診断|明細|申告|調整|会)|残業|超過勤務|人間ドック|ストレスチェック|福利厚生|旅費|当直)[^。\n]{0,24}(?:取れます|取って|提出し|申請し|申し込|受けて|出して|忘れず|お願いし|ください|締め切)|内線番号?[^0-9\n]{0,16}[一-鿿]{1,6}[0-9]{3,4}、[一-鿿]{1,6}[0-9]{3,4}(?![0-9-])/gu;
/** Who blew the whistle; and what is to be announced by others, later. */
const TOLD_ON =
  /(?:通報|告発|密告|苦情|クレーム)(?:を)?(?:して|言って|入れて)?(?:き|し|くれ)?たのは[^。\n]{0,24}(?:です|だと|でした|らし|分かり|わかり|判明)|(?:記者会見|会見|議会|正式)(?:で|に)(?:発表|公表|報告|説明)(?:し|され)ます(?:が|けど)[^。\n]{0,10}(?:先に|一足|こっそり|ここで|特別に)|(?:まだ|いまだ|現時点では?|今は)(?:未|非)(?:公表|公開|発表)(?:です|だ|なの|で、)/gu;
/** Asked to keep quiet, and the post speaks of it: 口外しないようにと言われています. */
const ASKED_NOT_TO =
  /(?:(?:言う|出す|漏らす|話す|書く|載せる|広める|見せる|教える|しゃべる|答える|触れる|公表する|公開する|口外する)な|(?:言わ|出さ|漏らさ|話さ|書か|載せ|広め|見せ|教え|公表し|公開し|口外し|他言し|発表し)(?:ない(?:で(?:ほしい|くれ|ください)?|よう(?:に)?)|ては(?:いけない|ならない|だめだ)))[^。\n]{0,3}(?:と|って)[^。\n]{0,10}(?:言われ(?!たら|ても|る)|釘|クギ|止め|念を押|指示|頼まれ|お願いされ|約束|注意され)/gu;
/** An inside letter gone the wrong way, and what only colleagues are asked for. */
const LETTER =
  /(?<=^|\n)(?:(?:re|fwd?|cc|宛先) ?:|お疲れ(?:様|さま)です[。、\n])|(?:ご?承認|決裁|押印|回議|合議)(?:の?ほど)?(?:を)?(?:、)?(?:お願い|願い?ま)|(?<=[【(〔〈《])[一-鿿]{0,6}(?:[課係部局署長庁議]|職員|[校園所館]長会|幹事会?|担当者?|役員)[員内級会]?(?:以上)?(?:限り?|のみ)(?=[】)〕〉》])|(?:希望する|該当する?|対象の|未提出の|担当の|参加する)職員は[^。\n]{0,30}(?:申し?込|提出|入力|報告|連絡|集合|返信|回答)|(?:閲覧|回覧|配布|公開)(?:範囲)?は、?(?:係長|課長|部長|職員|課内|部内|庁内|所属長|管理職|役員|委員)(?:級|以上)?(?:まで|のみ|だけ|限り|に限)|(?:課内|係内|部内|庁内|局内|内部)の[^。、\n]{0,8}(?:ファイル|一覧表?|名簿|リスト|データ|マニュアル|フォルダ)(?:に|から|では|によ)/giu;
/** What may not be told, told all the same. */
const UNSPEAKABLE =
  /(?:人事|異動|職員)(?:の|異動の)?内示(?:が|は)[^。\n]{0,8}(?:出|あり|です)|(?:対外的に|外に|表に|外部に|世間に|市民に|公に|外で|住民に|議会に)(?:は|も)?(?:まだ)?(?:出せ|言え|話せ|見せられ)(?:ない|ません)|(?:決裁|起案|稟議|内示|発令)(?:が|は|も)?(?:来週|来月|明日|あす|回って|途中|最中|まだ|これから|下りて|おりて|取れて|済んで)[^。\n]{0,10}(?:が、|けど|けれど|ので)|(?:発表|公表|会見|発令|内示|議決|解禁|公開)(?:の|より|する)?前(?:です(?:が|けど)|だけど|だが|に言って|に書いて|に漏ら)/gu;
const NOT_FOR =
  /(?:市民|住民|区民|議会|外部|部外|庁外|報道|マスコミ|業者|一般|保護者|第三者)(?:の方)?(?:(?:へ|に)の?)?(?:配布|公開|提供|周知|開示|説明|持ち出し|転送|共有|公表)(?:[、・や](?:配布|転送|公開|複写|転載|持ち出し|SNSへの投稿))?(?:は|を)?(?:禁止|禁じ|厳禁|不可|NG|しない(?!ため)|お控え|ご遠慮)/gu;
const RELEASE =
  /(?:プレス|報道|情報|記者発表|リリース)(?:の| ?[(（]?)?解禁(?:日時?|時刻)?(?:は|:| |前|まで)/gu;

/** Those inside, what they hold and where they talk. */
const INSIDE =
  "(?:庁内|[部課係局所社署]内|(?<![一-鿿])[課係]|内部|身内|内輪|関係(?:者|各?課|部署)|職員|幹部|役員|管理職|議員|委員|担当者?|[部課係局次所園校館]長|三役)(?:さん|の方|級|クラス)?(?:以上|同士|間)?";
const MATTER =
  "(?:資料|文書|書類|通知|メール|マニュアル|会議|名簿|一覧|リスト|数[字値]|話|情報|件|申し?合わ?せ|取り?決め|決まり|ルール|データ|案(?!内)|図面|報告|議事|メモ|ファイル|連絡|内容|基準|方針|計画|価格|結果|もの|[一-鿿]書|図)";
const NOT = "(?:な[いかくらし]|ません|らず|[てさわせ]ず|厳?禁|NG|不可|だめ|ダメ|控え)";
const SHOWN =
  "(?:出|見せ|知らせ|話|言|公開|公表|漏|もら|配|伝え|教え|示|明か|報告|諮|開示|共有|提供|渡|回|流|広め|説明|周知|載|書|撮)";
/** The same in whatever words: who alone has it, who is not to have it, where it was said. A person has to judge. */
const DOUBTS: readonly RegExp[] = [
  `${INSIDE}(?:に?限(?:り|定)|の?(?:だけ|のみ(?!な))[にのでが]?|に?しか)[^。、\n]{0,12}?${MATTER}`,
  `${INSIDE}(?:の間)?(?:[でに](?:しか|だけ|のみ)|だけ[でに]|しか)[^。、\n]{0,6}?(?:使|知|通じ|呼|共有|見|読|伝|配|明か|送ら|示)`,
  "(?:庁内|[部課係局]内|職員|内部)の?(?:チャット|LINE|グループ|メール|回覧|朝礼)[でにかよ]|各[一-鿿]{0,4}(?:長|担当者?)(?:様|殿|各位|へ|あて)|裏の?(?:基準|手順|事情)|(?:マニュアル|要綱|規則)には?(?:書け|載せられ|書いてい)ない|(?:^|[\n【\\[(])[事業]務連絡(?=$|です|[ 】\\])\n])",
  "(?:税務調査|立ち?入り?(?:検査|調査)|抜き打ち|差し?押さ?え|内偵|捜索)[^。\n]{0,20}?(?:対象は|リスト|一覧|来週|来月|[0-9]日|[月火水木金土日]曜|先は)|(?:合格|ボーダー)ライン[^。\n]{0,8}?[0-9]|捜査(?:関係事項)?照会|(?:人事評価|昇任|査定|異動希望|給与)の(?:順位|結果|一覧|内訳)|監査で指摘|黒塗りの?(?:部分|下|箇所|ところ)[はにを]",
  "(?:会議|打ち?合わ?せ|協議|電話|面談|審議|審査|委員会)の(?:中身|内容|やり?取り|様子|結果)[^。\n]{0,8}?(?:こっそり|そっと|ちらっと|少しだけ|特別に)|(?:マスコミ|報道|取材|議会|記者|苦情|クレーム)(?:対応)?用?の?(?:Q&A|想定|メモ|台本|マニュアル|問答|対応方針)|(?:見|聞か)なかったことに|(?:上司|[課係部市]長)に(?:は)?(?:内緒|黙って|ナイショ|秘密)|(?:関係者|内部の人|職員|幹部|担当課?)(?:から|に)聞いた?(?:話|ところ|情報)|リークし",
  "(?:まだ|誰にも|外に|表に)[^。\n]{0,6}?(?:言う|話す|書く|出す|教える|答える|載せる|漏らす)なよ?(?:」?と|、)",
  `${INSIDE}[でに](?:共有|回覧|配布|周知|使用)(?:し|され)(?:て(?:い|お)|た|る)[^。、\n]{0,2}?${MATTER}`,
  "(?:市民|住民|外部|一般|議会|マスコミ|報道)(?:の方|の人)?に(?:は|も)?(?:まだ)?(?:見せ|知らせ|話し|言っ|伝え|教え|配っ|出し|公開し|公表し|説明し)て(?:い|お)?(?:ません|りません|ない|らず)",
  "(?:庁内|[部課係局社]内|内部|職員|管理職|[部課係局]長以上)に?限(?:り|定)(?:です|な|と|で|】)",
  `(?:外|外部|庁外|表|市民|住民|来庁者|お客|マスコミ|報道|記者|新聞社?|一般|公|世間|議会|議員|業者|保護者|他課|よそ|誰|だれ)(?:さん|様|の?方|の?人|の?皆さん)?[にへ][^。、\n]{0,10}?${SHOWN}[^。、\n]{0,7}?${NOT}[^。\n]{0,12}?(?:${MATTER}|[がけ]|こと)`,
  `(?:公表|公開|発表|開示|公に|表に出|オープンに)[^。、\n一-鿿]{0,6}?(?:な[いか]っ?た?|ません|おらず)(?=[^。、\n]{0,10}?(?:${MATTER}|が、|けど|けれど|んですが|のですが))`,
  `${SHOWN}[しっいさ]?(?:て|ちゃ|では)(?:は)?(?:いけ|だめ|ダメ|なら|まず|マズ|怒ら)[^。、\n]{0,6}?(?:${MATTER}|が、|けど|かも)`,
  "(?:内部|庁内|[部課係]内|非公開|水面下|幹部|管理職|三役|[部課係局]長)(?:だけ)?の?[一-鿿]{0,4}(?:会|会議|打ち?合わ?せ|話し合い|検討|協議|ミーティング|レク)(?:で(?!す)|によ|の(?:中身|内容|メモ|様子|結果|議事)|から|、)",
  "(?:仕事|職務|業務|窓口|相談|立場|電話対応)(?:上|で|柄|中に)(?:知|聞い|耳に|見聞き|見た|入手)[^。\n]{0,8}?(?:話|情報|こと|件|ですが|けど|によ)",
  "(?:発表|公表|解禁|内示|会見|議決|発令|告示|プレス)[^。\n]{0,24}?(?:が|けど|けれど|前に|より|待たず)[^。\n]{0,24}?(?:お?先に|先出し|フライング|こっそり|特別に|一足|ばら|バラ|漏ら|しちゃ|っちゃ)",
  "職員(?:は|全員|の方は|の皆さんは)(?![^。\n]{0,40}(?:ため|ので|直ちに))[^。\n]{0,30}(?:ください|願い|お願い|こと(?=。|$)|[一-鿿ー]へ(?=。|$))|各(?:課|係|所属|部署|部)(?:の|は|で|から|とも)(?![^。\n]{0,24}(?:窓口|問い?合))[^。\n]{0,24}(?:切って|提出|報告|回答|まとめ|周知|徹底|点検|対応|入力|出して|選出|[0-9]名)",
  "[【(〔《](?:庁内|[部課係局社]内|内部|職員|全庁|各?所属長?|各課|関係課)(?:各位|の皆)?(?:の|への?)?(?:周知|連絡|回覧|通知|依頼|照会|共有|限|宛|あて|各位|へ|用|専用|メモ|秘|確認)[^】)〕》\n]{0,6}[】)〕》]",
  "(?:内規|裏(?:マニュアル|ルール)|(?:内部|庁内|課内)の?(?:ルール|基準|規定|取り?決め|申し?合わ?せ|規則|マニュアル|方針|連絡))[でにとはが]",
  "(?:内緒|ないしょ|秘密|極秘|内密|マル秘)の?(?:会議|情報|資料|計画|打ち?合わ?せ|リスト|交渉|案件|プロジェクト)",
].map((source) => new RegExp(source, "gu"));
/** Promised to those who ask for advice, told of pets and rubbish, and what has been made public. */
const HARMLESS =
  /個人(?:情報|の)|相談(?!の?(?:件|多|記録))|悩み|抱え|秘密(?:は|を)?(?:厳守|守)|プライバシー|氏名|お名前|回答者|ごみ|猫|犬|ペット|作品|コンクール|入賞|表彰|一般公開|内覧|見頃|開花|詐欺|お答えでき|公開しま|公表しま|(?:公開|公表|発表)して(?:い|お)ま|ホームページ|傍聴|採用|講座|展示|絶景|穴場|レシピ|パスワード/u;

/** A paper or a word that is meant for those inside. */
export const secretInternal: Rule = {
  id: "secret.internal",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts }) {
    const folded = fold(facts.text);
    const { sentences, quotations } = facts;
    const read = { text: folded, sentences, quotations };
    const found: (Span & { level?: "care" })[] = [];
    const doubtful: typeof found = [];
    for (const word of facts.words) {
      const means = MEANINGS[word.lexicon];
      if (!means) continue;
      if (!isMeant(facts, folded, word, means)) {
        const hints = HINTS[word.lexicon];
        if (hints && isMeant(facts, folded, word, hints))
          doubtful.push({ start: word.start, end: word.end, level: "care" });
        continue;
      }
      const after =
        word.lexicon === "secrecy-audience" ? folded.slice(word.end, word.end + 20) : "";
      found.push({ start: word.start, end: word.end + (BOUND.exec(after)?.[0].length ?? 0) });
    }
    for (const pattern of [
      SIGN,
      HIDDEN_FROM,
      NOT_FOR,
      UNPUBLISHED,
      RELEASE,
      TO_STAFF,
      UNSPEAKABLE,
      AMONG_STAFF,
      TOLD_ON,
      ASKED_NOT_TO,
      LETTER,
    ])
      for (const { 0: words, index } of matchesOf(pattern, folded)) {
        const span = { start: index, end: index + words.length };
        // 「言うな」と言われています: what is asked is quoted, the slip is to tell of it.
        const mayBeQuoted = pattern === ASKED_NOT_TO;
        if (pattern === SIGN || isMeant(facts, folded, span, () => true, mayBeQuoted))
          found.push(span);
      }
    found.push(...extensions(facts, folded));
    for (const pattern of likely(DOUBTS, folded))
      for (const { 0: words, index } of matchesOf(pattern, folded)) {
        const span = { start: index, end: index + words.length, level: "care" as const };
        const { before, after, quotation } = surroundingsOf(read, span);
        if ((!quotation || /」/u.test(words)) && !HARMLESS.test(before + words + after))
          doubtful.push(span);
      }
    // What is certain goes before what is not.
    const isOpen = ({ start, end }: Span) =>
      !found.some((span) => span.start < end && start < span.end);
    found.push(...doubtful.filter(isOpen));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    for (const span of found) {
      if (span.start < reach) continue;
      reach = span.end;
      const isBracketed =
        /[【[(〈《〔]/u.test(folded.charAt(span.start - 1)) &&
        /[】\])〉》〕]/u.test(folded.charAt(span.end));
      const start = isBracketed ? span.start - 1 : span.start;
      const end = isBracketed ? span.end + 1 : span.end;
      yield {
        start,
        end,
        message: { key: "secret_internal", args: [facts.text.slice(span.start, span.end)] },
        ...(span.level && { level: span.level }),
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
      { text: "（課長以上のみ閲覧）機構改革の案", marks: "課長以上のみ" },
      { text: "住民にはまだ伏せていますが、支所は閉じます。", marks: "住民にはまだ伏せ" },
      { text: "庁内掲示板から転載します。", marks: "庁内掲示板" },
      { text: "部長会議のメモです。補助金は減額とのこと。", marks: "部長会議" },
      { text: "公表していない数字ですが、3億円です。", marks: "公表していない" },
      { text: "口外しないようにと県から言われていますが、撮影隊が来ます。" },
      { text: "〔庁内限〕除雪の応援職員を出してください。", marks: "〔庁内限〕" },
      { text: "希望する職員は、課の掲示板から申し込んでください。" },
      { text: "係だけの申し合わせ事項ですが、減免は3回までです。" },
      { text: "一般の方には知らせていませんが、備蓄は3日分です。" },
      { text: "窓口で聞いた話ですが、あの旅館は閉じるそうです。" },
    ],
    quiet: [
      "委員の皆さんだけでなく、どなたでも参加できる会議です。",
      "氏名は公表していません。",
      "森の秘密基地づくりに挑戦しよう！",
      "「個人情報の取扱注意事項について」をお読みください。",
      "マル秘レシピを公開！ おいしさの秘密は朝採れです。",
      "機密書類の回収と溶解処理を行います。",
      "職員専用駐車場には止めないでください。",
      "市役所 026-245-1400（内線2213）",
      "ガラス製品は取扱注意です。",
      "情報公開請求により、部外秘とされていた資料を公開しました。",
      "謎解きイベント「極秘資料を探せ」",
      "相談の秘密は守ります。外部に漏らすことはありません。",
      "庁議の概要はホームページで公表しています。",
      "審査は非公開で行い、結果は来月発表します。",
      "工事関係者以外は通れません。",
      "社外秘のデータの持ち出しを防ぐ方法を学びます。",
      "「誰にも言うな」と言われたら、詐欺を疑ってください。",
      "機密文書の細断を受け付けます。",
    ],
  },
};

const STAMPED =
  /^」(?:の?(?:図面?|表|資料|文書|書類|紙|メモ|名簿|地図|写真|スライド|ファイル|案)|と(?:あ|書|記|押|印|赤)|の?(?:判|印|スタンプ))/u;

const DISPOSED = /裁断|細断|回収|溶解|処分|お持ち|シュレッダー/u;

function isMeant(
  facts: Facts,
  folded: string,
  word: Span & { word?: string },
  means: (place: Place) => boolean,
  mayBeQuoted = false,
): boolean {
  const { sentences, quotations } = facts;
  const read = { text: folded, sentences, quotations };
  const { before, after, quotation } = surroundingsOf(read, word);
  // 「部外秘」の図: the paper's own stamp.
  if (quotation && !mayBeQuoted && (!STAMPED.test(after) || DISPOSED.test(after))) return false;
  const sentence = before + folded.slice(word.start, word.end) + after;
  // 対外秘ですが、…お楽しみに: what is given away all the same is no tale.
  const isConfessed = /秘|限|注意|厳禁/u.test(word.word ?? "") && BUT.test(after);
  if ((TOLD_OF.test(sentence) && !isConfessed) || isFraudWarning(sentence)) return false;
  const passage =
    folded.slice(Math.max(0, word.start - before.length - 60), word.start - before.length) +
    sentence +
    nextSentence(read, word.start);
  return means({ word: word.word ?? "", before, after, sentence, passage });
}

/** Numbers that can be dialled inside alone: named as such, or several and no number to call from outside. */
function extensions({ phones, sentences }: Facts, folded: string): Span[] {
  if (!folded.includes("内線")) return [];
  const found = [...matchesOf(EXTENSION, folded)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const isInside = folded.includes("庁内");
  const canBeCalled = phones.some(({ form }) => form !== "short");
  const numbers = found.flatMap(
    ({ start, end }) => folded.slice(start, end).match(/[0-9]+/g) ?? [],
  );
  if (!isInside && (numbers.length < 2 || canBeCalled)) return [];
  return found.filter(({ start }) => spanAt(sentences, start));
}
