import { ANIMALS } from "./animals.ts";
import { fold } from "./digits.ts";
import { matchesOf } from "./gate.ts";
import { findTitledNames } from "./people-titled.ts";
import { type Span, spanAt } from "./span.ts";
import { surnameAtEnd, surnameAtStart } from "./surnames.ts";

/** A person called by name. `start` to `end` hold the name and its honorific. */
export interface PersonMention extends Span {
  /** Without honorific and blanks. */
  name: string;
  /** さん, くん, 容疑者 …; "" where the name stands bare. */
  honorific: string;
  /** How sure the form is that it is a person: a family and a given name, one of them, or a guess. */
  form: "full" | "family" | "given" | "unknown";
  /** Offices, lecturers, artists and people of history: they speak or perform in public. */
  isPublic: boolean;
}

/** No post names more; a pasted roster is found out by its first names, and the walk stays short. */
const MOST = 200;
/** Given names have one to three kanji, or two to four kana. */
const HONORIFIC =
  /(?<name>[一-鿿㐀-䶿々〆ヶケァ-ヺーぁ-ゖ・･]{1,16}?|[一-鿿々]{1,3}[ 　][一-鿿々ァ-ヺーぁ-ゖ]{1,4})[ 　]?(?<honorific>さん(?!が丘|ま|ふらわあ|さん|かく|ご(?![夫家一両主自])|せ|ぽ)|様(?!々|子|式|相|変|態)|さま(?!ざま)|くん|君(?!津|主|臨|島|塚)|ちゃん(?!こ|と(?!い|一|遊|参|写))|氏(?!名|神|族|家|子)|容疑者|被告(?!人席)|受刑者)/gu;
/** A bare name counts where a school class stands before it or an age behind it. */
const BARE =
  /(?<=(?:[一二三四五六]年(?:生|[0-9０-９一-九]組)|[小中高校学園(（][1-6１-６一-六]年|[0-9０-９一-六]年(?:生|[0-9０-９一-九]組)|[0-9０-９一-九A-Z]組|年[長中少]|氏名[:： は]?|名前[:： は]?|(?:滞納者|未納者|受給者|対象者|患者|感染者|陽性者|保護者|違反者|当選者|受賞者|被害者|加害者|死亡者|負傷者|申請者|相談者|契約者|通報者|苦情者|該当者|届出人|請求者)(?:は|[:：]))[のノ・:：,、 　]{0,2})(?<name>[一-鿿々ヶ]{1,3}[ 　]?[一-鿿々ァ-ヺーぁ-ゖ]{1,4}?)(?=[ 　、。（(）)」\n,，・がはをもに]|の(?=[一-鿿ァ-ヺ「『])(?!皆|児|生|教|保)|さん|選手|$)/gmu;
const BARE_AGED =
  /(?<![一-鿿々])(?<name>[一-鿿々ヶ]{1,3}[ 　]?[一-鿿々ァ-ヺーぁ-ゖ]{1,4})(?=[ 　]?(?:[（(] ?(?:当時)?[0-9０-９]{1,3}(?:歳|才)?(?:[)）]|[、,・])|[（(] ?(?:明治|大正|昭和|平成|令和|[SHTR]) ?[0-9元]|[（(][^()\n]{0,6}[一-鿿](?:[小中]|小学校|中学校|高校)[)）]|[ 　、][0-9０-９]{1,3}(?:歳|才)(?!以上|未満|以下|児|から|まで|の[方人])))|(?<=(?:氏名|名前)[:： は]{1,2})(?<named>[一-鿿々ヶ]{1,3}[ 　]?[一-鿿々ァ-ヺーぁ-ゖ]{1,4})(?=[ 　、。（(\n,，])/gu;
/** What is called さん and is no name: people by what they are or do, and groups of them. */
const NO_NAME_ENDING =
  /[者員長師士屋家店社会館署課係部局市県町村区組客主手生方親子供児童徒弟孫婦夫妻娘息僧母父兄姉妹女性男職業界園校院所団隊班連軍省庁寺宮神仏殿王姫番号機車駅線橋山川湖海田畑池園赤坊嬢爺婆]$/u;
const NO_NAME =
  /^(?:皆|みな|みんな|おば|おじ|おばあ|おじい|おかあ|おとう|おにい|おねえ|おまわり|おくに|おいしゃ|あか|こども|おこ|おふくろ|ママ|パパ|じい|ばあ|にい|ねえ|かあ|とう|お|ご|奥|旦那|若|嫁|婿|姑|患者|消防|警察|業者|先方|貴|各位|有志|一同|別|同|元|主犯|重要|少年|少女|サンタ|サンタクロース|たく|くま|クマ|熊|ぞう|ゾウ|うさぎ|ウサギ|ねこ|ネコ|猫|いぬ|イヌ|犬|さる|サル|猿|うし|牛|うま|馬|とり|きつね|たぬき|ぱんだ|パンダ|カンガルー|ペンギン|ライオン|りす|リス|ひつじ|ヤギ|やぎ|ことり|パン|ラーメン|ケーキ|やお|豆腐|花|本|菓子|酒|米|肉|魚|床|鍼灸|大工|左官|芋|飴|豆|餅|おひな|ひな|雛|お雛|内裏|えびす|恵比寿|大黒|天神|弁天|観音|地蔵|七福神|不動|薬師|鬼|妖精|モデル|スタッフ|ボランティア|ドライバー|オーナー|リーダー|サポーター|ユーザー|ファン|フォロワー|メンバー|ベビー|キャラ|アイドル|カメラマン|ホスト|ゲスト|チーム|クラブ|たくさ|いくさ|ざ)$/u;
/** A surname that is also what people are or where they work, before さん. */
const ROLE_NAMES = new Set([
  "原告",
  "王子",
  "工",
  "主人",
  "城",
  "町",
  "館",
  "境",
  "北",
  "南",
  "西",
  "東",
  "角",
  "物井",
  "中",
  "上",
  "下",
  "宮",
  "島",
  "谷",
  "海",
  "風間",
  "門",
]);
/** Right before the name: the office, art or trade by which the person is known. */
const PUBLIC_ROLE =
  /(?:教授|講師|先生|医師|弁護士|保健師|助産師|看護師|栄養士|司書|学芸員|相談員|指導員|推進員|支援員|警察官|警部|署長|隊員|協力隊|市長|町長|村長|知事|大臣|議員|議長|教育長|[部課係所館園校区会社団隊局院]長|理事|代表(?!で)|委員|監督|コーチ|キャスター|アナウンサー|タレント|モデル|(?<=[ァ-ヺーの・])(?:スト|ナー|(?<!セン)ター|シェフ|クター|ーサー|アン|ダンサー|シンガー|ガー|カー|マン)|落語|漫才|講談|狂言|浪曲|落語家|[画作書陶彫刻写真建築演出華茶道脚本随筆俳歌詩音楽芸術料理研究評論登山冒険民謡声声楽舞踊活動革命政治批評専門]家|家元|歌手|俳優|女優|声優|芸人|力士|棋士|騎手|選手|メダリスト|俳人|歌人|詩人|僧侶|住職|宮司|師匠|大使|親善大使|アンバサダー|ソムリエ|職人|杜氏|作者|著者|監修|講談師|漫才師|指揮者|奏者|演者|司会|聞き手|案内人|世話人|ガイド|通訳|交流員|ALT|国際交流員|学者|博士|選考|審査員|記者|リポーター|レポーター|プロ)$/u;
/** What joins a role, or a house and its role, to the name. */
const JOINT = /(?:の|・|、|,|である|だった|でもある|:|は、?| |「[^」]{1,12}」)$/u;
const NOUN_JOINT = /[一-鿿ァ-ヺー]{1,12}(?:の|・)$/u;

/** Whether an office, an art or a trade stands right before the name: 落語家の, 市長の, 画家・須坂太郎. */
function isPublicBefore(words: string): boolean {
  if (PUBLIC_ROLE.test(words.replace(JOINT, ""))) return true;
  return PUBLIC_ROLE.test(words.replace(NOUN_JOINT, "").replace(JOINT, ""));
}

/** 館長の妻の春江さん holds no office. */
const RELATIVE_BEFORE =
  /(?:妻|夫|母|父|祖母|祖父|娘|息子|長男|長女|次男|次女|二男|二女|孫|兄|姉|弟|妹|家族|奥さん)(?:の|・|、|,)?$/u;
/** Right behind the name, instead of or behind the honorific. */
const PUBLIC_BEHIND =
  /^(?:教授|先生|医師|選手|監督|市長|議員|[会社部課園校]長|の(?:講演|講義|講座|演奏|作品展|個展|コンサート|指導|指揮|原画|絵本|小説|ライブ|ステージ|トーク|落語|曲|歌|著書|朗読|司会|解説|絵画展|写真展|書道展)|(?:を|が)?(?:講師|ゲスト|招|迎え|お招き)|(?:による|が(?:講演|演奏|解説|出演|指導|登壇|司会|教え|披露|案内|着任|就任)))/u;
/** Former times, but for those in which people who live now were born. */
const HISTORY =
  /江戸|戦国|決闘|物語|伝記|生涯|藩主|城主|大名|武将|明治|室町|鎌倉時代|平安|幕末|維新|世紀|史料|古文書|浮世絵|伝説|昔話|民話|1[0-8][0-9][0-9]年/u;
const STAGE =
  /講師|講演|登壇|出演|リサイタル|コンサート|ライブ|個展|企画展|展覧会|原画展|トークショー|トークイベント|指揮|主演|落語会|寄席|襲名|生誕|没後|ゆかりの|対談|審査員|司会|オリンピック|五輪|パラリンピック|プロ野球|Jリーグ|メダリスト|着任|就任|地域おこし協力隊|聞き手|日本代表|世界選手権|サイン会|インストラクター|アーティスト|市民栄誉|名誉市民|直木賞|芥川賞|ノーベル/u;

/** Called by an office or a profession: in public as far as that goes. */
export function isOffice(honorific: string): boolean {
  return /[長員査任事諭頭手士師議督生チ]$/u.test(honorific);
}

/** People called by name, in order, without overlaps. */
export function findPeople(written: string, sentences: readonly Span[]): PersonMention[] {
  // 﨑 stands outside the block of common kanji and is 崎 to a reader.
  const text = fold(written).replaceAll("﨑", "崎");
  const titled = findTitledNames(text);
  const mayBeNamed = /[さ様氏君告刑容くち年歳才名者(（]/u.test(text);
  if (!mayBeNamed && titled.length === 0) return [];
  const found: PersonMention[] = [];
  const judged = new Map<Span, { isStage: boolean; isAnimal: boolean }>();
  function surroundings(start: number) {
    const sentence = spanAt(sentences, start) ?? { start: 0, end: text.length };
    let verdict = judged.get(sentence);
    if (!verdict) {
      const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
      verdict = {
        isStage: STAGE.test(words) || HISTORY.test(words),
        isAnimal: ANIMALS.test(words),
      };
      judged.set(sentence, verdict);
    }
    return verdict;
  }
  function add(start: number, end: number, parsed: Parsed, honorific: string): void {
    const { isStage, isAnimal } = surroundings(start);
    if (isAnimal && parsed.form !== "full" && parsed.form + honorific !== "familyさん") return;
    // そらの あおいさん: the family name in kana stands before a blank.
    const before = text
      .slice(Math.max(0, start - 30), start)
      .replace(/(?<=[、,・の])[ぁ-ゖァ-ヺ]{2,5} $/u, "");
    const isPublic =
      isStage ||
      isOffice(honorific) ||
      (isPublicBefore(before) && !RELATIVE_BEFORE.test(before)) ||
      PUBLIC_BEHIND.test(text.slice(end, end + 12));
    found.push({ start, end, name: parsed.name, honorific, form: parsed.form, isPublic });
  }
  for (const match of matchesOf(HONORIFIC, text)) {
    if (found.length >= MOST) break;
    const { name = "", honorific = "" } = match.groups ?? {};
    const parsed = parseName(name, honorific);
    if (!parsed) continue;
    const end = match.index + match[0].length;
    add(match.index + name.length - parsed.length, end, parsed, honorific);
  }
  for (const pattern of [BARE, BARE_AGED])
    for (const match of matchesOf(pattern, text)) {
      if (found.length >= MOST * 2) break;
      const name = match.groups?.name ?? match.groups?.named ?? "";
      const bare = parseBare(name);
      if (bare) add(match.index, match.index + name.length, bare, "");
    }
  for (const { start, end, name, title, form } of titled.slice(0, MOST))
    add(start, end, { name, length: name.length, form }, title);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return found.filter(({ start, end }) => {
    const isFree = start >= reach;
    if (isFree) reach = end;
    return isFree;
  });
}

interface Parsed {
  /** Without blanks. */
  name: string;
  /** How many of the last characters of the run are the name. */
  length: number;
  form: PersonMention["form"];
}

const GIVEN_KANA = /(?:[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})$/u;
/** Kana that ends a word before the honorific rather than a given name. */
const KANA_WORDS =
  /^(?:おつかれ|おきゃく|ごくろう|おせわ|ごちそう|おかげ|おまちど|おば|おじ|おかあ|おとう|おに[いー]|おね[えー]|こども|(?:みな|みんな|おこ|たく|とう|かあ|にい|ねえ|あか)$)/u;

/** とは, でも; but とめ, とし, はな and はる are given names. */
function isParticle(kana: string): boolean {
  return (
    /^[のはがをにともへで][^ん]?$/u.test(kana) &&
    !/^(?:と[めしよきくみもわせ]|は[なつるま]|の[ぶりえ]|も[もえとと]|に[なこ])$/u.test(kana)
  );
}

/** Particles and words for people, which no given name looks like. */
function isKanaWord(kana: string): boolean {
  return KANA_WORDS.test(kana) || NO_NAME.test(kana) || /^[のはがをにともへでや]/u.test(kana);
}

/** The name at the end of a run of letters before an honorific. */
function parseName(run: string, honorific: string): Parsed | null {
  const isChild = honorific === "くん" || honorific === "ちゃん" || honorific === "君";
  const spaced = /^([一-鿿々]{1,3})[ 　](.{1,4})$/u.exec(run);
  if (spaced) {
    const [, family = "", given = ""] = spaced;
    const surname = surnameAtEnd(family);
    // 小河原町 荒井様: what stands before the blank is a place.
    if (surname === family && surnameAtStart(given) !== given)
      return { name: surname + given, length: surname.length + 1 + given.length, form: "full" };
    return parseName(given, honorific);
  }
  const mixed = /([一-鿿々ヶ]{1,4}?)((?:[ァ-ヺ]{1,3}|[ぁ-ゖ]{1,3})[子代江美枝])$/u.exec(run);
  if (mixed) {
    const surname = surnameAtEnd(mixed[1] ?? "");
    const name = surname + (mixed[2] ?? "");
    if (surname !== "") return { name, length: name.length, form: "full" };
  }
  const kanji = /[一-鿿㐀-䶿々〆ヶ]{1,12}$/u.exec(run)?.[0] ?? "";
  if (kanji !== "") return parseKanji(kanji, run, isChild, honorific);
  const ending = GIVEN_KANA.exec(run)?.[0] ?? "";
  // 牧野ひな: a doll by that word has no family name.
  if (ending === "" || (ending !== "ひな" && NO_NAME.test(ending))) return null;
  // 山田さくら: a family name, then two to four kana. Longer kana first.
  for (let length = Math.min(4, run.length); length >= 2; length -= 1) {
    const given = run.slice(-length);
    if (!/^(?:[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})$/u.test(given)) continue;
    const rest = run.slice(0, -length);
    const surname = surnameAtEnd(/[一-鿿々ヶ]{1,4}$/u.exec(rest)?.[0] ?? "");
    if (surname === "" || KANA_WORDS.test(given) || isParticle(given)) continue;
    return { name: surname + given, length: surname.length + length, form: "full" };
  }
  // A family name that is not listed, then a given name in kana: 篠塚ヨネ.
  const guess = /(?:^|[^一-鿿々ァ-ヺー])([一-鿿々ヶ]{2,3})([ァ-ヺー]{2,3}|[ぁ-ゖ]{2,3})$/u.exec(
    run,
  );
  const [, family = "", givenName = ""] = guess ?? [];
  if (family !== "" && !NO_NAME_ENDING.test(family) && !isKanaWord(givenName))
    return { name: family + givenName, length: family.length + givenName.length, form: "full" };
  const foreign = /[ァ-ヺー]{2,10}(?:[・･][ァ-ヺー]{1,10}){0,3}$/u.exec(run)?.[0] ?? "";
  if (foreign !== "") return { name: foreign, length: foreign.length, form: "unknown" };
  const given = /(?:^|[一-鿿ァ-ヺーのとはがも、])([ぁ-ゖ]{2,4})$/u.exec(run)?.[1] ?? ending;
  // Hiragana before さん is a name only where nothing else can stand there.
  if (!isChild && given.length !== run.length) return null;
  return KANA_WORDS.test(given) ? null : { name: given, length: given.length, form: "given" };
}

function parseKanji(
  kanji: string,
  run: string,
  isChild: boolean,
  honorific: string,
): Parsed | null {
  for (let length = Math.min(6, kanji.length); length >= 2; length -= 1) {
    const words = kanji.slice(-length);
    const surname = surnameAtStart(words);
    const rest = words.length - surname.length;
    if (surname === "" || rest < 1 || rest > 3) continue;
    // Longer family names first: 小山田さん is no 小 山田.
    if (NO_NAME_ENDING.test(words) && !isGivenEnding(words)) continue;
    return { name: words, length, form: "full" };
  }
  const ending = surnameAtEnd(kanji);
  // 小山田, 大久保田: one more character makes another family name of it.
  const isWider = ending.length >= 2 && /^[小大上下中東西南北新古奥内外]/u.test(kanji);
  const family = isWider && kanji.length === ending.length + 1 ? kanji : ending;
  const isWhole = family.length === kanji.length || kanji.length - family.length >= 2;
  if (family !== "" && isWhole && !ROLE_NAMES.has(family))
    return { name: family, length: family.length, form: "family" };
  if (NO_NAME.test(kanji)) return null;
  // 莉子ちゃん; but 王子さま, 息子さん.
  const isGirl =
    /^(?![王女男息弟双母父親迷様菓妻調餃獅椅帽団原電種卵筆冊拍利骨粒分格障硝養獣])[一-鿿][子美]$/u.test(
      kanji,
    );
  // 古畑くん, but no 弟くん: what else ends like a place is no child.
  const isChildName = isChild && /^[一-鿿々]{1,2}[田畑山川池橋湖海宮神]$/u.test(kanji);
  if (isChildName) return { name: kanji, length: kanji.length, form: "given" };
  if (NO_NAME_ENDING.test(kanji) && !isGirl && !/^.{2,3}[子美]$/u.test(kanji)) return null;
  if (kanji.length > 5) return null;
  if (isChild && kanji.length <= 3) return { name: kanji, length: kanji.length, form: "given" };
  const isLegal = /容疑者|被告|受刑者/u.test(honorific);
  // Family names from the neighbouring countries, which begin too many other words.
  if (/^[金李朴崔鄭姜趙尹陳劉楊郭]$/u.test(kanji))
    return { name: kanji, length: 1, form: "family" };
  if (kanji.length === 1 && !isLegal) return null;
  return { name: kanji, length: kanji.length, form: run === kanji ? "unknown" : "given" };
}

/** Given names may end like words for people: 健太郎, 大輔, 直人. */
function isGivenEnding(words: string): boolean {
  return /(?:男|夫|生|士|郎|太|介|助|輔|人|斗|平|也|一|二|三|子|江|恵|美|香|奈|菜|実|花|音|乃|月|和|樹|真|希|彦|司|治|志|仁|翔|蓮|陽|大|海)$/u.test(
    words,
  );
}

/** A bare name: a known family name and a given name that is no word for a place or a school. */
function parseBare(words: string): Parsed | null {
  const name = words.replace(/[ 　]/gu, "");
  const surname = surnameAtStart(name);
  const given = name.slice(surname.length);
  // 加々美ひなた: a family name that is not listed, known by the kana behind it.
  const unlisted = /^([一-鿿々ヶ]{2,3})([ぁ-ゖ]{2,4})$/u.exec(name);
  if (surname === "" && unlisted && !isKanaWord(unlisted[2] ?? "") && /[ぁ-ゖ]{2}$/u.test(words))
    return NO_NAME_ENDING.test(unlisted[1] ?? "")
      ? null
      : { name, length: words.length, form: "full" };
  if (surname === "" || given.length < 1 || given.length > 4) return null;
  // 須坂市政: the family name is a city's.
  if (/^[市町村県区]/u.test(given)) return null;
  // 真田幸貫公, 宮沢賢治像: of people long dead, and of things.
  if (/[公翁卿像邸碑]$|選手$|監督$|[市町村]長$|知事$|議員$|教授$/u.test(given)) return null;
  if (/^[のはがをにともへでや]|[はがをの]$/u.test(given) && given.length < 3) return null;
  if (
    /[町村市区県館校園会店線駅橋川池山団社署課係部局院所寺宮組班小中高車屋家場室塔号年月日時分円人名台回台本]$/u.test(
      given,
    )
  ) {
    if (!isGivenEnding(given)) return null;
  }
  return { name, length: words.length, form: "full" };
}
