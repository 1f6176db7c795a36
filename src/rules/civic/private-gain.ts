import type { Facts } from "../../facts/facts.ts";
import { findAll, joinSpans, type Phrase, phraseAt, wholePost } from "../../facts/phrases.ts";
import { spanAt } from "../../facts/span.ts";
import { wordsBetween } from "../../facts/words-between.ts";
import type { Rule } from "../rule.ts";

/** What makes an owner of a word: 妻が, 実家の, 私は; of a place or a pastime also 実家で. */
const OWNS = /^[のが]/u;
const SELF = /^(?:私|わたし|わたくし|僕|ぼく|俺|中の人)$/u;
const PLACE = /^(?:実家|我が家|わが家|うち|趣味|副業)$/u;
/** Spare time: 休みの日にやっている. */
const SPARE = /休|週末|合間|傍ら|かたわら|勤務後|アフター|定年/u;
/** Somebody else's kin, or a part of a longer word. */
const NO_OWNER = /[\p{Script=Han}ごお]$/u;
/** As far behind the owner as its business is named: 妻の[パン屋], 妻が駅前に開いた[パン屋]. */
const REACH = { の: 16, other: 28 };
/** What sells by itself what is one's own: 私が売ります. */
const SELLS = /販売|売|出品|買って|注文|譲|割引|値引|格安|フォロー|紹介料|もらって/u;
const COMMERCE: readonly RegExp[] = [
  /^(?:[【［[(（](?:PR|ＰＲ|広告|タイアップ)[】］\])）]|(?:PR|ＰＲ)[:：])(?!動画|紙|誌|大使)[^。\n]{0,16}/gmu,
  /(?:企業|会社|お?店|メーカー|スポンサー|業者)(?:さん|様|さま)?(?:から|より)[^。\n]{0,8}(?:謝礼|報酬|お金|ギャラ|無償|協賛金)[^。\n]{0,10}(?:いただ|もら|受け|頂)[^。\n]{0,8}/gu,
  /(?:取り|引き取り)に来て(?:くれる|いただける|くださる|もらえる)(?:方|人)[^。\n]{0,6}(?:円で|譲|差し上げ|あげ)[^。\n]{0,4}/gu,
  /(?:私事|私用|個人的(?:な(?:お知らせ|宣伝|話)))[^。\n]{0,24}(?:売り|譲り|買って|売って|もらって|宣伝)[^。\n]{0,6}/gu,
  /有料(?:記事|マガジン|note|ノート|メンバーシップ|オンラインサロン|コミュニティ)を(?:公開|販売|始め|書)[^。\n]{0,6}|投げ銭[^。\n]{0,6}(?:いただけ|お願い|よろしく|して|くだ|募)|(?:ほしい|欲しい)(?:物|もの)リスト/gmu,
  /(?:は|なら)、?[^。\n]{0,4}(?:同級生|友人|知人|知り合い|妻|夫|主人|弟|兄|姉|妹|父|母|いとこ|親戚|先輩|後輩|私)の?[^。\n]{0,8}(?:まで|にお任せ|にご相談|にご連絡)(?:どうぞ|ご連絡|お願い|ください|。|！|$)/gmu,
  /[0-9０-９万千百]{1,6}円で[^。\n]{0,6}(?:どなたか|お?譲り|譲(?:って|り)|売り|いかが)[^。\n]{0,6}/gmu,
  /(?:投資|ビットコイン|仮想通貨|暗号資産|FX|株取引|資産運用|権利収入|不労所得)[^。\n]{0,14}(?:増やし|稼ぎ|儲け|もうけ|始め)(?:ませんか|ましょう|方(?:を|法)?(?:教|伝))[^。\n]{0,6}/gmu,
  /(?:LINE|ライン|友だち|公式)?登録(?:する)?(?:だけ)?で(?:毎月)?[^。\n]{0,6}(?:稼げ|儲か|もうか|収入)[^。\n]{0,8}|自宅で[^。\n]{0,10}(?:教室|サロン|カフェ|塾|レッスン|ショップ)を(?:始め|開[きい]|やって|オープン)[^。\n]{0,6}|(?:余っ|余り|いらな|要らな|使わな)[^。\n]{0,20}を(?:お?譲り|譲り|差し上げ|もらって)[^。\n]{0,6}/gmu,
  /(?:PR|ＰＲ|広告)(?:投稿|記事)?です|(?:投資信託|株|保険|銘柄|カードローン)[^。\n]{0,8}(?:おすすめ|オススメ|お勧め)(?:です|だ|！)[^。\n]{0,4}/gmu,
  /(?:広告|バナー|リンク|動画)(?:を|から)?[^。\n、]{0,10}(?:クリック|タップ|再生|押し)[^。\n]{0,10}(?:収入|報酬|お小遣い|収益|応援にな)|(?:私|わたし|自分|担当者?|職員|紹介者)に[^。\n]{0,8}(?:紹介料|報酬|ポイント|マージン|お金|収入|キックバック|特典)[^。\n]{0,4}(?:入|もら|つ|付)|(?:私|わたし|知人|知り合い|友人|親戚|家族|妻|夫|兄|弟|姉|妹|父|母|実家)の(?:[兄弟姉妹父母妻夫]の)?(?:会社|店|お店|職場|事業|工場|農園|教室|事務所)(?:で|が|の|を|は|に)[^。\n]{0,14}(?:募集|セール|来て|よろしく|安|オープン|営業|仕事|依頼|採用|買(?!った))/gu,
  /(?:ご?連絡|お?問い?合わせ|お?申し?込み?|DM|希望者|詳細|予約|購入|ご?注文|ご?応募|ご?相談|見積もり?)は(?:、)?(?:私|わたし|僕|担当の?私|担当者?個人|私個人)(?:まで|に|へ|の)|(?:売上|売り上げ|収益|代金|利益)は[^。\n]{0,8}(?:飲み会|懇親会|忘年会|職員|私|自分|活動費にはせず)|(?:売り|譲り|手放し)たい(?:ので|です|と思)/gu,
  /アソシエイト(?=に|・|の|プログラム|です)|(?:投資|副業|証券|暗号資産|仮想通貨|アプリ|塾|ジム|カード)[^。\n]{0,12}(?:登録|紹介|入会|口座開設)(?:する|で|すると|だけで|すれば)[^。\n]{0,8}(?:円|ポイント|カード|特典)[^。\n]{0,6}(?:もらえ|プレゼント|進呈|還元|入)|(?:友達|お友達|友だち)紹介で[^。\n]{0,12}(?:もらえる|割引|安くなる)[^。\n]{0,6}(?:塾|ジム|サロン|教室|店|スクール)/gu,
  /アフィリエイト|アフィ(?=リンク|です|で|サイト)|(?:紹介|招待|友達紹介|お友達紹介|リファラル)(?:コード|リンク|URL|キャンペーンコード|番号)(?!の(?:詐欺|不正))[^。\n]{0,16}|PR案件|ＰＲ案件|企業案件/gu,
  /タイアップ(?:投稿|案件)|案件(?:です|なの|を(?:受け|いただ|もら)|投稿)|[#＃](?:PR|ＰＲ|ad|広告|タイアップ|提供|sponsored)(?![A-Za-zぁ-んァ-ヶ一-鿿])|ステマ|スポンサー(?:から|より|の)[^。\n]{0,10}(?:提供|依頼|いただ)|(?:商品|製品|化粧品|サンプル|お菓子|飲み物|サプリ|家電)(?:を|の)(?:無償で|無料で)?(?:ご)?提供(?:して)?(?:いただ|を?受け|され)[^。\n]{0,8}(?:ので|まし|紹介|レビュー|使って)/gu,
  /(?:この|次の|下の|以下の|私の)?リンクから(?:購入|買|登録|申し?込|入会|インストール)[^。\n]{0,20}(?:ポイント|報酬|収入|特典|割引|もらえ|入り(?:ます|ます)|キャッシュバック|お得)|(?:フリマアプリ|メルカリ|ラクマ|ヤフオク[!！]?|PayPayフリマ|Yahoo!フリマ|ジモティー?|minne|ミンネ|Creema|BASE|eBay|フリマサイト|フリマ)(?:に|で)[^。\n、]{0,14}(?:出品(?:し(?:まし|て(?:い|ま)|た|ます)|中)|売(?:って|り(?:ま|出))|販売(?:し|中)|出して(?:い|ま)|譲)/gu,
  /出品中(?:です|。|！)|(?:余っ(?:た|て)|行けなくな(?:った|り)|急用で|使わな(?:い|くな)|要らな(?:い|くな)|いらな(?:い|くな)|不要にな)[^。\n]{0,16}(?:チケット|車|バイク|家具|家電|服|自転車|スキー|ベビー|カメラ|パソコン|本|ゲーム|お譲り|譲|売|買|引き取)[^。\n]{0,12}(?:譲り|譲(?:って|ります)|売り|買って|もらって|差し上げ|引き取|どなたか)/gu,
  /どなたか(?:買|引き取|もらって|購入)|必ず(?:儲|もう)か[^。\n]{0,10}(?:投資|紹介|教え|DM|話)/gu,
  /(?:投資|副収入|不労所得|暗号資産|仮想通貨|FX|ネットワークビジネス|MLM|在宅ワーク|せどり|サイドビジネス)[^。\n]{0,14}(?:紹介し(?:ます|て)|始めませんか|教えます|興味(?:の|が)ある方(?:は)?[^。\n]{0,6}(?:DM|連絡)|一緒に(?:や|始|稼)|稼げ(?:ます|る)|儲か)|副業(?:を|で)(?:始め(?:た|まし|ませ)|やって|して(?:い|お)|稼|しませんか|(?:作|売|販)|す)|副業(?:の|として)[^。\n]{0,10}(?:宣伝|ネイル|ライター|カフェ|教室|店|ショップ|販売|を始)|(?:個人|私|わたし|自分|中の人|担当者?|プライベート|本人|職員)(?:の)?(?:個人)?(?:の)?(?:アカウント|YouTube|ユーチューブ|チャンネル|ブログ|note|インスタ(?:グラム)?|TikTok|ショップ|サイト|X)(?:も|を|は|の|でも)[^。\n]{0,10}(?:フォロー|登録|見て|ご覧|よろしく|応援|読んで|チェック|いいね|購入)|私物(?:の[^。\n、]{1,16})?(?:を|が)?[^。\n、]{0,10}(?:売|譲|出品|販売|買|差し上げ|オークション|手放)/gu,
];
/** Warned of, not allowed, the city's own sale or market, lessons and advice on business. */
const WARNED =
  /詐欺|ご?注意|トラブル|被害|勧誘(?!しま)|不審|偽|だまさ|騙さ|やめ|禁止|できません|しないで|ないで|相談(?:窓口|会|して)|講座|セミナー|研修|業者|悪質|違法|手口|うたい|広告に|ご遠慮|持ち帰|置かない|紛失|お断り/u;
const OFFICIAL =
  /公売|官公庁|オークション(?:に|を)(?:参加|実施|開催)|公用車|リユース(?!品を私)|粗大ごみ|メルカリ ?Shops|ふるさと納税|返礼品|特産品|市民フリ|フリーマーケット|出店者|プレミアム商品券|商品券|市(?:が|では|の公式|公式)|公式(?:YouTube|チャンネル|アカウント|インスタ|X|LINE|note)|就労支援|作業所|福祉施設|創業支援|起業|指定管理|協賛|実行委員|学校|生徒(?!(?:さん)?募集)|児童|障(?:害|がい)|授産|広告(?:主|枠|掲載)?(?:を|の)?募集|おすすめの(?:本|絵本|図書)|農家|商工会|直売所|キャンペーン|マルシェ|商店街|誘って|ご一緒|一緒に|プレゼントに|贈り物|撮影|写真を撮|人権|載せられ|里親|保護(?:犬|猫)|手作りの門松|老舗|受け継/u;

export const civicPrivateGain: Rule = {
  id: "civic.private-gain",
  clause: "5(1)",
  level: "care",
  *check({ facts }) {
    const spans: Phrase[] = [];
    for (const phrase of findAll(facts, COMMERCE)) if (isPrivate(phrase, false)) spans.push(phrase);
    for (const phrase of businesses(facts)) if (isPrivate(phrase, true)) spans.push(phrase);
    if (spans.length > 0 && /フィッシング|闇バイト/u.test(wholePost(facts))) return;
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "civic_private_gain", args: [text] } };
    }
  },
  examples: {
    fires: [
      { text: "リンクはアフィリエイトです。", marks: "アフィリエイト" },
      { text: "紹介コードSZK500で500円引きです。" },
      { text: "担当者の私物のスキー板をフリマアプリに出品しました。" },
      { text: "実家の農園のりんごを販売しています。" },
      { text: "妻が開いたパン屋に、ぜひ来てください。" },
      { text: "担当者の個人アカウントもフォローしてください。" },
      { text: "行けなくなったチケットをどなたか買ってください。" },
      {
        text: "妻がネイルサロンを開きました。10%オフです。",
        marks: "妻がネイルサロンを開きました",
      },
      { text: "休みの日にやっている動画チャンネルの登録をお願いします。" },
    ],
    quiet: [
      "「簡単な副業」と誘う業者にご注意ください。",
      "市民フリーマーケットの出店者を募集します。私物は持ち帰ってください。",
      "副業人材を募集します。起業・副業の相談会もあります。",
      "官公庁オークションに公用車を出品します。",
      "ふるさと納税の返礼品に、市内の農園のぶどうが加わりました。",
      "市公式YouTubeチャンネルの登録をお願いします。",
      "友人や家族を誘って、ぜひお越しください。",
      "母の日のカーネーションを販売中です。父から農園を継いだ若者を取材しました。",
      "フリマサイトでの個人間取引のトラブルが増えています。",
    ],
  },
};

/** Somebody's own business together with what is asked of the readers or offered to them. */
function* businesses(facts: Facts): Generator<Phrase> {
  const { text, words, sentences } = facts;
  const isOf = (wanted: string, from: number, to: number) =>
    wordsBetween(words, from, to).find(({ lexicon }) => lexicon === wanted);
  for (const { lexicon, start, end } of words) {
    if (lexicon !== "gain-owner" && lexicon !== "gain-staff") continue;
    if (NO_OWNER.test(text.charAt(start - 1))) continue;
    const isSpare =
      /^個人/u.test(text.slice(start, end)) ||
      (SPARE.test(text.slice(start, end)) && /^[にの、]/u.test(text.slice(end, end + 1)));
    const owner = text.slice(start, end);
    const particle = text.charAt(end);
    const owns =
      OWNS.test(particle) ||
      (SELF.test(owner) && /[はも]/u.test(particle)) ||
      (PLACE.test(owner) && /[でも]/u.test(particle));
    if (!isSpare && !owns) continue;
    const sentence = spanAt(sentences, start) ?? { start, end: text.length };
    const reach = particle === "の" && !isSpare ? REACH.の : REACH.other;
    const business = isOf("gain-business", end, Math.min(end + reach, sentence.end));
    if (business && !(particle === "の" && text.slice(end, business.start).includes("、"))) {
      const trade = isOf("gain-trade", business.start, Math.min(business.end + 40, sentence.end));
      const asked = trade ?? isOf("gain-trade", sentence.end, sentence.end + 40);
      if (asked) yield phraseAt(facts, start, trade?.end ?? business.end);
    } else if (lexicon === "gain-owner") {
      const trade = isOf("gain-trade", end, Math.min(end + 24, sentence.end));
      if (trade && SELLS.test(trade.text)) yield phraseAt(facts, start, trade.end);
    }
  }
}

function isPrivate(
  { text, before, after, sentence, isQuoted }: Phrase,
  needsOwner: boolean,
): boolean {
  if (isQuoted || WARNED.test(sentence) || /ではなく|じゃなく|ではありません/u.test(sentence))
    return false;
  if (/[一-鿿]$/u.test(before) && /^[私妻夫母父兄弟姉妹娘個]/u.test(text)) return false;
  if (/人材|兼業|(?:の)?募集|相談/u.test(after.slice(0, 8)) && !/募集中です/u.test(after))
    return false;
  if (!needsOwner)
    return !(/#|＃/u.test(text)
      ? false
      : /公売|官公庁|公用車|ふるさと納税|返礼品|特産|物産|観光協会|粗大ごみ|メルカリ ?Shops|市(?:が|では)/u.test(
          sentence,
        ));
  return !OFFICIAL.test(sentence);
}
