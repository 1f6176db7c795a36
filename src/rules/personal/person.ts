import { fold } from "../../facts/digits.ts";
import type { PersonMention } from "../../facts/people.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

const NOT_A_LIMIT =
  "(?! ?(?:以上|未満|以下|まで|児|から|~|-|前後|代|[〜～]|の(?:方|人|お子|子ど|市民|皆)))";
const AGE = "[0-9]{1,3} ?(?:歳|才|か月|ヶ月|カ月)";
/** Behind the name: （82）, （20歳、仁礼町）, 85歳, が100歳になりました. */
const AGE_BEHIND = new RegExp(
  `^(?:[(][^()\\n0-9]{1,12}[・、, ]${AGE}[)]|[ 、・]?[(] ?(?:当時|満|享年)?[ ]?(?:[0-9]{1,3}(?:[)、,・= ]|$)|${AGE}${NOT_A_LIMIT})|[ 、,・]?(?:満|当時|享年)?${AGE}${NOT_A_LIMIT}|[はがもの、]{1,2}[^。\\n()0-9]{0,12}${AGE}${NOT_A_LIMIT}(?:に|を|で|の(?:誕生|お祝|現役|今)))`,
);
const AGE_BEFORE = new RegExp(`${AGE}(?:の|になる|を迎え(?:る|た)|、|,)$`);
const GRADE =
  "(?:[1-6一二三四五六]年(?:生)?(?: ?[0-9A-Z一二三四五六]{1,2}組)?|年[長中少](?:組|児)?)";
const SCHOOL =
  "(?:小学校|中学校|高校|高等学校|支援学校|大学|学園|高専|学院|[^小大中\\s]小|[^小大中\\s]中|[^最]高|園|保育所|学級)";
const CLASS_BEFORE = new RegExp(
  `(?:${SCHOOL} ?[・の]? ?[(]?${GRADE}|[1-6]年(?:生)?[0-9A-Z]組|[0-9]{1,2}組|(?<!第[0-9]{1,3}|[0-9])[1-6]年生?)[)]?(?:の|・|、|,|:| |「[^」]{0,12}」|女子|男子|児童|生徒|園児|女の子|男の子){0,6}$`,
);
const CLASS_BEHIND = new RegExp(
  `^ ?[(][^()\\n]{0,12}(?:${SCHOOL} ?${GRADE}|[1-6]年[0-9]組|[1-6]年生?)[)、,]`,
);
// Bounded: read on the 40 characters before a name.
const TOWN_BEFORE =
  /(?:[一-鿿]{1,6}(?:町|丁目|地区|区|団地)|[一-鿿ぁ-ん]{1,6}(?:在住|に住む|にお住まい|に暮らす|に居住する))(?:の|・|、|,| |にお?住む|にお住まいの?|に暮らす|在住の?)*(?:無職|会社員|会社役員|主婦|主夫|農家|農業|自営業|飲食店経営|学生|年金生活者?|公務員|団体職員|アルバイト|パート)?(?:の|・|、|,| )?$/;
const TOWN_BEHIND =
  /^ ?[(](?:須坂市|市内)?[一-鿿]{1,6}(?:町|丁目|区|在住)[)、,]|^[^。\n]{0,10}(?:在住|にお住まい)(?!の?(?:方|皆|人|ま[たで]))/;
const TIE =
  "(?:長男|長女|次男|次女|二男|二女|三男|三女|息子さん|娘さん|息子|娘|妻|夫|奥さん|奥様|ご主人|旦那|お母さん|お父さん|母親|父親|祖母|祖父|お孫さん|孫|ご?両親|ご家族|お子さん|弟さん|妹さん|お兄さん|お姉さん|ひ孫|遺族)";
const TIE_BEHIND = new RegExp(`^の${TIE}`);
const TIE_BEFORE = new RegExp(`${TIE}(?:である|で|の|・|、|,| )?$`);
const TROUBLE_BEHIND =
  /^[^。\n]{0,16}(?:行方不明|行方がわから|行方が分から|が亡くな|が死亡|がけが|がケガ|が負傷|が救急搬送|が搬送|が逮捕)/;
const TROUBLE_BEFORE =
  /(?:行方不明(?:の|になっている|者)|行方が(?:わから|分から)な(?:い|くなって(?:いる|いた))|亡くなった|死亡した|けがをした|ケガをした|負傷した|搬送された|逮捕された|迷子の)(?:の|のは)?[ 、:はの]{0,2}$/;
const SMALL_CHILD =
  /迷子|保育園|幼稚園|こども園|園児|児童|組の|か月|ヶ月|歳|才|年生|誕生日|お?母さん|お?父さん|ママ|パパ|生まれ|赤ちゃん|ベビー|年[長中少]|弟|妹|お兄|お姉/;

/** A private person, called by name beside something that tells who exactly it is. */
export const piiPerson: Rule = {
  id: "pii.person",
  clause: "4(5)オ",
  level: "care",
  *check({ facts, policy }) {
    if (facts.people.length === 0) return;
    const text = fold(facts.text);
    for (const person of facts.people) {
      if (isConsented(person.name, facts.text, policy)) continue;
      const before = text.slice(Math.max(0, person.start - 40), person.start);
      const after = text.slice(person.end, person.end + 40);
      const line = before.slice(before.lastIndexOf("\n") + 1);
      const reach = reachOf(person, line, after);
      if (!reach) continue;
      const start = person.start - reach.before;
      const end = Math.min(text.length, person.end + reach.behind);
      yield { start, end, message: messageOf(person) };
    }
  },
  // They say the same of the same person, and more exactly.
  yieldsTo: ["pii.sensitive", "pii.address"],
  examples: {
    fires: [
      {
        text: "市長賞は、墨坂小学校5年2組の山田さくらさんでした。",
        marks: "墨坂小学校5年2組の山田さくらさん",
      },
      { text: "佐藤ヨシさん（82）は無事に見つかりました。", marks: "佐藤ヨシさん（82）" },
      { text: "日野小4年 青木りん", marks: "日野小4年 青木りん" },
      { text: "山岸さんの長女が代表です。", marks: "山岸さんの長女" },
      { text: "井上町にお住まいの竹内さん", marks: "井上町にお住まいの竹内さん" },
      { text: "逃げていた高橋一郎容疑者", marks: "高橋一郎容疑者" },
      { text: "岩崎あおとくん、すくすく育ってね。", marks: "岩崎あおとくん" },
    ],
    quiet: [
      "講師は信州北大学の小林一郎教授です。",
      "落語家の林家たけ平さん（49）を迎えます。",
      "小山小学校5年2組で出前講座を行いました。",
      "対象は小学生のお子さん（6歳以上）です。",
      "カンガルーのハッチくん（8歳）の誕生日会です。",
      "江戸時代の俳人、小林一茶さん（65）の句です。",
      "田中本家の見学会（65歳以上は無料）です。",
      "山田さんのりんごが届きました。",
      { text: "聞き役は須坂花子さん（45）です。", policy: { consentedNames: ["須坂花子"] } },
    ],
  },
};

/** How far the private words reach on either side of the name; null where nothing private stands there. */
function reachOf(
  person: PersonMention,
  before: string,
  after: string,
): { before: number; behind: number } | null {
  const lengthOf = (pattern: RegExp, words: string) => pattern.exec(words)?.[0].length ?? 0;
  const { honorific } = person;
  // Three to five kanji before さん that end like no office are a family name that is not listed.
  const isLikely = person.form === "unknown" && /^[一-鿿々]{3,5}$/u.test(person.name);
  const form = isLikely ? "full" : person.form;
  if (/容疑者|被告|受刑者/u.test(honorific)) return { before: 0, behind: 0 };
  const isChild = honorific === "くん" || honorific === "ちゃん" || honorific === "君";
  const grade = lengthOf(CLASS_BEFORE, before);
  const gradeBehind = lengthOf(CLASS_BEHIND, after);
  // The school's own name too: 墨坂小学校5年2組の.
  const school = grade > 0 ? lengthOf(/[一-鿿々ヶ]{1,8}$/u, before.slice(0, -grade)) : 0;
  if ((grade > 0 && form !== "unknown") || gradeBehind > 0)
    return { before: grade + school, behind: gradeBehind };
  const tie = Math.max(0, form === "unknown" ? 0 : lengthOf(TIE_BEHIND, after));
  const tieBefore = form === "unknown" ? 0 : lengthOf(TIE_BEFORE, before);
  if (tie > 0 || tieBefore > 0) return { before: tieBefore, behind: tie };
  if (person.isPublic) return null;
  const age = lengthOf(AGE_BEHIND, after);
  const ageBefore = lengthOf(AGE_BEFORE, before);
  if (age > 0 || ageBefore > 0) return { before: ageBefore, behind: age };
  // 「しろくまくん」 is a work's or a figure's.
  const isTitle = /[「『]$/u.test(before) && /^[」』]/u.test(after);
  if (isChild && person.form === "full") return { before: 0, behind: 0 };
  if (isChild && isTitle) return null;
  if (isChild && SMALL_CHILD.test(before.slice(-16) + after.slice(0, 16)))
    return { before: 0, behind: 0 };
  if (form === "given" || form === "unknown") return null;
  const town = lengthOf(TOWN_BEFORE, before);
  const townBehind = lengthOf(TOWN_BEHIND, after);
  if (town > 0 || townBehind > 0) return { before: town, behind: townBehind };
  const isTroubled = TROUBLE_BEFORE.test(before) || TROUBLE_BEHIND.test(after);
  return isTroubled ? { before: 0, behind: 0 } : null;
}

function messageOf({ name, honorific }: PersonMention) {
  return /容疑者|被告|受刑者/u.test(honorific)
    ? { key: "pii_person_accused", args: [name] }
    : { key: "pii_person", args: [name] };
}
