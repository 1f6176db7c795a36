import { isFraudWarning } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { overlaps } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** What a secret is called. A name of a service (パスポート) or of a thing (トークンリング) is none. */
const LABEL =
  /(?:パスワード|パスコード|ﾊﾟｽﾜｰﾄﾞ|暗証番号|(?:セキュリティ|ネットワーク|暗号化?|接続|入室|解凍|復号|展開|視聴|会議|ミーティング|WPA|Wi-?Fi|共有|アクセス|API|秘密|シークレット|認証|ライセンス)[ -]?(?:キー|key)|(?:アクセス|API|認証)?トークン|秘密鍵|暗証(?=[はが:「 ])|合言葉|合い言葉|パスフレーズ|ロック(?=[はの]|番号|解除)|(?<=[、。 」])鍵(?=は?[「: =])|(?:保護者|確認|バックアップ|リカバリー|復旧|復元|アクセス|入室|ログイン|認証|視聴|閲覧|ダウンロード|管理者|職員|共有)用?コード|[A-Z]{2,12}_(?:API_)?(?:KEY|TOKEN|SECRET|PASSWORD|PASS)(?==)|PIN(?:コード|番号)?(?![A-Za-z留止])|(?<![A-Za-z])(?:PW|PASS|pass(?:word|code|phrase))(?![A-Za-z])|パス(?=[ :=はが「→])|(?<=[」』 、/\n])キー(?=[:は= 「]))/giu;
/** From the label to its value: particles, signs and words such as 初期, and nothing that tells of something else. */
const VALUE =
  /^(?:[ :=/「『"'(,、・→]|(?:は|が|も|を|の|どちらも|どれも|とも|共に|ともに|どちらとも|すべて|全て|同じ|次の|以下|新しい|初期値?|通り|とおり|全員|共通|同じで|[0-9]桁|[0-9]けた|数字|半角|英数字?|小文字|で|いつもの|やつ|デフォルト|今は|現在|変わらず|解除|誕生月日|誕生日|みなさん|皆さん|みんな|番号|キー)){1,12}\n?[「『"'(]?(?<value>[0-9]{3,4} [0-9]{3,4}(?: [0-9]{3,4})?(?![0-9])|[!#-&*-~]{4,64}|(?<=[「『])[^」』\n!-~]{1,12}[0-9]{2,8}(?=[」』]))(?<tail>.{0,6})/u;
/** パスワードは市の花の名前「yamabuki」です. */
const QUOTED_VALUE =
  /^(?:は|が)[^。\n「『]{1,14}[「『](?<value>[!-~]{4,40})(?<tail>[」』](?:です|で|に|と).{0,3})/u;
/** How a value ends; パスワードはLINEで送ります goes on otherwise. */
const TAIL =
  /^(?:$|[」』"'),、。!\s・/]|で(?:す|した|ログ|入|開|接続|解)|に(?:変|な|設定|し|更新|統一)|と(?:な|入力|打)|[(][^()\n]{0,4}|を(?:入|使|打)|へ|から?に?変|だ)/u;
/** Counts, and how a good one looks: パスワードは10文字以上. */
const COUNT = /^(?:桁|文字|回|分|日|年|月|円|つ|個|種類|けた|ケタ|人|件|時|歳|~)/u;
const ADVICE =
  /避け|推測|使い回|使いまわ|ような|(?:など|等)(?:の|は|を|と)(?:簡単|単純|安易|推測|分かり|わかり)|簡単な|危険です|教えな|聞き出|聞かれ|他人に|盗ま|ではなく|複雑な|使わ(?:ない|ず)|含めない|含まない|設定しない|やめ|控え|狙わ|記入例|入力例|\(例|例[:：)]|例えば|たとえば|サンプル/u;
/** Keys of services that can be told by their form alone. */
const KEYS =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}|sk_(?:live|test)_[A-Za-z0-9]{16,}|AKIA[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{35}|xox[abprs]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,})|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/gu;
/** What belongs to the secret and stands before it: a meeting's number, a network's or a user's name. */
const COMPANION =
  /(?:会議ID|ミーティングID|Meeting ID|ウェビナーID|SSID|Wi-?Fi名?|ネットワーク名|ログインID|ユーザーID|ユーザー名|ユーザ名|アカウント名|(?<![A-Za-z])ID)[^。\n]{0,40}$/iu;

/** A value that is told without being written: 生年月日の8桁, 市の郵便番号. */
const KNOWN =
  /^(?:は|が|も|:| ){1,2}[^。\n]{0,14}?(?:生年月日|誕生日|郵便番号|電話番号|市外局番|社員番号|職員番号|会員番号|市制施行|名前のローマ字|名字のローマ字|初期(?:設定|値)?の?まま|変えて(?:い)?(?:ない|ません)|(?:全員|みんな|みな)(?:同じ|共通))[^。\n]{0,12}?(?:です|で(?:す|ログ|入|開)|にな|のまま|と同じ|桁|ので|だ|$)/u;
/** A name and its password in one breath: ログイン情報 koho / Suzaka#55. */
const PAIR =
  /(?:ログイン(?:情報|は)?|アカウント情報|(?:テスト|共用|共通|職員用|管理者|管理用)アカウント|ID ?[/・と] ?(?:PW|パス(?:ワード)?)(?:は)?)[ :は「]{1,3}[!-~]{4,40}?(?: ?[/、,・] ?| )(?=[!-~]{0,40}[0-9])[!-~]{4,40}/giu;
/** A meeting's number and what lets one in: Zoom 912 3344 5566 / 778899. */
const MEETING =
  /(?:Zoom|Webex|Teams|ウェビナー|ミーティング)[^。\n0-9]{0,8}[0-9]{3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}[ /、,・(]{1,3}[0-9A-Za-z]{4,10}(?![0-9A-Za-z-])/giu;
const WEAK = /^(?:パス|キー|鍵|合言葉|合い言葉|ロック|暗証)$|(?<!パス|認証)コード$/u;
/** What a weak label must open. */
const OPENS =
  /で(?:開|入れ|入り|入室|外|解|ログ|つな|接続|視聴|見ら|ダウンロード)|ログイン|共有|フォルダ|Wi-?Fi|無線LAN|アプリ|システム|端末|タブレット|パソコン|管理画面/iu;

/** A password, PIN, token or key together with its value. */
export const secretCredential: Rule = {
  id: "secret.credential",
  clause: "4(5)キ",
  level: "stop",
  *check({ facts }) {
    const folded = fold(facts.text);
    for (const match of matchesOf(KEYS, folded)) {
      const start = match.index;
      yield { start, end: start + match[0].length, message: { key: "secret_credential" } };
    }
    for (const { 0: words, index } of [...matchesOf(PAIR, folded), ...matchesOf(MEETING, folded)]) {
      const span = { start: index, end: index + words.length };
      if (facts.links.some((link) => overlaps(link, span)) || isFraudWarning(words)) continue;
      yield { ...span, message: { key: "secret_credential" } };
    }
    let reach = 0;
    for (const label of matchesOf(LABEL, folded)) {
      const from = label.index;
      if (from < reach) continue;
      const labelEnd = from + label[0].length;
      const behind = folded.slice(labelEnd, labelEnd + 100);
      const value = readValue(behind) ?? knownValue(behind);
      if (!value) continue;
      const end = labelEnd + value.end;
      if (facts.links.some((link) => overlaps(link, { start: end - 1, end }))) continue;
      // The sentence goes on behind the value: 「123456」など、推測されやすいもの.
      const around = folded.slice(Math.max(0, from - 30), end + 40);
      const advised = around.replace(/^[^。\n]{0,24}ではなく/u, "");
      if (ADVICE.test(advised) || isFraudWarning(around)) continue;
      const before = folded.slice(Math.max(reach, from - 50), from);
      const companion = COMPANION.exec(before.slice(before.lastIndexOf("\n\n") + 1))?.[0] ?? "";
      // パス alone may be a ticket or a mountain pass, 合言葉 a slogan.
      const isWeak = WEAK.test(label[0]);
      const isOpening = OPENS.test(around) || /admin|root|pass/iu.test(behind.slice(0, value.end));
      const isStaffs = /初期|職員|管理/u.test(around);
      if (isWeak && companion === "" && !value.isMixed && !isOpening && !isStaffs) continue;
      if (/^合い?言葉$/u.test(label[0]) && !isOpening && companion === "") continue;
      reach = end;
      yield { start: from - companion.length, end, message: { key: "secret_credential" } };
    }
  },
  // A door's code opens a door.
  yieldsTo: ["secret.security"],
  examples: {
    fires: [
      {
        text: "Zoomの会議ID 812 3456 7890、パスコード 26kosodate で入室してください。",
        marks: "会議ID 812 3456 7890、パスコード 26kosodate",
      },
      {
        text: "SSIDは SZK-STAFF、暗号化キーは kura26machi です。",
        marks: "SSIDは SZK-STAFF、暗号化キーは kura26machi",
      },
      { text: "パスワードは「Suzaka2026!」に変わりました。", marks: "パスワードは「Suzaka2026!" },
      { text: "暗証番号は４６４９です。", marks: "暗証番号は４６４９" },
      {
        text: "鍵 ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        marks: "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
      },
    ],
    quiet: [
      "パスワードは「123456」や誕生日など、推測されやすいものを避けましょう。",
      "無料Wi-FiはSSID「Suzaka_Free_Wi-Fi」です。パスワードは要りません。",
      "パスワードは10文字以上にしましょう。",
      "会議IDとパスコードは、申し込んだ方にメールでお送りします。",
      "暗証番号（4桁）をご用意ください。",
      "パスワードはLINEでお知らせします。",
      "警察官をかたり、暗証番号 1234 を聞き出す手口です。",
      "フリーパス 1000円を販売中です。",
    ],
  },
};

function knownValue(behind: string): { end: number; isMixed: boolean } | null {
  const words = KNOWN.exec(behind)?.[0];
  return words === undefined ? null : { end: words.length, isMixed: false };
}

/** The value behind a label; its end counts from the label's. */
function readValue(behind: string): { end: number; isMixed: boolean } | null {
  const match = VALUE.exec(behind) ?? QUOTED_VALUE.exec(behind);
  // Bounded: a value is cut at 64 characters.
  const value = match?.groups?.value?.replace(/[),.'"]+$/u, "") ?? "";
  if (!match || value.length < 4) return null;
  // No password needed: prose in another language.
  if (/^[a-z]+$/u.test(value) && /^ *$/u.test(behind.slice(0, behind.indexOf(value)))) return null;
  const tail = behind.slice(match[0].length - (match.groups?.tail?.length ?? 0));
  if (COUNT.test(tail)) return null;
  const isMixed =
    /[0-9]/.test(value) && !/^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}[-~/:][0-9]{1,2})$/.test(value);
  if (!isMixed && !TAIL.test(tail)) return null;
  if (/^(?:https?|www\.|0[0-9]{1,3}-)/i.test(value)) return null;
  const end = behind.indexOf(value, 0) + value.length;
  return { end, isMixed: /[0-9]/.test(value) && /[a-z]/i.test(value) };
}
