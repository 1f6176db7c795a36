import { isFraudWarning, surroundingsOf } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import { nextSentence } from "../../facts/phrases.ts";
import type { Rule } from "../rule.ts";

type Asset = "guard" | "door" | "key" | "vault" | "system" | "product" | "place" | "vip";

/*
 * What, said of an asset, tells how to get in. All are read on the 80 units behind the asset within its
 * sentence, so that none of them takes long.
 */
const CLOCK = "[0-9]{1,2}(?:時(?:半|[0-9]{1,2}分)?|:[0-9]{2})";
/** Nobody there: who watches, or anybody in a building. */
// Bounded: read on 80 units.
const ABSENT =
  /^[^。]{0,36}?(?:無人(?!駅|販売|直売|航空|運転|決済|レジ|配送|島|ヘリ)|(?:誰|だれ|人|職員|警備員|見張り|守衛|番人|当直)[がはも]?(?:一人も|1人も)?(?:おら|い(?:ない|ません|なく)|見て(?:い)?(?:ない|ません)|残(?:らない|りません))|(?:寝て|居眠り)|不在(?!の(?:時間|とき|場合|方))|仮眠|手薄|留守)|^(?:員)?(?:は|が|も)?(?:なし|無し|抜き|付けず|付かず)で|^[はがも](?:来|立ち|付き)(?:ない|ません)/u;
// Bounded: read on 80 units.
const FEW =
  /^[^。]{0,30}?(?:(?:ひとり|ふたり)(?:しか|だけ|のみ|で回)|(?:[月火水木金土日]曜日?|土日|週末|祝日|年末年始)(?:は|が|の)[^。]{0,10}?(?:お?休み|だけ|のみ|しか|来な)|(?:一|1|2|二)(?:名|人|回)(?:になる|になり|だけ|のみ|しか|体制|なので|で回)|(?:だけ|しか)(?:一|1|二|2)人|(?:だけ|のみ|しか)に?(?:です|で、|で回|巡回|来|い(?:ない|ません)|付い|つい|設置|あり|写|映|見て|見回|動))/u;
// Bounded: read on 80 units.
const HOURS = new RegExp(
  `^[^。]{0,28}?${CLOCK}[^。]{0,14}?(?:帰|戻|退勤|上がり|上がる|引き上げ|終わ|寝|交代|交替|いなく|出勤|来(?:ます|る)|巡回|見回|仮眠|休憩|だけ|のみ|しか|回(?:です|。|$)|まで来|減|[0-9]名(?:体制|に|で))`,
  "u",
);
// Bounded: read on 80 units.
const PATROL = new RegExp(`^[^。]{0,24}?(?:は|が|:)[^。]{0,6}?${CLOCK}[^。]{0,16}`, "u");
/** Watches, but does not see or does not work. */
// Bounded: read on 80 units.
const BLIND =
  /^[^。]{0,64}?(?:死角(?!(?:を|が|の)?(?:な(?:く|い)|減|解消|対策|補))|映(?:らない|りません|って(?:い)?ない|っていません)|写(?:らない|りません|って(?:い)?ない|っていません)|見え(?:ない|ません)(?:位置|場所|角度)|録画[^。]{0,6}?(?:ない|ません|せず)|ダミー|偽物|にせもの|届か(?:ない|ず))/u;
// Bounded: read on 80 units.
const OFF =
  /^[^。]{0,40}?(?:(?:作動|稼働|起動|反応|機能)(?:して(?:い)?(?:ない|ません|おらず)|しま?せん|しない|せず)|動(?:きません|いて(?:い)?(?:ない|ません)|かない)|停止(?:して|中|したまま)|止まって(?:い|お|る)|切れて(?:い|お|る)|切って(?!い?ただ|くだ)|切られて|(?:切った|止めた|外した|切られた|オフの)まま|契約[^。]{0,8}(?:切れ|解除|終わり|終わる|打ち切|やめ)|オフにして|オフです|電源(?:を|が)?(?:落と|切|抜|入って(?:い)?な)|切り(?:ます|ました|っぱなし)|切ります|外し(?:ます|ました|て(?:い|お))|解除(?:した?まま|されて|して(?:い|お|あ))|電池(?:が)?切れ|故障(?:中|し)|壊れ|未設置|鳴(?:りません|らない)|外れて|(?:日|時間)(?:分)?(?:で|しか)[^。]{0,6}?(?:消え|上書き|保存|残ら))/u;
/** What should be there, be set or be changed, and is not. */
// Bounded: read on 80 units.
const LACKING =
  /^[^。]{0,24}?(?:(?<!(?:こと|時間|必要|もの|問題|心配|関係|変わり|影響|間違い|予定|支障)[はがも]?)あり|付いて|ついて|設置(?:して|されて)|入って|入れて|かかって|見て|変えて|変更して|対策(?:して|されて)|効いて|足りて|届いて|設けて|掛けて|かけて|掛かって|導入(?:して|されて)|使って|置いて|おいて|配置(?:して|されて)|雇って|契約して|頼んで|つけて|張って|巡回して|回って|設定(?:して|されて)|暗号化(?:して|されて))(?:い)?(?:ない|ません|なく|おらず|ず)|^(?:対策|管理|体制)?(?:が|は|も)(?:とても|かなり|まだ)?(?:甘[いく]|弱[いく]|手薄|ずさん|ゆるい|穴だらけ)/u;
/** A way in that is not closed. */
// Bounded: read on 80 units.
const OPEN =
  /^[^。]{0,40}?(?:施錠を(?:解|外|せず|しないで)|鍵を(?:開けて|外して|かけず)[^。]{0,4}?(?:おき|おく|い|あ)|施錠(?:を)?(?:して|されて)(?:い)?(?:ない|ません|おらず)|施錠(?:でき|され)(?:ない|ません|ず)|(?:無|未)施錠|鍵(?:を|が)(?:かけ|掛け|かか|掛か)(?:って|て)?(?:い)?(?:ない|ません|おらず|らない|りません|ず)|閉ま(?:りません|らない)|(?:切った|外した|解除した)まま|開(?:けっ?放し|けたまま|いたまま|きっぱなし|けっぱなし)|閉め忘れ|(?:番号|コード|鍵|錠)を?[^。]{0,14}?(?:変え|替え|交換し)(?:て(?:い)?(?:ない|ません)|ず)|(?:通れる|入れる|くぐれる|抜けられる)[^。]{0,6}?(?:穴|隙間|すき間|破れ目)|(?:引く|押す|蹴る|叩く|たたく|揺する|持ち上げる|回す|差し込む|ひねる)(?:と|だけで)[^。]{0,8}?(?:開|外れ|入れ)|を?(?:かざさ|持た|見せ)なくても[^。]{0,16}?(?:入れ|通れ|開)|カード(?:を|が)?[^。]{0,6}?(?:なくても|無くても|かざさなく|なしで)|(?:誰|だれ)でも(?:[^。]{0,6}?)(?:入れ|通れ|開け|出入り|侵入)|勝手に入れ|入り放題|素通り|すり抜け|自由に(?:出入り|通れ|入れ|使え)|そのまま(?:入|開|通)|(?:昨日|今朝|夜|いつも|ずっと|一晩|夜通し)[^。]{0,8}?開いて(?:い|お)|通り抜けられ|乗り越え|またげば|(?:押せ|引け|蹴れ|叩け|持ち上げれ)ば[^。]{0,6}?(?:開|外|入)|(?:穴|隙間|すき間|破れ)[^。]{0,10}?(?:入れ|くぐ|通れ|出入り)|外せ(?:ば|る)|簡単に(?:開|外|入)|だけで(?:複製|偽造)(?:が)?でき|外から[^。]{0,4}?(?:開け|開く|入れ))/u;
/** A lock that does not lock. */
// Bounded: read on 80 units.
const UNLOCKED =
  /^(?:は|が)な(?:く(?!し|な)|い(?:ので|ため|から|まま|状態))|^[^。]{0,24}?(?:(?:かけ|掛け|かか|掛か|締め|閉め)(?:って|て)?(?:い)?(?:ない(?!で)|ません|おらず|らない|りません)|壊れ|故障(?:して|中)|(?:が)?(?:効|利)(?:きません|かない|いて(?:い)?(?:ない|ません))|忘れ|付いて(?:い)?(?:ない|ません)|使い回|共通(?:です|の|に|で)|同じ(?:です|鍵)|^(?:せず|しな[いく]|して(?:い)?(?:ない|ません))|見つかって(?:い)?(?:ない|ません|おらず)|紛失|(?:な|無|失)く(?:な[りっ]|し(?:て|まし))|行方不明|戻って(?:い)?(?:ない|ません|おらず)|盗まれ|変えて(?:い)?(?:ない|ません))/u;
/** Where it lies, or who has it at home. */
// Bounded: read on 80 units.
const KEPT =
  /^[^。]{0,36}?(?:植木鉢|プランター|マット|ポストの(?:中|下)|メーターボックス|メーター|引き出し|棚|の下|の裏|の上|の奥|ロッカー|箱|ボックス|事務室|机|壁|自宅|フック|郵便受け|石)(?:の(?:中|下|裏|上|奥))?(?:[^。]{0,12}?(?:あり|ある|置(?:い(?:てあ[りる]?|て))?|入れ|入って|隠し|です|保管|かけて|掛かって|下げて|ぶら下|つって|持って)|[、。]|$)/u;
/** Where a machine or a safe stands. */
// Bounded: read on 80 units.
const LOCATED =
  /^(?:は|が)[^。]{0,24}?(?:机|棚|ロッカー|物入れ|押し入れ|押入れ|階段下|階段の下|天井裏|床下|倉庫|戸棚|引き出し|カウンター|奥|隅|下|裏)(?:の(?:中|下|上|奥|裏|横))?(?:に(?:あり|ある|置|設置|入って)|です|。|$)/u;
/** What stands where it stands is nobody's business. */
const HARDWARE =
  /サーバ|ルーター|コアスイッチ|アクセスポイント|装置|盤$|hdd|ハードディスク|usb|バックアップ|金庫|録画/u;
// Bounded: read on 80 units.
const AT_HOME =
  /^[^。]{0,24}?(?:自宅|さん宅|さん(?:だけ)?[がもは]|さん(?:の家)?に|店に|隣の|向かいの)[^。]{0,12}?(?:持|保管|預[かけ]|あり)/u;
const CODE =
  "(?:は|が|:|「|を|で| |\\(|の){0,3}(?:[0-9]桁の?で?|[^。、0-9]{1,8}と同じ)?「?[#*]?[0-9]{3,8}[#*]?(?![0-9]|-[0-9]|円|人|名|年|時|号|件|個|台|番地|冊|m)";
/** The number that opens it; numbers of telephones and forms are none. */
// Bounded: read on 80 units.
const OPENED_BY = new RegExp(
  `^[^。]{0,24}?(?<!電話|整理|受付|登録|管理|車両|問い合わせ|製造|識別|許可|口座|会員|予約|利用者|申請|郵便|個人)(?:番号|暗証|コード|パスコード|ナンバー|合わせ方)${CODE}|^[^。]{0,16}?「?[#*]?(?:[0-9]{3,8}|[0-9](?:[-・ ][0-9]){2,5})[#*]?」?(?:で(?:開|解|入れ|入り|外|止|切)|に合わせ|を押|と(?:入[力れ]|押|打)|の順に)|^[^。]{0,16}右[^。]{0,6}?[0-9]{1,3}[^。]{0,6}?左[^。]{0,6}?[0-9]{1,3}`,
  "u",
);
/** The same, said in the sentence behind. */
// Bounded: read on 240 units.
const OPENED_BY_THEN = new RegExp(
  `^[^。]{0,30}?(?:番号|コード|暗証|錠)[^。]{0,30}。[^。]{0,14}?(?:番号|コード|暗証番号?)${CODE}`,
  "u",
);
/** Money over night, on its way, or how much. */
// Bounded: read on 80 units.
const LYING =
  /^[^。]{0,30}?(?:(?:毎日|毎週|毎朝|毎晩|毎月|[月火水木金土日]曜)[^。]{0,24}?(?:運び|運搬|輸送|運ぶ|持って|入金し|届け|預け|歩い|一人で)|(?:引き出し|金庫|事務室|机|棚|ロッカー|準備室|倉庫)[^。]{0,10}?(?:あり|置|保管|入れて)|[0-9,]{1,9}万?円[^。]{0,10}?(?:あり|入って|置|保管)|(?:一晩|夜間|週末|翌日|翌朝)[^。]{0,16}?(?:置|保管|あり)|(?:奥|左|右|裏|下|上)[^。]{0,6}?(?:にあり|にある|に置)|見張り|(?:入れ|置い)たまま|施錠のみ|鍵(?:は|を)?(?:かけ|掛け)(?:て(?:い)?(?:ない|ません)|ず))/u;
/** Seen or changed by those who must not. */
const OTHERS_DATA =
  /(?:(?:他|ほか|別|隣|前)の?(?:人|方|団体|世帯主|グループ|利用者|申請者|市民|会員|世帯|保護者|応募者)|他人|人様|第三者)の[^。\n]{0,10}?(?:申請|申込|情報|名前|氏名|住所|予約|データ|記録|履歴|画面|明細|書類|内容|番号|メール|写真|アカウント|成績|ページ)[^。\n]{0,10}?(?:見え|見られ(?!ま?せん|ない)|表示され|閲覧でき|出(?:て(?:き|しま)|ます|る)|読め|取れ|編集でき|消せ)/gu;
// Bounded: read on 80 units.
const EXPOSED =
  /(?:(?:誰|だれ)でも[^。]{0,12}?(?:見られ|見え|閲覧|ダウンロード|書き換え|編集|入れ|ログイン|アクセス|開け|操作|変更でき|消せ|触れ)(?!.{0,6}(?:公開|オープン))|外(?:部|側)?から[^。]{0,12}?(?:見え|見られ|入れ|アクセスでき|閲覧でき|侵入|操作でき|つなが)(?!な|ま?せ)|(?:ログイン|パスワード|認証)(?:しなくても|なしで|無しで|なくても)[^。]{0,12}?(?:見|入|使|閲覧|アクセス)|変え(?:ると|れば)[^。]{0,16}?(?:見え|見られ|表示|入れ|出(?:ます|る|て)|読め|取れ)|(?:空(?:け|欄)|未入力|入力しな|入れな|飛ばし|でたらめ|適当|間違[っえ])[^。]{0,12}?(?:でも|ても)[^。]{0,12}?(?:進[めん]|通[っれ]|ログイン|受け付け|開[いけき])|丸見え|ダダ漏れ|筒抜け)/u;
/** One password for all, or none at all. */
const SHARED_PASSWORD =
  /(?:同じ|共通の?|使い回しの?|共有の?)(?:ID(?:と|や))?パスワード(?:を|で)[^。\n]{0,8}(?:使っ|設定|ログイン|入れ|入って|運用|共有)|パスワード(?:は|を|が)[^。\n]{0,12}(?:(?:全員|みんな|全?職員|全課|全部)(?:[でがも])?(?:同じ|共通|共有)|共通です|共用して|生年月日の?まま|設定して(?:い)?(?:ない|ません)|かけて(?:い)?(?:ない|ません)|貼って(?:い|あ)|貼り出)/gu;
/** Where it lies, told before it: マットをめくると鍵があります. */
const HIDDEN_KEY =
  /(?:植木鉢|プランター|マット|ポスト|メーター|郵便受け|消火栓|牛乳箱|室外機|看板)(?:ボックス)?(?:の[下裏中上]|をめくる|をどけ|を持ち上げ)[^。\n]{0,8}(?:合い?)?(?:鍵|カギ|かぎ)[がをも](?!隠すの)[^。\n]{0,6}(?:あり|ある|置|入|隠)/gu;
/** What opens something that has no name of its own. */
const DIAL =
  /(?:数字|暗証|ダイヤル|コード|(?<!電話|整理|受付|登録|管理|会員|予約|申請|内線)番号)[^。\n0-9０-９]{0,8}[0-9０-９](?:[-・、 ]?[0-9０-９]){2,7}[#＃*]?」?(?:で(?:開[くきけ]|解錠|入れ)|に合わせ|と(?:押|打ち))/gu;
/** Known and not yet mended. */
// Bounded: read on 80 units.
const UNFIXED =
  /^[^。]{0,44}?(?:(?:まだ|いまだ|未だ)[^。]{0,10}?(?:直って|直せて|直して|ふさ[がげ]って?|ふさげて|塞[がげ]って?|塞げて|修正|対応|適用|更新|対策|済んで|でき|終わって)[^。]{0,8}?(?:ない|ません|おらず|ず)|未(?:対応|修正|適用|設定|導入|更新|対策|実施)|放置|(?:穴|不具合|弱点|問題)?が(?:まだ)?残って|見つか[^。]{0,16}?(?:来月|来週|来年|これから|修正でき|まだ|年度内)|(?:修正|対応|適用|設定|導入|取得|更新|暗号化|アップデート|対策)(?:が|は)?(?:でき|して|されて|追いついて)(?:い)?(?:ない|ません|おらず)|(?:更新|サポート|保守|アップデート|期限|契約|ライセンス)(?:が|は|の)?(?:止ま|終わっ|切れ)(?:った|た|って|て)?(?:まま|いる|い(?:ます|る)|おり|お|の)|(?:取って|当てて|入れて)(?:い)?(?:ない|ません|おらず)|ロックが?(?:かからない|かかりません)|て(?:い)?(?:ない|ません)(?:ので|が|まま|状態)|サポート(?:の|が)切れた[^。]{0,10}?(?:まま|使って|動い)|付箋|パスワード[^。]{0,8}?貼って|(?:[0-9]{1,2}年|何年|ずっと|長年)(?:も|間)?[^。]{0,6}?(?:まま|変えて)|(?:ログイン|画面)[^。]{0,8}?(?:したまま|開いたまま|つけっ?ぱなし)|感染した(?:まま|状態)|丸裸|無防備|古い(?:バージョンの?)?まま|初期(?:設定|値|パスワード)?の?まま|デフォルトのまま|使い回し(?:て|の|です))/u;
/** Faulty now, and to be mended later. */
// Bounded: read on 80 units.
const PENDING =
  /^[^。]{0,50}?(?:不具合|故障|指摘|穴|弱点|脆弱|警告|壊れ|不備|欠陥|バグ|漏れ)[^。]{0,24}?(?:改修|修正|直[すし]|対応|更新|入れ替え|対策|修理|業者)[^。]{0,10}?(?:来月|来週|来年|年明け|年度|[0-9]{1,2}月|先(?:に|です|で)|これから|予定|未定)/u;
/** Names and addresses of machines, and who rules them. */
// Bounded: read on 80 units.
const ADDRESSED =
  /^[^。]{0,12}?(?:(?:IP(?:アドレス)?|ホスト名|サーバー?名|機種|型番)(?:は|が|:|「|\(| ){1,3}[A-Za-z0-9][A-Za-z0-9._-]{3,}|(?:は|が|:|「|\(| |に){1,3}(?:10|127|172|192)\.[0-9]{1,3}\.[0-9.]{3,8}|(?:は|が|:|「|\(| ){1,3}https?:\/\/[^ 。]{0,40}?admin)|^[^。]{0,24}?(?:管理者(?:の?(?:ID|アカウント|名))?(?:は|が|:)「?[A-Za-z][A-Za-z0-9_-]{2,}|管理者(?:は|ID|アカウント|名)?[^。]{0,4}?(?:root|admin|administrator)|(?:root|admin|administrator)(?:です|で(?:入|ログ|動)|のまま|権限))/iu;
/** The machine's own name right behind it: サーバー（szk-web03）. */
const HOST_NAME =
  /^(?:名)?[はが:「( ]{1,3}(?:[A-Za-z][A-Za-z0-9]{0,12}[-_][A-Za-z0-9-]{1,16}|[A-Za-z]{2,10}[0-9]{1,4})(?![A-Za-z0-9@.])/u;
// Bounded: read on 80 units.
const VERSION = /^[^。]{0,14}?[0-9]{1,4}(?:[.][0-9]{1,4}){0,3}/u;
/** The organisation's own system runs on it. */
const IN_USE =
  /まま|古い|旧式|サーバー?|稼働|動い(?:て|た)|使って|使用して|利用して|サポート|更新(?:が|して|でき)|脆弱|導入して|バージョン|未|構成|VLAN/iu;
const OWN_OLD = /まま|古い|旧式|動い(?:て|た)|使って|サポートが?切れ/u;
/** The way that somebody takes who is guarded. */
// Bounded: read on 80 units.
const ROUTE = new RegExp(
  `^[^。]{0,44}?(?:移動ルート|移動経路|動線|警護|警備(?:計画|配置|体制)|控室|宿泊先|宿泊(?:は|する)|乗車|に乗り|乗ります|車列|車両ナンバー|送迎車|自宅(?:を|から|に))[^。]{0,24}?(?:${CLOCK}|→|号|ホテル|旅館|号室|便|口|人|名|[0-9]階|です)|^[^。]{0,44}?(?:口|門|階段|エレベーター)から(?:入|出|降|上が)|^[^。]{0,44}?${CLOCK}[^。]{0,6}?(?:自宅|公舎|庁舎|ホテル|宿舎)を(?:出|発)`,
  "u",
);

/** Said of the reader's own door, and the world's news about security. */
const RESIDENTS =
  /ましょう|ていませんか|お宅|お車|家の(?:Wi|ルーター|パソコン|玄関)|ご?自宅の|ご?家庭|空き巣|泥棒|ねらわ|狙わ|狙い|ねらい|車上|自転車|車の(?:鍵|ドア|カギ)|家の(?:鍵|カギ)|お気をつけ|お使いの|ご使用の|皆さんの|危険です|火災警報|住宅用火災|踏切|気象|大雨|津波|クマ|ドローン|講座|講演|研修|セミナー|コインロッカー|公開収録|センサーライト|消防団|分団|警察|パトロール|見守り隊|町内|PTA|防犯協会/u;
const ADVISED = /ましょう|ていませんか|空き巣|泥棒|ねらわ|狙|危険です|消防団|警察/u;
/** What is out of order for the public is told with regret. */
const REGRET =
  /工事の?ため|作業の?ため|が故障し、|ご不便|ご迷惑|ご了承|別の(?:出?入り?口|扉|トイレ)|に注意|被害/u;
/** Rooms and lockers that their users lock, or not. */
const PUBLIC_USE =
  /更衣室|ロッカー|トイレ|シャワー|駐輪|貴重品|お手洗い|授乳|個室|休館|閉館|使用中止/u;
/** What might be, not what is. */
const CONDITION =
  /^(?:ない|いない)?(?:い)?(?:とき|時(?:は|に)|場合|際|ようで|なら|か(?:を|が|確|ど)|恐れ|おそれ|方は|人は)/u;
/** When somebody answers, and not who watches. */
const SERVICE = /電話|窓口|受け?付|問い?合わ?せ|手続|開館|休館|相談/u;
const WEEKLY = /毎(?:日|週|朝|晩|夕|月)|[月火水木金土日]曜/u;
const CARRIED = /運[びぶん]|運搬|輸送|入金し|持って行|持っていき|回収に/u;
/** Mended, closed for the time, lent to users, or sought: nothing to get in by. */
const SETTLED =
  /実験|効果を調べ|落とし物|拾得|お預かり|貸し出|貸出|返却|補助|助成|募集|入札|業務委託|(?:増設|解消|修正|交換|修理|補修|復旧|完了|撤去|改善|設定変更|遮断)(?:を)?(?:し|が)(?:ま|完)|直りました|直しました|ふさぎました|対応済|使用(?:でき(?:ない|ません)|を?(?:中止|禁止))|利用(?:でき(?:ない|ません)|を?(?:中止|停止)|いただけません)|使えません|お使いいただけ|閉鎖(?:して|し|中)/u;

const GAPS: Record<Asset, readonly RegExp[]> = {
  guard: [OPENED_BY, BLIND, OFF, ABSENT, FEW, HOURS, LACKING, PENDING],
  door: [OPEN, OPENED_BY, OPENED_BY_THEN, ABSENT],
  key: [OPENED_BY, OPENED_BY_THEN, KEPT, UNLOCKED, AT_HOME, OPEN, LACKING],
  vault: [OPENED_BY, LYING],
  system: [EXPOSED, ADDRESSED, UNFIXED, PENDING, LACKING],
  product: [],
  place: [OPENED_BY, OPENED_BY_THEN, ABSENT, OPEN],
  vip: [ROUTE],
};
/** What no advice to residents and no apology makes harmless. */
const GRAVE: ReadonlySet<RegExp> = new Set([BLIND, EXPOSED, OPENED_BY, OPENED_BY_THEN, ROUTE]);

/** What would help somebody to get into the city's buildings or systems. */
export const secretSecurity: Rule = {
  id: "secret.security",
  clause: "4(5)キ",
  level: "stop",
  *check({ facts }) {
    let folded = "";
    let reach = 0;
    for (const { 0: words, index } of matchesOf(OTHERS_DATA, facts.text)) {
      const { before, after } = surroundingsOf(facts, { start: index, end: index + words.length });
      if (SETTLED.test(before + after) || isFraudWarning(before + after)) continue;
      yield { start: index, end: index + words.length, message: { key: "secret_security" } };
    }
    for (const { 0: words, index } of matchesOf(SHARED_PASSWORD, facts.text)) {
      const { before, after } = surroundingsOf(facts, { start: index, end: index + words.length });
      const sentence = before + words + after;
      if (RESIDENTS.test(sentence) || isFraudWarning(sentence) || /ないで|避け|やめ/u.test(after))
        continue;
      yield { start: index, end: index + words.length, message: { key: "secret_security" } };
    }
    for (const { 0: words, index } of [HIDDEN_KEY, DIAL].flatMap((told) =>
      matchesOf(told, facts.text),
    )) {
      const { before, after } = surroundingsOf(facts, { start: index, end: index + words.length });
      const sentence = before + words + after;
      if (!RESIDENTS.test(sentence) && !isFraudWarning(sentence))
        yield { start: index, end: index + words.length, message: { key: "secret_security" } };
    }
    for (const word of facts.words) {
      if (!word.lexicon.startsWith("security-") || word.start < reach) continue;
      folded ||= fold(facts.text);
      const end = gapBehind(facts, folded, word);
      if (end === null) continue;
      reach = end;
      yield { start: word.start, end, message: { key: "secret_security" } };
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
      { text: "電子キーの番号は4桁で「2468」。", marks: "電子キーの番号は4桁で「2468" },
      { text: "職員用の玄関はカードをかざさなくても開きます。" },
      { text: "他の人の申請内容が見える状態です。", marks: "他の人の申請内容が見え" },
      {
        text: "南京錠のダイヤルを「258」に合わせてください。",
        marks: "南京錠のダイヤルを「258」に合わせ",
      },
      { text: "玄関の鍵が1本見つかっていません。" },
      { text: "本人確認の欄を空けたままでも次へ進めます。" },
      { text: "毎週金曜に現金を銀行へ運びます。" },
    ],
    quiet: [
      "【システム障害のお知らせ】施設予約システムがつながりにくくなっています。",
      "図書館は午前9時から午後7時まで開いています。",
      "防犯カメラを通学路に20台設置しました。",
      "死角の多い交差点にご注意ください。",
      "年末特別警戒で、消防団が午後8時から市内を巡回します。",
      "宿直の職員が不在の時間はありません。",
      "夜警団の皆さんが、夜8時から町内を見回ります。",
      "鍵の落とし物をお預かりしています。",
      "空き巣は死角になる窓をねらいます。",
      "体育館の鍵は、午前9時から窓口で貸し出します。",
      "システムの脆弱性を解消しました。",
      "玄関の自動ドアが故障し、ご不便をおかけしています。",
      "消防団の夜警は20時から巡回します。",
      "公衆無線LANは暗号化していません。大事な情報は入力しないでください。",
    ],
  },
};

/** Where the gap ends that is told of behind an asset; null where none is. */
function gapBehind(facts: Facts, folded: string, word: LexiconWord): number | null {
  const { sentences, quotations } = facts;
  const read = { text: folded, sentences, quotations };
  const { before, after, quotation } = surroundingsOf(read, word);
  const asset = word.lexicon.slice("security-".length) as Asset;
  const sentence = before + folded.slice(word.start, word.end) + after;
  if (quotation || isFraudWarning(sentence)) return null;
  const isSettled = SETTLED.test(sentence);
  // Of a guard or a camera what stands behind is often what residents are asked for.
  const isGuard = asset === "guard";
  const isAdvice = (isGuard ? ADVISED : RESIDENTS).test(sentence);
  const length = (words: string) => word.end + words.trimEnd().length;
  if (asset === "product") {
    const unfixed = isSettled || isAdvice ? undefined : UNFIXED.exec(after)?.[0];
    if (unfixed) return length(unfixed);
    const version = VERSION.exec(after)?.[0];
    // Windows 7 has its version in its name, and every home has it too.
    if (/[0-9]$/u.test(word.word))
      return OWN_OLD.test(sentence) &&
        /システム|サーバ|業務|庁|職員|市の|窓口/u.test(sentence) &&
        !isAdvice
        ? word.end
        : null;
    return version && IN_USE.test(sentence) && !isAdvice && !isSettled ? length(version) : null;
  }
  if (isGuard && !isAdvice && !isSettled && /員|直$|守衛|夜警|巡回|見回/u.test(word.word)) {
    const isRound = /巡回|見回/u.test(word.word)
      ? /警備|夜|閉館|庁舎|校舎|宿直|守衛|施設|館内/u.test(sentence)
      : /巡回|見回/u.test(after.slice(0, 8));
    const hours = isRound ? PATROL.exec(after)?.[0] : undefined;
    if (hours && !RESIDENTS.test(before + word.word + hours)) return length(hours);
  }
  if (asset === "system" && /(?:公衆|フリー|無料|お使いの|家庭の)[^、。]{0,4}$/u.test(before))
    return null;
  if (asset === "vault" && WEEKLY.test(sentence) && CARRIED.test(after))
    return length(after.slice(0, (CARRIED.exec(after)?.index ?? 0) + 2));
  if (HARDWARE.test(word.word) && !isAdvice && !isSettled) {
    const located = LOCATED.exec(after)?.[0];
    if (located) return length(located);
  }
  if (asset === "system" && /サーバ|ホスト|コンピュ|ルーター|vpn|データベース/u.test(word.word)) {
    const name = isSettled ? undefined : HOST_NAME.exec(after)?.[0];
    if (name) return length(name);
  }
  for (const gap of GAPS[asset]) {
    const isGrave = GRAVE.has(gap);
    if (isSettled && !(isGrave && gap !== BLIND)) continue;
    if (isAdvice && !isGrave) continue;
    const isFacility = gap === OPEN || gap === UNLOCKED || gap === LACKING;
    const passage = sentence + nextSentence(read, word.start);
    if (isFacility && (REGRET.test(sentence) || PUBLIC_USE.test(passage))) continue;
    if (gap === ABSENT && SERVICE.test(sentence)) continue;
    const behind = gap === OPENED_BY_THEN ? after + nextSentence(read, word.start) : after;
    const match = gap.exec(behind);
    const told = match ? behind.slice(0, match.index + match[0].length) : "";
    if (isGuard && !isGrave && RESIDENTS.test(before + told)) continue;
    if (match && !CONDITION.test(behind.slice(told.length))) return length(told);
  }
  return null;
}
