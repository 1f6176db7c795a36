import { isFraudWarning } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import { occursIn } from "../../facts/gate.ts";
import type { Span } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** UTF-16 units of a sentence that are read, so that no text makes the patterns below slow. */
const LONGEST = 240;
const GUARD =
  /(?:警備員?|警備会社|機械警備|夜間警備|巡回|見回り|見まわり|宿直員?|守衛|夜警|警報装置|警報器?|防犯センサー|センサー|監視カメラ|防犯カメラ|警備システム)/u;
/** When or where nobody and nothing watches. */
// Bounded: read on the 44 characters behind a guard.
const GAP =
  /(?:(?:だけ|のみ|しか)[^。]{0,16}|不在|いません|いない|おりません|無人|仮眠|手薄|作動(?:しません|していません|しない|せず)|動(?:きません|いていません|かない)|停止(?:して|中)|止まって(?:い|お)|切れて(?:い|お)|切って(?:い|お|あ)|故障(?:中|し)|壊れ|録画(?:でき|されて|して|が(?:でき|され))[^。]{0,6}(?:ません|ない)|ダミー|死角|映(?:らない|りません)|写(?:らない|りません)|(?:設置|配置|稼働)(?:して|されて)(?:い)?(?:ない|ません|おらず)|未設置|来ません|行いません|休み)/u;
const PRODUCT =
  /(?:Apache|nginx|IIS|Windows Server|PHP|WordPress|MySQL|PostgreSQL|MariaDB|Oracle|OpenSSL|CentOS|Red ?Hat|RHEL|Ubuntu|Tomcat|Struts|Drupal|Joomla|Movable Type|SQL Server|FortiGate|Fortinet|Cisco|Exchange Server|vSphere|VMware)[^。]{0,14}?[0-9]{1,4}(?:[.][0-9]{1,4}){0,3}(?:、サーバー?名 ?[A-Za-z0-9-]{3,})?/iu;
/** The organisation's own system runs on it. */
const IN_USE =
  /(?:まま|古い|旧式|サーバー?|稼働|動い(?:て|た)|使って|使用して|利用して|サポート|更新(?:が|して|でき)|脆弱|導入して|バージョン)/u;
/** Each is a way to get in that a post must not tell. */
const WAYS_IN: readonly RegExp[] = [
  // Guards: their hours, and when they are gone.
  // Bounded: one sentence.
  /(?:警備員?|宿直員?|守衛|夜警)[^。]{0,24}(?:巡回|見回り|交代|勤務|不在)[^。]{0,20}[0-9]{1,2}時[^。]{0,12}/u,
  // Bounded: one sentence.
  /(?:警備員?|宿直員?|守衛|夜警)(?:さん)?(?:は|が|の)[^。]{0,16}[0-9]{1,2}時(?:半|[0-9]{1,2}分)?[^。]{0,8}(?:帰|退勤|交代|交替|いなく|来|出勤)/u,
  // Bounded: one sentence.
  /(?:庁舎|市役所|役場|施設|館内|学校)[^。]{0,16}(?:無人|誰もいな|だれもいな)[^。]{0,20}/u,
  // Keys, and where they lie.
  // Bounded: one sentence.
  /(?:鍵|カギ|かぎ|合い?鍵|合いカギ|マスターキー|スペアキー|カードキー)(?:の(?:保管|隠し|置き)(?:場所|場)?)?(?:は|が|を)[^。]{0,24}(?:植木鉢|マット|ポストの中|メーターボックス|引き出し|棚|の下|の裏|の上|ロッカー|箱|事務室|机)[^。]{0,10}(?:あり|置|入れ|入って|隠し|です|保管|かけて|$)/u,
  // Bounded: one sentence.
  /(?:鍵|カギ|施錠|戸締まり|オートロック|電子錠|シャッター)[^。]{0,12}(?:かけて(?:い)?(?:ません|ない)|かかって(?:い)?(?:ません|ない)|掛かって(?:い)?(?:ません|ない)|していません|していない|しておらず|できません|できない|壊れ(?:て|た)|故障(?:して|中)|閉まりません|(?:が)?(?:効|利)(?:きません|かない))[^。]{0,12}/u,
  // Codes of doors, safes and alarms.
  // Bounded: one sentence.
  /(?:解錠|開錠|施錠|解除|オートロック|入り?口|出入り?口|通用口|玄関|扉|ドア|門扉|ゲート|キーボックス|金庫|電子錠|テンキー|警備|アラーム|シャッター|書庫|倉庫|サーバー室|保管庫|裏口|部室|ダイヤル錠|南京錠|セキュリティ)[^。]{0,12}?(?<!電話|整理|受付|登録|管理|車両|問い合わせ)(?:番号|暗証番号|コード|パスコード|ナンバー)(?:は|が|:|「|を| |\(){1,3}[#*]?[0-9]{3,8}[#*]?(?!-[0-9])/u,
  // Bounded: one sentence.
  /(?:錠|オートロック|キーボックス|金庫|ドア|扉|門扉?|セキュリティ|警備|シャッター)(?:は|の[^。]{1,8}は|を)[^。]{0,6}?「?[#*]?[0-9]{3,8}[#*]?」?で(?:開|解|入)/u,
  // Bounded: one sentence.
  /(?:金庫|ダイヤル錠)[^。]{0,16}右[^。]{0,6}[0-9]{1,3}[^。]{0,6}左[^。]{0,6}[0-9]{1,3}/u,
  // Servers: their names, addresses and versions.
  // Bounded: one sentence.
  /(?:サーバー?名|ホスト名|コンピュータ名|IPアドレス|管理画面のURL)(?:は|が|:| |「){0,2} ?[A-Za-z0-9][A-Za-z0-9._:/-]{3,}/u,
  // Holes that are still open.
  // Bounded: one sentence.
  /(?:脆弱性|ぜい弱性|SQLインジェクション|クロスサイト|セキュリティホール|セキュリティ上の(?:穴|欠陥|問題|不備)|バックドア|ファイアウォール|パッチ|バックアップ|ウイルス対策(?:ソフト)?|アクセス制限|二段階認証|多要素認証|暗号化|更新プログラム|サポート)[^。]{0,30}?(?:まだ|未(?:対応|修正|適用|設定|導入)|放置|残って(?:い|お)|見つか[^。]{0,16}(?:来月|来週|来年|これから|修正でき)|(?:修正|対応|適用|設定|導入|取得|更新|暗号化)(?:でき|して|されて)(?:い)?(?:ない|ません|おらず)|取って(?:い)?(?:ない|ません|おらず)|当てて(?:い)?(?:ない|ません|おらず)|入れて(?:い)?(?:ない|ません|おらず)|(?:入れる|見られる|見える|読める|侵入できる)状態|切れた?(?:て|まま)|不備があり)[^。]{0,16}/u,
  // Bounded: one sentence.
  /(?:管理画面|個人情報|データベース|内部(?:の)?(?:ネットワーク|システム)|名簿)[^。]{0,40}(?:誰でも|だれでも|外部から|外から|パスワードなしで)[^。]{0,10}(?:入れ|見られ|見え|閲覧でき|ログインでき|アクセスでき|侵入)[^。]{0,8}/u,
  // Money on its way.
  // Bounded: one sentence.
  /(?:売上金|売り上げ|現金|釣り銭|公金|投票箱)[^。]{0,24}(?:(?:毎日|毎週|毎朝|毎晩|毎月)[^。]{0,24}(?:運び|運搬|輸送|運ぶ|持って)|(?:引き出し|金庫|事務室|机|棚)[^。]{0,8}(?:あり|置|保管|入れて))[^。]{0,8}/u,
];
const TRIGGER =
  /警備|巡回|見回|宿直|守衛|警報|センサー|カメラ|無人|誰もいな|だれもいな|鍵|カギ|かぎ|キー|錠|ロック|施錠|番号|コード|金庫|サーバ|ホスト名|アドレス|脆弱|ぜい弱|インジェクション|セキュリティ|パッチ|バックアップ|ウイルス対策|ファイアウォール|サポート|管理画面|データベース|個人情報|売上|現金|公金|釣り銭|投票箱|Apache|nginx|IIS|Server|PHP|WordPress|SQL|認証|暗号|VPN|Forti|Cisco|VMware|vSphere|Tomcat|Struts|Linux|CentOS|Ubuntu|PHP/iu;
/** Advice to residents about their own doors, and the world's news about security. */
const ADVICE =
  /ましょう|お宅|ご?自宅|ご?家庭|空き巣|泥棒|留守|ねらわ|狙わ|狙い|ねらい|車上|自転車|車の(?:鍵|ドア|カギ)|家の(?:鍵|カギ)|ご注意|お気をつけ|お使いの|ご使用の|皆さんの|危険です|落とし物|拾得|お預かり|貸し出|貸出|返却|補助|助成|設置しました|増設|募集|入札|業務委託|解消しました|修正しました|対応済|復旧しました|完了しました|火災警報|住宅用火災|踏切|気象|大雨|津波|クマ|無人(?:販売|直売|駅|航空|運転|決済|レジ|配送)|ドローン|講座|講演|研修|セミナー|コインロッカー|公開収録|投票所|センサーライト/u;

/** What would help somebody to get into the city's buildings or systems. */
export const secretSecurity: Rule = {
  id: "secret.security",
  clause: "4(5)キ",
  level: "stop",
  *check({ facts }) {
    if (!occursIn(TRIGGER, facts.text)) return;
    const folded = fold(facts.text);
    for (const { start, end } of facts.sentences) {
      const sentence = folded.slice(start, Math.min(end, start + LONGEST));
      if (!TRIGGER.test(sentence) || ADVICE.test(sentence) || isFraudWarning(sentence)) continue;
      const match = firstOf(sentence);
      if (!match) continue;
      const words = sentence.slice(match.start, match.end).trimEnd();
      const from = start + match.start;
      yield { start: from, end: from + words.length, message: { key: "secret_security" } };
    }
  },
  examples: {
    fires: [
      {
        text: "夜間の警備員の巡回は午後11時と午前3時の2回だけです。",
        marks: "警備員の巡回は午後11時と午前3時の2回だけです",
      },
      { text: "裏口の鍵は、植木鉢の下に置いてあります。", marks: "鍵は、植木鉢の下に置いてあり" },
      { text: "通用口の暗証番号は1357#です。", marks: "通用口の暗証番号は1357#" },
      { text: "サーバー名はszk-web03です。", marks: "サーバー名はszk-web03" },
      { text: "脆弱性が見つかり、まだ直せていません。" },
      { text: "監視カメラが故障していて、録画できません。" },
    ],
    quiet: [
      "【システム障害のお知らせ】施設予約システムがつながりにくくなっています。",
      "図書館は午前9時から午後7時まで開いています。",
      "防犯カメラを通学路に20台設置しました。",
      "死角の多い交差点にご注意ください。",
      "年末特別警戒で、消防団が午後8時から市内を巡回します。",
      "鍵の落とし物をお預かりしています。",
      "空き巣は死角になる窓をねらいます。",
      "体育館の鍵は、午前9時から窓口で貸し出します。",
      "システムの脆弱性を解消しました。",
    ],
  },
};

/** The way in that the sentence tells first. */
function firstOf(sentence: string): Span | null {
  const found = WAYS_IN.flatMap((pattern) => spanOf(pattern.exec(sentence)));
  found.push(...unguarded(sentence));
  if (IN_USE.test(sentence)) found.push(...spanOf(PRODUCT.exec(sentence)));
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)[0] ?? null;
}

/** From the guard to the gap. */
function unguarded(sentence: string): Span[] {
  const [guard] = spanOf(GUARD.exec(sentence));
  if (!guard) return [];
  const [gap] = spanOf(GAP.exec(sentence.slice(guard.end, guard.end + 44)));
  return gap ? [{ start: guard.start, end: guard.end + gap.end }] : [];
}

function spanOf(match: RegExpExecArray | null): Span[] {
  return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
}
