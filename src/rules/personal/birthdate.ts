import { bySentence } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf, occursIn } from "../../facts/gate.ts";
import type { PersonMention } from "../../facts/people.ts";
import { spanAt } from "../../facts/span.ts";
import { surnameAtStart } from "../../facts/surnames.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

const TWO = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})";
/** Both calendars: 昭和60(1985)年, 1985年(昭和60年). */
const OTHER = "(?:[(][^()\\n]{2,8}[)])?";
const YEAR = `(?:(?:明治?|大正?|昭和?|平成?|令和?|[MTSHR]) ?(?:元|${TWO})${OTHER}(?:年|[./・-])|(?:18|19|20)[0-9]{2}(?:年|[./・-]))${OTHER}`;
const DAY = `${YEAR}[ の]?${TWO}(?:月|[./・-]) ?${TWO}日?`;
const MONTH_DAY = `${TWO}月${TWO}日`;
/** Days that are known by their names: 平成18年の七夕に生まれた. */
const FEAST =
  "(?:元日|元旦|節分|ひな祭り|桃の節句|こどもの日|七夕|敬老の日|文化の日|クリスマス(?:イブ)?|大みそか|大晦日|バレンタイン(?:デー)?)";
const BORN = new RegExp(
  `(?:生年月日|出[生産](?:予定)?日|誕生日|生まれ|バースデー|D[.]?O[.]?B[.]?|[Dd]ate of [Bb]irth|[Bb](?:irthda(?:y|te)|orn))[^0-9。\\n、元明大昭平令MTSHR]{0,6}、? ?(?<labelled>${DAY}|(?:19|20)[0-9]{6}(?![0-9])|[0-9]{1,2} [A-Z][A-Za-z]{2,8} [0-9]{4}|${MONTH_DAY}[^。\\n]{0,6}${YEAR})|(?<born>${DAY}|${YEAR}の?${FEAST})[)]? ?(?:[(][日月火水木金土・祝]{1,3}[)])?(?:(?!まで|から|以|頃)(?:午[前後])?(?:[0-9]{1,2}時)?(?:[0-9]{1,2}分)?[の、]?[^。、\\n()0-9]{0,8}?(?:お)?(?:生まれ|うまれ|誕生|出生|産声|が誕生日)(?!の(?:方(?!で)|人|皆|お子|子ども|[市町村](?=[はがでの、。])|男|女|児)|まで|以[前後降]|か(?:ら|つ))(?:た(?!方|人|お子|子ども|皆))?|(?<stamped>(?:生(?=[)、。」』\\n ・/]|$|の[^。、\\n]{0,8}(?:さん|様|ちゃん|くん))|(?<=[(][^()]{5,14})[)](?=さん|様|ちゃん|くん))))|${YEAR}(?:生まれ|生)[(、 ]${MONTH_DAY}|(?<birthday>${MONTH_DAY}(?:生まれ|が誕生日|[はでにが、][^。\\n]{0,12}[0-9]{1,3}(?:回目の|歳の?お?)(?:誕生日|バースデー))|(?:誕生日|バースデー)は[^。\\n0-9]{0,4}${MONTH_DAY})|(?<bare>[MTSHR][0-9]{1,2}[./][0-9]{1,2}[./][0-9]{1,2}(?=[ )、,\\n]|$))`,
  "gu",
);
/** A day right behind a name, alone in its brackets or its column: そうたくん（2026.6.3）. */
const BESIDE = new RegExp(
  `(?<=[( :、](?:誕生)?)(?:${DAY}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{1,2})(?=[)」』 、。\\n]|$)`,
  "gu",
);
/** A day as a post writes it that tells of a birthday, with or without its year. */
const ANY_DAY = new RegExp(
  `${DAY}|${MONTH_DAY}|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|今日|本日|きょう|昨日|明日`,
  "gu",
);
const BIRTH = /生年月日|お?[生う]まれ|誕生|バースデー|産声|出[生産]|還暦|🎂/u;
const SIGNED = /撮影|写真|作品|作者|記者|発表|作[:： ]|画[:： ]|没/u;
/** Children by their given names alone, where birthdays and lost children are told of. */
const CHILDREN = /誕生|生まれ|赤ちゃん|おめでと|名札|迷子|はぐれ|園|名簿|メンバー|選手/u;
/** The span of years that a notice is for, or a form to fill in. */
const NOTICE =
  /対象|該当|以前|以後|以降|生まれの(?:方|人)|市制|設立|創立|開園|開館|開業|村が|市が|市です|町です/u;
/** From one day to another. */
// Bounded: read on 24 units.
const UP_TO = /^(?:生まれ)?(?:~|から)|(?:~|から)[^。\n]{0,4}$/u;
const SAMPLE = /\(例|例[)） :：]/u;
const THING =
  /道路|トンネル|ダム|ホール|建物|校舎|会社|団体|施設|制度|曲|歌|映画|商品|ブランド|祭|まつり|公園|学校|図書館|博物館|町|村(?!さん)|市が|市は|県|国|条約|憲法|動物|ワラビー|犬|猫|馬|ロボット|番組|駅|路線|橋|病院|品種|りんご|ぶどう/u;
/** What people do on other days. */
const WORK = /創業|開店|就任|入社|採用|撮影|発売|開催|講演|ライブ|コンサート|健診|教室|まで|から/u;
/** A full name right before the day: 丸山健一 昭和34年5月6日生. */
// Bounded: read on 16 units.
const NAME_BEFORE =
  /([一-鿿々ヶ]{2,6}|[一-鿿々ヶ]{1,4}(?:[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})|[一-鿿々ヶ]{1,4} [一-鿿々ぁ-ゖァ-ヺー]{1,4}) ?[(、,・ ]{1,2}(?:[男女]性?[、,・ ])?$/u;
// Bounded: read on 24 units.
const GIVEN_BEFORE = /(?:^|[^ぁ-んァ-ヺー])[ぁ-んァ-ヺー]{2,5}[( :]$/u;
const ANIMALS =
  /動物園|カンガルー|ゾウ|キリン|ペンギン|サル|ポニー|ヤギ|アルパカ|ライオン|パンダ|インコ|ヒナ|ひな鳥|子ヤギ|子馬|子牛|マスコット|キャラクター|キャラ/u;

/** The day on which a private person was born: with the name it opens accounts and contracts. */
export const piiBirthdate: Rule = {
  id: "pii.birthdate",
  clause: "4(5)オ",
  level: "care",
  *check({ facts, policy }) {
    const folded = fold(facts.text);
    const isNotice = bySentence(
      { text: folded, sentences: facts.sentences, quotations: facts.quotations },
      (sentence) =>
        NOTICE.test(sentence) ||
        ANIMALS.test(sentence) ||
        /生誕|没|藩|武将/u.test(sentence) ||
        // Somebody whose work is old; who was born since may be a neighbour.
        (/画家|作家|詩人|作曲|俳優|歌手/u.test(sentence) &&
          !/昭和[3-9][0-9]|平成|令和|19[5-9]\d|20\d\d/u.test(sentence)),
    );
    let reach = 0;
    for (const match of [...matchesOf(BORN, folded), ...matchesOf(BESIDE, folded)].sort(
      (a, b) => a.index - b.index,
    )) {
      const start = match.index;
      const end = start + match[0].length;
      if (start < reach) continue;
      const before = folded.slice(Math.max(0, start - 24), start);
      const after = folded.slice(end, end + 24);
      // 酒井陸斗くん(令和5年8月8日生): the brackets say whose day it is, whatever else the sentence is about.
      const isBeside = facts.people.some(
        (person) => person.form !== "unknown" && person.end < start && person.end + 3 > start,
      );
      const [, name = ""] = NAME_BEFORE.exec(before.slice(-16)) ?? [];
      const isNamed = [name, name.replace(/^.* /u, "")].some(
        (words) => surnameAtStart(words) !== "" && words.length > surnameAtStart(words).length,
      );
      if ((!isBeside && !isNamed && isNotice({ start, end })) || /18\d\d年|明治/u.test(match[0]))
        continue;
      if (UP_TO.test(after) || UP_TO.test(before)) continue;
      if (SAMPLE.test(before) && /[1一元](?:月|[./-])[1一]日?/u.test(match[0])) continue;
      const near = facts.people.filter((person) => Math.abs(person.start - start) < 60);
      const { labelled, stamped, born, birthday, bare } = match.groups ?? {};
      const isChild = GIVEN_BEFORE.test(before) && CHILDREN.test(folded);
      // A day alone beside a name, and nothing that says that it is a birthday.
      if (!match.groups && !isBeside && !isNamed && !isChild) continue;
      // 山田太郎 2026.10.3 signs a picture; an older day is a birthday.
      if (!match.groups && facts.people.length === 0 && !occursIn(CHILDREN, folded))
        if (SIGNED.test(folded) || /20[12]|令和|R/u.test(match[0])) continue;
      if (bare !== undefined && !isNamed && !isBeside) continue;
      const isRecord =
        stamped !== undefined || /^[ 、,(・]{0,2}(?:男性|女性|男|女)(?![の子])/u.test(after);
      // 平成14年1月20日生まれ、A型です: nobody is named, but things are not born to the day.
      const sentence = folded.slice(Math.max(0, start - 40), end + 30);
      const isPerson = born !== undefined && /[生う]まれ/u.test(match[0]) && !THING.test(sentence);
      const isOwn =
        birthday !== undefined && /私|わたし|僕|担当|職員|中の人|うちの/u.test(sentence);
      const isSaid = labelled !== undefined || isRecord || isPerson || isOwn;
      if (near.length === 0 && !isSaid && !isNamed && !isChild) continue;
      if (near.some(({ name }) => isConsented(name, facts.text, policy))) continue;
      const isPublic = near.length > 0 && near.every(({ isPublic }) => isPublic);
      // A public life has its year; the day belongs to whoever lives now.
      const isOld = /大正|18\d\d|19[0-4]\d|昭和(?:元|[1-9]年|1\d|2[0-4])/u.test(match[0]);
      if (
        isPublic &&
        (isOld || born === undefined) &&
        !isOwn &&
        (birthday !== undefined || !isBeside) &&
        labelled === undefined
      )
        continue;
      reach = end;
      yield { start, end, message: { key: "pii_birthdate" } };
    }
    if (reach > 0 || facts.people.length === 0 || !occursIn(BIRTH, folded)) return;
    for (const { 0: words, index: start } of matchesOf(ANY_DAY, folded)) {
      const end = start + words.length;
      if (isNotice({ start, end }) || !facts.people.some(isBornThen)) continue;
      yield { start, end, message: { key: "pii_birthdate" } };
      return;

      /** Named in the same breath as a birthday: 9月4日は高橋さんの誕生日, 10/3 はるとくん under 10月生まれ. */
      function isBornThen(person: PersonMention): boolean {
        if (person.isPublic || isConsented(person.name, facts.text, policy)) return false;
        const isChild = /くん|ちゃん|君/u.test(person.honorific);
        if (isChild && Math.min(Math.abs(person.start - end), Math.abs(start - person.end)) < 3)
          return true;
        if (person.form !== "full" && person.form !== "family") return false;
        const span = spanAt(facts.sentences, start);
        if (!span || person.start > span.end || span.start - person.end > 12) return false;
        const sentence = folded.slice(span.start, Math.min(span.end, span.start + 160));
        return BIRTH.test(sentence) && !THING.test(sentence) && !WORK.test(sentence);
      }
    }
  },
  examples: {
    fires: [
      { text: "山田はるとくん、令和8年5月3日生まれです。", marks: "令和8年5月3日生まれ" },
      { text: "丸山キクさんは生年月日が大正10年8月15日。", marks: "生年月日が大正10年8月15日" },
      { text: "生年月日：Ｓ２０．５．６、男性", marks: "生年月日：Ｓ２０．５．６" },
      { text: "宮本あかりちゃん（R7.12.3生）", marks: "R7.12.3生" },
      { text: "荒井そうたくん（2026.6.3）は1歳です。", marks: "2026.6.3" },
      { text: "今日12月8日は私の38回目の誕生日です。", marks: "12月8日は私の38回目の誕生日" },
      { text: "塚田さんは1930年2月11日のお生まれです。", marks: "1930年2月11日のお生まれ" },
    ],
    quiet: [
      "須坂市は昭和29年4月1日生まれの市です。",
      "対象は令和6年4月2日〜令和7年4月1日生まれの方です。",
      "生年月日を記入してください（例：昭和50年1月1日）。",
      "カンガルーのハッチくんは平成15年5月30日生まれです。",
      "画家の中村不折は1866年8月19日に生まれました。",
      "令和7年生まれのお子さんがいるご家庭へ",
      "この道路は平成17年8月1日に誕生しました。",
    ],
  },
};
