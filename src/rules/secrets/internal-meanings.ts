import type { LexiconWord } from "../../facts/lexicon.ts";

/**
 * What a word of the lexicon of secrecy means where it stands. Each judgement reads one sentence and
 * what stands right around it, so that the expressions see no more than some 240 units.
 */

/** Told of: history, disclosure, leaks admitted, a play; and services that keep people's secrets. */
export const TOLD_OF =
  /とされ(?:た|て)|情報公開(?:請求|制度|条例|により)|開示請求|展示|戦時|戦争|江戸|かつて|ウイルス|漏えい|漏洩|流出|小説|(?:映画|ドラマ)(?!の(?:撮影|ロケ))|謎解き|脱出|ミッション|秘密(?:は|を)?(?:厳守|固く|守)|安心して|守られ|絶景|穴場|レシピ|グルメ|スポット|おいし|美味し|プレゼント|サプライズ|お楽しみ|パスワード|暗証番号|学び|題材|お答えでき/u;
/** Only they, or all but they, may do something with it: 課長以上のみ閲覧, 職員以外への配布. */
const RESTRICTED =
  /^(?:以上)?(?:の(?:者|方|皆さん))?(?:(?:のみ|だけ|厳守|に限[りっ]|限定?り?|限定|以外|どまり|止まり|止め)(?:の(?:者|方|人))?(?:(?<=ど?まり|止め)(?:で|に)|[^。、\nはが]{0,6}(?:閲覧|配布|回覧|共有|見せ|転送|公開|周知|伝達|持ち?出|複写|コピー|開示|提供|漏ら|取扱|の話|の秘密|に(?:とど|して))|(?=[】)\]〕〉》:、。 ]|$|の(?:メモ|資料|文書|情報|話|扱い|内容|連絡|データ|数字)))|外秘)/u;
/** 係内共有, 庁内の連絡用, 内部検討資料: in a stamp's place. */
const INSIDE_USE =
  /^(?:の)?(?:共有|連絡|回覧|周知|確認|検討|協議|会議|打合せ|打ち合わせ|説明|配布|参考|閲覧)?(?:用|資料|メモ|通知|文書|秘|限り?|事項|のみ|共有|回覧|連絡|周知|依頼|照会)(?=[】)\]〕〉》:、。 \n]|$|です|に?つき|のため|なので|ですが|で(?=お願い|す|の|共有|回))/u;
const ADDRESSED =
  /^(?:各位(?=[ :、。\n】)へ]|$)|の(?:皆|みな)(?:さん|様|さま|さまへ)?(?:へ|各位)?(?=[ :、。!\n】)]|$)|へ(?=[ :、\n】)])|あて|宛て?(?=[ :、\n】)]|$)|[殿様](?=[ :、\n】)]|$))/u;
/** Goods that are handled with care, where a paper would be handled in confidence. */
const GOODS =
  /ガラス|危険物|スプレー|電池|灯油|薬|割れ|火気|陶器|荷物|作品|楽器|機械|消火|洗剤|目に入|肌|花火|刃物|ごみ|食品|消火器|ボンベ|ライター/u;
/** Where papers are what is talked of. */
const PAPER_NOUN =
  /^(?:の)?(?:ポータル|掲示板|サイト|ページ|フォルダ|ネットワーク|システム|メール|チャット|Wi-?Fi|資料|文書|名簿|一覧|会議録|議事録|案件|連絡|通知|お知らせ|メモ|データ|リスト|事項|扱い|情報|数字|数値|シート|図面?|表|計画|案(?!内)|手引|マニュアル|Q&A)(?!の?(?:回収|溶解|廃棄|処分|処理|細断|裁断|管理|保護|館|公開|漏|流出|を(?:狙|盗|取り扱|扱|含)|に関する))/iu;
/** A word that stands like a stamp: in brackets, at a line's beginning, between marks. */
const STAMP_BEFORE = /(?:^|[\s【】[(〈》《〔「※■●★◎・:。])$/u;
const STAMP_AFTER = /^(?:$|[ \n:/、。・】\])〉》〕(]|です(?:$|[。、!]))/u;
const BECAUSE = /^(?:で(?:お願い|扱)|のため|につき|なので|ですので|ですが|だけど|扱い|とのこと)/u;
/** 持出厳禁と書かれた地図. */
const WRITTEN_ON =
  /^」?と(?:書かれ|書いて|記され|あり|ある|押され)[^。]{0,12}(?:図|表|資料|紙|書類|名簿|メモ)(?!を?(?:お持ち|裁断|処分))/u;
const PRESENTED =
  /^(?:のため|です|でした|なので|につき|から|によ(?:ると|れば)|では|より|を(?:公開|共有|紹介|お?見せ|添付|載せ|のせ|転載|転記|抜粋|掲載|貼|アップ|お送り|配布|配り|差し替え|更新)|に(?:は|よ)|の(?:とおり|通り|写真|画像|写し|コピー|抜粋|一部|内容|案|素案|原案|下書き|たたき台|最新版|改訂版)|は(?:以下|次|こちら|下記)|[】\])〉》:]| |$|\n|[(第案0-9])/u;
/** About secrets and their keeping. */
const LESSON = /を(?:防|守る)|学(?:び|ぶ|べ)|講座|セミナー|研修会/u;
/** A source of what is told here: 庁内掲示板より, グループウェアに出ていた. */
const SOURCE =
  /^(?:の?[^。、\n]{0,14}?)?(?:(?:から|で|より)[^。\n]{0,8}(?:申し?込|申請|入力|提出|回答|登録|確認し|ダウンロード|閲覧|ご?覧|報告|予約)|より|から(?=[^。]{0,6}(?:転|抜粋|コピ|引用|拝借|貼|持って))|で(?:回っ|流れ|届|知っ|見|共有|配|出て|周知|来)|に(?:載|出て|出た|届|流れ|回っ|貼|上[がげ]|あっ|書|入って|も|は)|を(?:転載|転記|コピ|抜粋|スクショ|共有|見て|そのまま|貼)|回覧|の(?:転載|コピー|コピペ|写し|画面)|(?:転載|抜粋)|[】)]?[ :])/u;
const LEAKED =
  /とのこと|との話|だそう|[うくすつぬぶむるたい]そうで|らしい|そうな|漏れ|聞い|耳に|話題|出た話|話が出|話になり|言って(?:い)?(?:た|まし)|発言|指示|怒|もめ|揉め|非公開|未公表|非公表|公表前|共有し|(?:資料|メモ|やり取り)の一部(?:です|を)|お?見せ(?:し|ま)|写真に撮|載せ(?:ます|て)|貼(?:り|って)|転載|添付|メモ(?:です|を|】|から|より)|ことになりました|案を出|[でに][^。\n]{0,24}(?:反対し|反対が|賛成し|了承|承認され|合意し|差し戻|異論|難色|叱|怒ら|注意され|決まりました|決まりそう|決まった|カット|却下|見送り|通りました|ボツ)|見送り(?:です|に|と)|方向(?:です|になり|との)/u;
/** Made public by its own office. */
const PUBLISHED =
  /(?<!未|非|情報)公(?:表|開)(?:しま|して(?:い|お)|中|され)|(?:公(?:表|開)|発表)(?:し(?:ま|て)|され(?:ま|て))|ホームページで(?:公|ご覧)|傍聴|縦覧|過去|昨年度|例題|公募|募集|公告し|入札結果|落札|事前公表/u;
/** Not to be told: 外部に漏らさないで, 口外しないよう, 他言無用. */
const UNTOLD =
  /^(?:者|の(?:人|方|者))?(?:に|へ)?(?:は|も)?(?:、)?(?:絶対に?|決して|くれぐれも|一切)?[^。、\n]{0,4}?(?:(?:出|漏ら|話|流|しゃべら|言わ|示)[さ]?(?:ない|ぬ|ず|ん(?:で|よう))|(?:見せ|伝え|知らせ|広め|教え)(?:ない|ぬ|ず|ん(?:で|よう))|(?:共有|転送|公表|公開|提供|配布)?し(?:ない|ません|なさ)|無用|厳禁|禁止|お控え|ご遠慮)/u;
export const BUT =
  /^[^。\n]{0,20}?(?:ですが|ますが|ませんが|だが|けど|けれど|ものの|のに|でも|とはいえ|ですけど)/u;
const BEFORE_RELEASE =
  /^(?:の(?![^。\n]{0,16}(?:ルール|あり方|管理|漏えい|について))(?=[^。\n]{0,10}(?:数字|数値|資料|文書|情報|案|人事|異動|価格|内容|件|話|データ|結果|名簿|計画|日程|図面|金額|合格))|なので|ですので|ですが|ですけど|だけど|だが|だから|で(?:すので|は(?:あり|ござ))|につき|のため|にこっそり|は(?:内密|内緒|口外|他言|伏せ|お控え|秘密|言わ|漏ら)|(?:に|まで)(?:は)?(?:口外|他言|内密|内緒|伏せ|漏ら|言わ|外部|黙|秘密))/u;
/** What a city decides and knows: a whisper about it is no invitation to a hidden sight. */
const OFFICE =
  /中止|延期|取りやめ|値下げ|民営|委託|縮小|増額|減額|赤字|解体|売却|買収|改修|建て替え|再編|人員|退職|昇進|昇任|栄転|左遷|辞め|逮捕|監査|訴訟|裁判|示談|滞納|出馬|選挙|大会|施設|病院|予算|人事|異動|支所|プール|体育館|閉ま|統合|統廃合|廃止|値上げ|引き?上げ|上がり|入札|業者|議会|議員|市長|部長|課長|係長|次長|来年度|来春|再来年|建設|誘致|移転|閉校|閉館|処分|補助金|条例|料金|保育料|税|候補|用地|採用|合格|給与|ボーナス|不祥事|苦情|跡地|計画案|相談|家庭|住民|児相|虐待|口利き|価格|査定|庁舎|公表|決ま(?:り|っ)|懲戒|トラブル|ミス|事故|職員|担当者|通報|選考|採点|審査|抜き打ち|条例|議案|事業費|工事|閉め|閉じ|撤退|倒産|出店/u;
/** What is told to the staff and to nobody else. */
const STAFF_MATTER = /^(?:研修|の研修|講座|の講座|訓練|セミナー|アンケート|勉強会|eラーニング)/u;

/** Where a word of a lexicon stands; both sides within its sentence, folded. */
export interface Place {
  word: string;
  before: string;
  after: string;
  sentence: string;
  /** The sentence, some of what stands before it, and the one behind it. */
  passage: string;
}

export const MEANINGS: Partial<Record<LexiconWord["lexicon"], (place: Place) => boolean>> = {
  "secrecy-audience": isRestricted,
  "secrecy-stamp": ({ word, sentence, passage }) =>
    !(/^社外秘/u.test(word) && LESSON.test(passage)) &&
    (!PUBLISHED.test(sentence) || /限|秘/u.test(word)),
  "secrecy-weak": isStampByPlace,
  "secrecy-channel": ({ after, sentence }) => SOURCE.test(after) && !PUBLISHED.test(sentence),
  "secrecy-meeting": ({ before, after, sentence, passage }) =>
    (LEAKED.test(passage) ||
      (STAMP_BEFORE.test(before) &&
        /^の?(?:資料|メモ|議事録|レジュメ|次第|報告)(?=[】)\]:、 \n(]|$)/u.test(after))) &&
    !PUBLISHED.test(sentence.replaceAll("非公開", "")),
  "secrecy-paper": ({ before, after, sentence }) =>
    PRESENTED.test(after) &&
    !PUBLISHED.test(sentence) &&
    !/(?:医|薬局|歯科|ごみ|休日|地区|自治会)[^、。]{0,4}$/u.test(before),
  "secrecy-dealing": ({ after, sentence }) =>
    (/^[^。\n]{0,8}[0-9]/u.test(after) || PRESENTED.test(after)) &&
    LEAKED.test(sentence) &&
    !PUBLISHED.test(sentence),
  "secrecy-hush": isHushed,
};

/** What sounds like it, where a person has to judge. */
export const HINTS: typeof MEANINGS = {
  "secrecy-hush": ({ after, passage }) =>
    BUT.test(after) && !TOLD_OF.test(passage) && !/おすすめ|オススメ|隠れた|人気/u.test(passage),
  "secrecy-weak": ({ after, sentence }) =>
    /^の?[^。、\n]{0,8}?(?:資料|文書|書類|名簿|リスト|ファイル|報告書|書庫|台帳|記録|写真|情報|計画|案件|会議|データ|通知|メモ|統計|数[字値]|集計|結果|人事|図)(?!の?(?:回収|溶解|処分|[細裁]断|管理|保護|公開|展|を(?:お持ち|扱|含|狙)|館))/u.test(
      after,
    ) &&
    !PUBLISHED.test(sentence) &&
    !GOODS.test(sentence),
  "secrecy-channel": ({ after, sentence }) =>
    /^[^。、\n]{0,4}[にでをへのか]/u.test(after) && !PUBLISHED.test(sentence),
  "secrecy-dealing": ({ word, after, sentence }) =>
    /価格|金額|査定/u.test(word) &&
    /^[はがを:、][^。\n]{0,14}[0-9]/u.test(after) &&
    !PUBLISHED.test(sentence),
};

/** What stands behind those who may read it, or may not. */
function isRestricted({ word, before, after, sentence, passage }: Place): boolean {
  if (/^社外/u.test(word) && LESSON.test(passage)) return false;
  if (GOODS.test(sentence) || PUBLISHED.test(sentence)) return false;
  if (RESTRICTED.test(after))
    return (
      !/^(?:の(?:者|方|皆さん))?(?:のみ|だけ|限定|以外)(?=[、。 ]|$)/u.test(after) ||
      /(?:資料|文書|本件|取り?扱い?|閲覧|配布|共有|回覧|公開範囲|データ|名簿)(?:は|:|の範囲は)[^。]{0,6}$/u.test(
        before,
      )
    );
  // 職員向けチャットで流れてきた, 管理職以上に配られた紙.
  const written =
    /^(?:向け|用|専用|限定)?の?(?:チャット|LINE|ライン|掲示板|ポータル|メール|グループ|回覧)/u.exec(
      after,
    );
  if (written && SOURCE.test(after.slice(written[0].length))) return true;
  if (
    /^(?:以上)?(?:のみ|だけ)?(?:あて|宛て?)?に(?:だけ|のみ)?(?:送ら|流さ|流れ|配(?:られ|布され)|回って|回さ|届い|示さ|知らさ)[^。]{0,8}(?:紙|資料|文書|メール|通知|メモ|情報|話)/u.test(
      after,
    )
  )
    return true;
  if (/^(?:部外|庁外|社外|第三者|外部)/u.test(word))
    return UNTOLD.test(after) || /^(?:者)?(?:NG|不可|厳禁|禁|秘)/u.test(after);
  const isFirst =
    STAMP_BEFORE.test(before) ||
    /(?:より|から)$|^各(?:課|部|係|所属|班)の?[一-鿿]{0,4}$/u.test(before);
  if (!isFirst) return false;
  if (/内$|^内部$/u.test(word)) return INSIDE_USE.test(after);
  // 職員各位 addresses a circular; the readers of a post are others.
  return (
    /^(?:教|全|当番|関係)?職員$|長$|課$|各係|各所属|各部|管理職|担当|宿直/u.test(word) &&
    ADDRESSED.test(after) &&
    !(word === "教職員" && !/^(?:各位|あて|宛)/u.test(after))
  );
}

/** 取扱注意, 職員専用 and the like are stamps in a stamp's place, before a paper, or as its reason. */
function isStampByPlace({ word, before, after, passage }: Place): boolean {
  if (GOODS.test(before.slice(-14) + after.slice(0, 10))) return false;
  if (/取.?扱い?に/u.test(word))
    return /公表前|発表前|公開前|内々|限り|秘密|極秘|内部|未公表/u.test(passage);
  if (/向け$|職員用$/u.test(word))
    return (
      !STAFF_MATTER.test(after) &&
      (STAMP_BEFORE.test(before) || /(?:これ|こちら|以下|次)は、?$/u.test(before)) &&
      /^(?:[】\]):]| (?=[^\n]{4})| ?(?:の)?(?:お知らせ|連絡|通知|資料|文書|メール|回覧|マニュアル|手引))/u.test(
        after,
      )
    );
  if (/^(?:非公開|未公開|未公表|非公表)$/u.test(word) && !/^】/u.test(after))
    return (
      (/^[未非]公表$/u.test(word) && /[(【[]$/u.test(before) && /^[)\]]/u.test(after)) ||
      (/^[未非]公表$|^未公開$/u.test(word) && BECAUSE.test(after)) ||
      (PAPER_NOUN.test(after) && !/公開し|公表し/u.test(after)) ||
      /^の(?:会議|会合|場|打合せ|協議)(?:で(?:使|配|示|見せ|もら)|です(?:ので|が|から)|なので|だけど|で出た|の内容|のメモ)|^の[一-鿿]{0,4}(?:会議|委員会|会合|審査会|審議会|協議会|部会|懇談会|打合せ|打ち合わせ)では?[^。]{0,30}(?:決ま|選ば|話|出た|出ま|通|反対|賛成|発言|もめ|続出|紛糾|批判)/u.test(
        after,
      )
    );
  if (/^(?:内部|庁内|部内|課内|局内)/u.test(word) && !/用$|向け$|専用$/u.test(word))
    return PRESENTED.test(after) || (STAMP_BEFORE.test(before) && STAMP_AFTER.test(after));
  if (PAPER_NOUN.test(after)) return true;
  // この資料は取扱注意、…
  if (
    /(?:資料|文書|メモ|表|名簿|リスト|案|情報|データ|内容|本件|計画|ファイル)は、?$/u.test(
      before,
    ) &&
    STAMP_AFTER.test(after)
  )
    return true;
  if (BECAUSE.test(after) || WRITTEN_ON.test(after)) return true;
  if (!STAMP_AFTER.test(after)) return false;
  return STAMP_BEFORE.test(before) && !/^です/u.test(after);
}

/** A thing that the writer knows is to be kept inside. */
function isHushed({ word, after, before, passage }: Place): boolean {
  // A service that keeps its callers' secrets, and a hidden sight told of with a wink.
  if (/^[にの](?:お話|話|ご?相談|お?伺|お聞|対応|進め)/u.test(after) || TOLD_OF.test(passage))
    return false;
  if (/義務|知り得|知っ$/u.test(word)) return BUT.test(after) && !/ご?安心|ありません/u.test(after);
  if (/^出せません/u.test(word)) return BUT.test(after) || /言いつつ|書き/u.test(passage);
  if (/対象外|不開示|非開示/u.test(word)) return BUT.test(after) || PAPER_NOUN.test(after);
  if (
    /[前で]$|^未決裁|待ち$|中$/u.test(word) &&
    /公|発|解禁|告|入札|開札|議決|内示|プレス|決裁|起案/u.test(word)
  )
    return (
      BEFORE_RELEASE.test(after) ||
      /^(?:は|に|には|、)?[^。\n]{0,8}(?:口外|他言|内密|内緒|伏せ|漏ら|黙|お控え)/u.test(after)
    );
  if (/^外[にへ]$/u.test(word))
    return (
      // 外に出ないでください keeps people inside, not papers.
      /^(?:は|も)?(?:絶対に?|決して|くれぐれも|一切)?(?:出さ|漏ら|もら|話さ|言わ|見せ|流さ|持ち出さ)/u.test(
        after,
      ) &&
      /資料|この表|文書|話|情報|数字|名簿|庁内|内容|リスト|データ|案件|通知|記録/u.test(passage) &&
      !/猫|犬|ペット|室内|子ども|ごみ|熱|個人情報/u.test(passage)
    );
  if (/口外|他言/u.test(word))
    return UNTOLD.test(after) && !/個人情報(?:は|を)|相談(?:内容)?(?:は|を)/u.test(before);
  return OFFICE.test(passage) && !/^[^。\n]{0,4}(?:場合|とき|際|時は|たら)/u.test(after);
}
