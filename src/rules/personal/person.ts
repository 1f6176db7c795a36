import { ANIMALS } from "../../facts/animals.ts";
import { isFraudWarning } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { isOffice, type PersonMention } from "../../facts/people.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

const NOT_A_LIMIT =
  "(?! ?(?:以上|未満|以下|まで|児|から|~|-|前後|代|[〜～]|の(?:方|人|お子|子ど|市民|皆)))";
const AGE = "(?:[0-9]{1,3} ?(?:歳|才|さい|[かヶカヵ]月)|[一二三四五六七八九十]{1,3}歳)";
/** Behind the name: （82）, （20歳、仁礼町）, 85歳, が100歳になりました. */
const AGE_BEHIND = new RegExp(
  `^(?:[(][^()\\n0-9]{1,12}[・、, ]${AGE}[)]|[ 、・]?[(] ?(?:当時|満|享年)?[ ]?(?:[0-9]{1,3}(?:[)、,・= ]|$)|${AGE}${NOT_A_LIMIT})|[ 、,・]?(?:満|当時|享年)?${AGE}${NOT_A_LIMIT}|[はがもの、]{1,2}[^。\\n()0-9]{0,12}${AGE}${NOT_A_LIMIT}(?:に|を|で|の(?:誕生|お祝|現役|今)))`,
);
const AGE_AND_TOWN = /^ ?[(][^()\n]{0,16}[一-鿿ヶ]{1,5}(?:町|丁目|地区)[^()\n]{0,8}[)]/u;
/** Ages that have a name of their own. */
const FEAST = "(?:還暦|古希|喜寿|傘寿|米寿|卒寿|白寿|百寿|銀婚式?|金婚式?)";
const AGE_BEFORE = new RegExp(
  `(?:${AGE}|${FEAST})(?:の(?:お祝いの)?|になる|を(?:お)?迎え(?:る|た|られ(?:る|た))|、|,)$`,
);
const FEAST_BEHIND = new RegExp(`^(?:ご?夫[婦妻])?[がはの、]{1,2}[^。\\n]{0,8}${FEAST}`, "u");
const GRADE =
  "(?:[1-6一二三四五六]年(?:生)?(?: ?[0-9A-Z一二三四五六]{1,2}組)?|年[長中少](?:組|児)?)";
const SCHOOL =
  "(?:小学校|中学校|高校|高等学校|支援学校|大学|学園|高専|学院|[^小大中\\s]小|[^小大中\\s]中|[^最]高|園|保育所|学級)";
const CLASS_BEFORE = new RegExp(
  `(?:${SCHOOL} ?[・の]? ?[(]?${GRADE}|[1-6]年(?:生)?[0-9A-Z]組|[0-9]{1,2}組|(?<!第[0-9]{1,3}|[0-9])[1-6]年生?|(?<![一-鿿])[小中高][1-6])[)]?(?:の|・|、|,|:| |「[^」]{0,12}」|の部|女子|男子|児童|生徒|園児|女の子|男の子){0,6}$`,
);
const CLASS_BEHIND = new RegExp(
  `^ ?[(][^()\\n]{0,12}(?:${SCHOOL} ?${GRADE}|[1-6]年[0-9]組|[1-6]年生?|[小中高][1-6]|[^()\\s小大中][小中]|小学校|中学校|高校|保育園)[)、,・ ]`,
);
// Bounded: read on the 40 characters before a name.
const TOWN_BEFORE =
  /(?:[一-鿿]{1,6}(?:町|丁目|地区|区|団地)|[0-9]{1,4}号室?|アパート|マンション|[市県]営住宅|[一-鿿ぁ-ん]{1,6}(?:在住|に住む|にお住まい|に暮らす|に居住する))(?:の|・|、|,| |にお?住む|にお住まいの?|に暮らす|在住の?)*(?:無職|会社員|会社役員|主婦|主夫|農家|農業|自営業|飲食店経営|学生|年金生活者?|公務員|団体職員|アルバイト|パート)?(?:の|・|、|,| )?$/;
const TOWN_BEHIND =
  /^[、, ]{1,2}(?:須坂市|市内)?[一-鿿ヶ]{1,6}(?:町|地区|区|[0-9]丁目)(?:の(?:方|人)|在住|にお?住)|^ ?[(](?:須坂市|市内)?[一-鿿]{1,6}(?:町|丁目|区|在住)[)、,]|^[^。\n]{0,10}(?:在住|にお住まい)(?!の?(?:方|皆|人|ま[たで]))/;
const TIE =
  "(?:カップル|新郎|新婦|恋人|彼氏|彼女|同級生|元カ[レノ]|ママ|パパ|双子|三つ子|お?[嫁婿]さん|いとこ|婚約者|長男|長女|次男|次女|二男|二女|三男|三女|息子さん|娘さん|息子|娘|妻|夫|奥さん|奥様|ご主人|旦那|お母さん|お父さん|母親|父親|祖母|祖父|お孫さん|孫|ご?両親|ご家族|お子さん|弟さん|妹さん|お兄さん|お姉さん|ひ孫|遺族)";
const TIE_BEHIND = new RegExp(
  `^(?:(?:さん)?(?:の|宅の|家の|ち?の)(?:${TIE}|お(?:ばあ|じい)ちゃん|連絡先|電話番号|携帯|勤務先|職場|住所|通学路|本名|実名)|宅の(?:赤ちゃん|お子|子ども)|宅(?:[のでにへ前横]|から)(?!オープン|庭園|公開)|[^。\\n]{0,10}[。！!? ]{1,2}(?:娘さん|息子さん|奥[さ様]|ご主人|お子[さ様]|お[父母]|お孫さん)|、(?:娘|息子|お子|奥|お母|お父|お孫)さん|の(?:ご?自宅|お宅|おうち|実家)(?!跡|を公開|で(?:公開|記念))|(?:ご?夫婦|ご?夫妻|一家|母子|父子|親子|きょうだい|兄弟|姉妹)(?!(?:が|で|の|は)?[^。\\n]{0,8}(?:営|経営|農園|店|農家|作る|つくる|育て|栽培|移住|教え|出演|演奏|講)))`,
);
const TIE_BEFORE = new RegExp(
  `(?:${TIE}|(?<![一-鿿])[弟妹兄姉](?=の))(?:である|で|の|・|、|,| )?$`,
);
/** Somebody came about one of theirs: 息子のことで相談に来られた大日方さん. */
const TIE_ABOUT = new RegExp(
  `${TIE}(?:さん)?(?:の(?:こと|件|相談|送り迎え|お?迎え|進路|学校)|について)[^。\\n]{0,20}(?:た|る|の)$`,
  "u",
);
const TIE_SAID = new RegExp(`${TIE}(?:は|:)[^。\\n]{0,26}$`);
/** What a private person does, right before a name. */
const JOB_BEFORE =
  /(?:無職|会社員|会社役員|団体職員|公務員|主婦|主夫|農業|自営業|年金生活者?|アルバイト|パート|フリーター|運転手|配達員|店員|従業員|介護士|美容師|(?:高校|中学|小学|大学|短大|専門学校|高専|女子高|浪人)生|園児|児童|生徒)(?:の(?:男性|女性|男の子|女の子))?(?:の|・|、|,|:| )$/u;
/** How a private person lives. */
const LIVES_BEFORE = /(?:[人り]暮らし|独居|独身|新婚|共働き|単身赴任中?)の?、?$/u;
/** What they do is told in brackets: 山田太郎さん（会社員・女性）. */
const JOB_BEHIND =
  /^ ?[(][^()\n]{0,8}(?:会社員|主婦|無職|自営業|農業|学生|パート|[男女]性)[^()\n]{0,8}[)]/u;
/** Whoever wrote or called is called by name: 先月も窓口にいらした牛澤さんですね. */
const UNMASKED =
  /^(?:です|でいらっしゃい|でしょう|で(?:間違い|お間違え))[^。\n]{0,5}(?:ね|か|よね|でしょう)(?:[?？。!！…]|$)/u;
const WHO =
  /窓口|電話|いら[しっ]|来ら|越し|先[日月週]|いつも|投稿|コメント|アカウント|メール|主は|中の人|匿名|もしかして/u;
/** At a school, without a class. */
const PUPIL_OF = new RegExp(`(?:${SCHOOL})(?:の|に(?:通う|通っている)|・| )$`, "u");
/** What somebody has to do with the office: 財布を落とされた田中一郎様. */
const DEALING_BEFORE =
  /(?:落と|忘れ|紛失|予約|申し?込み?|応募|当選|苦情|クレーム|通報|相談|電話|投書|未提出|キャンセル|欠席)(?:を|の|に)?[^。\n、]{0,8}[ただ](?:方の)?、?$|(?:落とし主|持ち主|当選者|相談者|通報者|予約|申し?込み?|応募|未提出)の$/u;
const PUPIL = /(?:生|児|児童|生徒)(?:の(?:男の子|女の子))?(?:の|・|、|,|:| )$/u;
// Bounded: read on the 40 characters before a name.
const WORKS_AT =
  /[一-鿿ァ-ヺーぁ-ん]{2,12}(?:に(?:お?勤め(?:の|る)|勤務(?:する|の)|通う|通学する)|で働く)(?:、|,| )?$/u;
/** A form's specimen, and a story's figure. */
const INVENTED = /架空|記入例|記載例|見本|仮名|サンプル|モデルケース|想定した/u;
/** Told as a case, but few fit: Aさん（32歳・井上町・会社員）. */
// Bounded: the district is looked for in 30 characters.
const CASE =
  /(?:(?<![A-Za-z])[A-Z](?:[.・ ]?[A-Z][.]?)?|[一-鿿]{1,3}[〇○●]{1,2}[一-鿿]?)(?:さん|氏|君|くん|ちゃん)[ (、,]{1,2}(?:[0-9]{1,3}歳|[0-9]{2}(?=[、,・) ])|[0-9]0代|[小中高]学?[0-9]年|[一-鿿]{1,4}[町区][)])[^。\n]{0,20}/gu;
const DISTRICT =
  /[一-鿿ヶ]{1,5}(?:町|地区|丁目|団地|小学校|中学校|保育園|幼稚園|こども園|集落|[小中](?=[)、,・ ]))/u;
const TROUBLE_BEHIND =
  /^[^。\n]{0,16}(?:(?:子ども|子供|お子さん|赤ちゃん|女の子|男の子)が?生まれ|が[^。\n、]{0,8}(?:結婚|婚約|入籍|離婚|再婚|出産|妊娠|引っ越)|行方不明|行方がわから|行方が分から|を[捜探]して|が[^。\n]{0,8}(?:いなくな|見つか(?!り次第)|保護され|亡くな|死亡|けが|ケガ|負傷|救急搬送|搬送|逮捕))/;
const TROUBLE_BEFORE =
  /(?:行方不明(?:の|になっている|者)|行方が(?:わから|分から)な(?:い|くなって(?:いる|いた))|婚姻届を出した|(?:結婚|入籍|婚約|出産)(?:した|された)|重体(?:の|となって(?:いた|いる))|亡くなられた|急逝した|救助された|運ばれた|亡くなった|死亡した|けがをした|ケガをした|負傷した|搬送された|逮捕された|迷子の)(?:の|のは)?[ 、:はの]{0,2}$/;
const SMALL_CHILD =
  /名前|誕生|第[一二三]子|迷子|保育園|幼稚園|こども園|園児|児童|組の|か月|ヶ月|歳|才|年生|誕生日|お?母さん|お?父さん|ママ|パパ|生まれ|赤ちゃん|ベビー|年[長中少]|弟|妹|お兄|お姉/;

/** A private person, called by name beside something that tells who exactly it is. */
export const piiPerson: Rule = {
  id: "pii.person",
  clause: "4(5)オ",
  level: "care",
  *check({ facts, policy }) {
    const text = fold(facts.text);
    for (const { 0: words, index } of matchesOf(CASE, text)) {
      const start = index;
      const end = index + words.length;
      if (!DISTRICT.test(words) || isFraudWarning(text.slice(Math.max(0, start - 60), end + 60)))
        continue;
      yield {
        start,
        end,
        message: { key: "pii_person", args: [facts.text.slice(start, start + 1)] },
      };
    }
    if (facts.people.length === 0) return;
    for (const person of facts.people) {
      if (isConsented(person.name, facts.text, policy)) continue;
      const before = text.slice(Math.max(0, person.start - 40), person.start);
      const after = text.slice(person.end, person.end + 40);
      const line = before.slice(before.lastIndexOf("\n") + 1);
      const reach = reachOf(person, line, after);
      if (!reach || INVENTED.test(before + after)) continue;
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
      { text: "Aさん（32歳・井上町・会社員）の例です。" },
      { text: "亡くなられた会社員、大井誠さん", marks: "会社員、大井誠さん" },
      { text: "桜井さん宅の赤ちゃんは3,200グラムです。", marks: "桜井さん宅の赤ちゃん" },
      { text: "事故を起こした市職員の青木（27）は建設課です。" },
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
      "大谷選手のお父さんも来ました。",
      "松井さんご夫婦が営むパン屋です。",
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
  const isName = form !== "unknown" || /^[一-鿿々]{2,3}$/u.test(person.name);
  // Sportspeople's families are in public with them.
  const hasTie = isName && !/選手|監督|コーチ/u.test(honorific);
  const isLoose = /^、|^宅|^の(?:ご?自宅|お宅|実家)/u.test(after);
  // Where the address stands too, it says the same.
  const isAddressed = /番地|丁目|[0-9]-[0-9]/u.test(before);
  const isNamed = form === "family" || form === "full";
  const tie = hasTie && (!isLoose || (isNamed && !isAddressed)) ? lengthOf(TIE_BEHIND, after) : 0;
  const isSaid = /^(?:です|でした)/u.test(after);
  const tieBefore = hasTie
    ? lengthOf(TIE_BEFORE, before) ||
      lengthOf(TIE_ABOUT, before) ||
      (isSaid ? lengthOf(TIE_SAID, before) : 0)
    : 0;
  if (tie > 0 || tieBefore > 0) return { before: tieBefore, behind: tie };
  // 「ゆきちゃん」（3歳）.
  const age = lengthOf(AGE_BEHIND, after.replace(/^[」』](?=[(])/u, ""));
  // Whoever is on a stage has an age, but no street.
  if (person.isPublic && age > 0 && TROUBLE_BEHIND.test(after.slice(age)))
    return { before: 0, behind: age };
  if (person.isPublic && !isOffice(honorific) && age > 0 && AGE_AND_TOWN.test(after))
    return { before: 0, behind: age };
  if (person.isPublic) return null;
  const ageBefore = lengthOf(AGE_BEFORE, before);
  const feast = hasTie ? lengthOf(FEAST_BEHIND, after) : 0;
  const isSaidElsewhere = age === 0 && /^ ?[(][^)]{0,24}(?:番地|[0-9]-[0-9])/u.test(after);
  if (age + feast > 0 || (ageBefore > 0 && !isSaidElsewhere))
    return { before: ageBefore, behind: age || feast };
  // 「しろくまくん」 is a work's or a figure's.
  const isTitle = /[「『]$/u.test(before) && /^[」』]/u.test(after);
  if (isChild && /^[ぁ-ゖァ-ヺー]+$/u.test(person.name) && ANIMALS.test(before + after))
    return null;
  if (isChild && person.form === "full") return { before: 0, behind: 0 };
  if (isChild && (isTitle || ANIMALS.test(before + after))) return null;
  if (isChild && SMALL_CHILD.test(before.slice(-16) + after.slice(0, 16)))
    return { before: 0, behind: 0 };
  if (form === "given" || form === "unknown") return null;
  const town = lengthOf(TOWN_BEFORE, before);
  const townBehind = lengthOf(TOWN_BEHIND, after);
  if (town > 0 || townBehind > 0) return { before: town, behind: townBehind };
  const job = lengthOf(JOB_BEFORE, before) || lengthOf(WORKS_AT, before);
  const isPupil = job > 0 && PUPIL.test(before);
  if (job > 0 && (person.form === "full" || (isNamed && (isPupil || WORKS_AT.test(before)))))
    return { before: job, behind: 0 };
  const lives = lengthOf(LIVES_BEFORE, before);
  const jobBehind = lengthOf(JOB_BEHIND, after);
  if (lives + jobBehind > 0) return { before: lives, behind: jobBehind };
  if (UNMASKED.test(after) && WHO.test(before)) return { before: 0, behind: 0 };
  if (person.form === "full" && honorific !== "" && PUPIL_OF.test(before))
    return { before: 0, behind: 0 };
  const dealing = isNamed || form === "full" ? lengthOf(DEALING_BEFORE, before) : 0;
  if (dealing > 0) return { before: dealing, behind: 0 };
  const isTroubled = TROUBLE_BEFORE.test(before) || TROUBLE_BEHIND.test(after);
  return isTroubled ? { before: 0, behind: 0 } : null;
}

function messageOf({ name, honorific }: PersonMention) {
  return /容疑者|被告|受刑者/u.test(honorific)
    ? { key: "pii_person_accused", args: [name] }
    : { key: "pii_person", args: [name] };
}
