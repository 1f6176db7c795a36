import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";
import { surnameAtEnd } from "./surnames.ts";

/** UTF-16 units that are read on either side of an age. */
const REACH = 24;
/** An age or a school year, and what kind of person it is: 30代男性, 中学2年の女子生徒. */
const KIND =
  /(?:[0-9０-９一二三四五六七八九十]{1,3}(?:歳|才|代(?:前半|後半)?)|[小中高]学?[1-6１-６]年生?|[1-6１-６]年生?)の?(?:男性|女性|男子|女子|男児|女児|男の子|女の子|男|女|夫婦|主婦|会社員|児童|生徒|園児|住民|世帯主|無職|職員|教員|教諭|保育士|看護師|店員|農業|自営業|方)(?:児童|生徒|学生|職員|住民|会社員)?/gu;
// Bounded: read on REACH units.
const WARD_BEFORE =
  /[一-鿿ヶ]{1,5}(?:町|地区|区|丁目|団地|小学校|中学校|小|中|保育園|幼稚園|こども園|集落|支援学校|高校)(?:の|に住む|に住んでいる|に暮らす|に(?:引っ)?越して(?:き|来)た|に転入した|在住の?|、|・|で一人暮らしの|に通う|に勤める){0,2}$/u;
const WARD_BEHIND =
  /^[(（][^)）\n]{0,8}[一-鿿ヶ](?:町|地区|区|丁目|団地|小学校|中学校|[小中](?=[)）、・])|保育園|幼稚園|集落)[^)）\n]{0,8}[)）]/u;
/** Whoever keeps a shop is known by it: 「カットハウス久保」のご主人. */
const KEEPER =
  /(?<=「[^」\n]{2,14}」の)(?:ご主人|店主|店長|社長|オーナー|女将|おかみ|マスター|大将|経営者|住職)/gu;
/** 原田商店の店主さん, 駅前の食堂のおかみさん. */
const SHOP =
  /[一-鿿ァ-ヺー]{1,8}(?:店|食堂|旅館|理容室?|美容[室院]|床屋|製作所|工業|建設|農園|医院|薬局|スナック|寺)(?:さん)?の(?:ご主人|店主|店長|社長|オーナー|女将|おかみ|マスター|大将|住職|奥さん|ママ)(?:さん)?/gu;
/** One holds the post: 旭ヶ丘小の教頭, うちの課長. */
const POST =
  /(?:[一-鿿ヶァ-ヺー]{1,6}(?:[小中]|学校|高校|園|支所|館|児童クラブ|課|センター|[1-6１-６]年[1-9１-９]組)の?|(?:うち|[本当][校園課館])の(?:[課係]の)?)(?:後輩|先輩|同僚|部下|上司|新人|[校園館所課係]長|支所長|教頭|担任|用務員|調理員|司書)(?:先生|さん)?/gu;
/** One of a family that is named: 柳沢家のお子さん. */
const OF_A_FAMILY =
  /(?<family>[一-鿿ヶ]{1,4})(?:家|(?:さん)(?:の(?:お宅|家)|宅|方|ち))の(?:お子さん|お?子様|子ども|息子(?:さん)?|娘(?:さん)?|長[男女]|次[男女]|ご?主人|奥(?:さん|様)|おじいさん|おじいちゃん|おばあさん|おばあちゃん|祖[父母]|ご家族)/gu;
/** A, T.K, 田中〇子 with an age in brackets. */
const INITIAL =
  /[A-ZＡ-Ｚ〇○●](?:[.．・]?[A-ZＡ-Ｚ子美男郎][.．]?)?(?:さん|氏|君|くん)?[ 　]?[(（][0-9０-９]{1,2}(?:歳|才|代)?[、,・/ ][^)）\n]{0,20}[)）]/gu;

/** People who bear no name in the text, but of whom few fit: 豊洲地区の30代男性, Aさん（32歳・井上町）. */
export function findDescribedPeople(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: words, index } of matchesOf(KIND, text)) {
    const end = index + words.length;
    // 小山小5年: the year takes the school's last character with it.
    const from = /^[小中高]/u.test(words) ? index + 1 : index;
    const ward = WARD_BEFORE.exec(text.slice(Math.max(0, from - REACH), from))?.[0];
    if (ward !== undefined) {
      found.push({ start: from - ward.length, end });
      continue;
    }
    const bracket = WARD_BEHIND.exec(text.slice(end, end + REACH))?.[0];
    if (bracket !== undefined) found.push({ start: index, end: end + bracket.length });
  }
  for (const { 0: words, index, groups } of matchesOf(OF_A_FAMILY, text)) {
    const family = surnameAtEnd(groups?.family ?? "");
    if (family === "") continue;
    const start = index + (groups?.family ?? "").length - family.length;
    found.push({ start, end: index + words.length });
  }
  for (const pattern of [KEEPER, SHOP, POST, INITIAL])
    for (const { 0: words, index } of matchesOf(pattern, text))
      found.push({ start: index, end: index + words.length });
  return found;
}
