import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { fold, widen } from "../../facts/digits.ts";
import {
  type BookEntry,
  isNumberOf,
  readBook,
  type Slip,
  slipBetween,
} from "../../facts/phone-book.ts";
import type { PhoneMention } from "../../facts/phones.ts";
import { overlaps } from "../../facts/span.ts";
import type { Hit, Rule } from "../rule.ts";

const BOOK = [
  { name: "市役所代表", phone: "026-245-1400" },
  { name: "政策推進課広聴広報係", phone: "026-248-9017" },
  { name: "健康づくり課", phone: "026-248-9018" },
  { name: "メセナホール", phone: "026-245-1800" },
];
const policy = { phoneBook: BOOK };

/** Behind a name, what leaves the number its own: 健康づくり課（電話…）. Not 「メセナホール、申込は…」. */
const OF_NAME =
  /(?:(?:への|の)(?:お?問い?合わ?せ先?|ご?連絡先?|お?電話(?:番号)?|番号)は?|電話番号|電話|でんわ|直通|代表|TEL|FAX|ファクシミリ|ファクス|ファックス|内線|窓口|担当|[^\s、。(]{1,8}係|[\s(【〔[<「『)】〕\]>」』:・/|~\-→は☎℡]|\u{1F4DE}|\u{1F4E0}|\uFE0F)$/iu;
const LABELS =
  "電話番号|電話|でんわ|直通|TEL|FAX|ファクシミリ|ファクス|ファックス|お?問い?合わ?せ先?|ご?連絡先?|ご?予約|お?申し?込み?先?|受付|ダイヤル|番号|[\\s(【〔[<「『)】〕\\]>」』:、,・/|~\\-→⇒=☎℡■●○◆◎▶]|\\u{1F449}|\\u{1F4DE}|\\u{1F4E0}|\\uFE0F";
/** Words right before a number that say what it is for and not whose it is. */
const LABEL = new RegExp(`(?:${LABELS})$`, "iu");
/** The same with particles and other small words: 申込はこちらまで. */
const PURPOSE = new RegExp(`(?:${LABELS}|まで|から|こちら|下記|[はをにへのでも])$`, "iu");
/** Ends of names that are no part of a city: their numbers are theirs. */
const FOREIGN =
  /(?:店|医院|病院|クリニック|歯科|薬局|会社|㈱|\(株\)|協会|組合|商店|旅館|ホテル|食堂|工業|建設|農園|銀行|警察署|大学|高校|高等学校|さん|様|氏|方)$|(?:県|法人|農協|JA)[^\s、。]{0,12}$/;
/** Ends of names that a city's own offices and places bear. */
const CIVIC =
  /(?:課|係|室|局|部|市役所|役場|本庁|支所|公民館|図書館|会館|体育館|博物館|美術館|動物園|保育園|小学校|中学校|センター|ホール|プラザ|窓口)$/;
/** Any other name: three signs or more of kanji or katakana, and not one of the words of a notice. */
const NAME = /[\p{Script=Han}\p{Script=Katakana}ー]{3}$/u;
const NOTICE =
  /(?:無料|有料|必要|不要|可能|専用|平日|以上|以下|中|順|要|定員|時間|期間|詳細|担当|主催)$/;

/**
 * A number that is nearly one of the phone book, or one of the book beside another office's name.
 *
 * In one exchange (026-245-…) a stranger's number differs from a given one in two digits or fewer one
 * time in twenty, and in one digit or by a swap of neighbours one time in 250. So one digit or a swap
 * always counts, unless another name stands right before the number that neither the book has nor an
 * office of the city would bear (a shop, an inn, the police). Two other digits count only for the office that is named right
 * beside, or where nobody is named at all. A number of the book is right, however near to another.
 */
export const factPhoneTypo: Rule = {
  id: "fact.phone-typo",
  clause: "5(2)",
  level: "stop",
  *check({ facts, policy }) {
    if (policy.phoneBook.length === 0) return;
    const book = readBook(policy.phoneBook);
    const folded = fold(facts.text);
    for (const [index, phone] of facts.phones.entries()) {
      if (
        phone.form === "short" ||
        isQuotedAsWrong(facts.text, phone) ||
        facts.links.some((link) => overlaps(link, phone))
      )
        continue;
      const named = namedBeside(folded, facts.phones, index, book);
      const owners = book.filter((entry) => isNumberOf(entry, phone));
      const hit =
        owners.length > 0
          ? besideAnother(
              folded,
              facts.text,
              phone,
              owners,
              named,
              facts.phones[index - 1]?.end ?? 0,
            )
          : nearMiss(folded, facts.text, phone, book, named);
      if (hit) yield hit;
    }
  },
  examples: {
    fires: [
      {
        text: "お問い合わせ 政策推進課広聴広報係 026-248-9071",
        policy,
        marks: "026-248-9071",
        fixed: "お問い合わせ 政策推進課広聴広報係 026-248-9017",
      },
      {
        text: "予約は健康づくり課（電話026-248-9017）へ",
        policy,
        marks: "026-248-9017",
        fixed: "予約は健康づくり課（電話026-248-9018）へ",
      },
      {
        text: "メセナホール【電話】２４５－１９００",
        policy,
        marks: "２４５－１９００",
        fixed: "メセナホール【電話】２４５－１８００",
      },
      {
        text: "お問い合わせは (026)254-1400 へ",
        policy,
        marks: "(026)254-1400",
        fixed: "お問い合わせは (026)245-1400 へ",
      },
      { text: "市役所 026-245-140", policy, marks: "026-245-140", fixed: "市役所 026-245-1400" },
      { text: "026-248-9017（健康づくり課）", policy, marks: "026-248-9017" },
    ],
    quiet: [
      { text: "「026-248-9071」は誤りで、正しくは026-248-9017です。", policy },
      { text: "メセナホール 026-245-1800、そのほかは市役所代表 026-245-1400 へ", policy },
      { text: "健康づくり課（市役所代表 026-245-1400）", policy },
      { text: "健康づくり課 026-245-1400 内線123", policy },
      { text: "会場:メセナホール\n問い合わせ:政策推進課 026-248-9017", policy },
      { text: "メセナホールで行う教室の申込は 026-248-9018 へ", policy },
      { text: "井上医院 026-245-1480、長野地方法務局 026-235-6611", policy },
      { text: "〒382-8511 須坂市、お客様番号 02624514001", policy },
      "市役所 026-245-1401",
    ],
  },
};

/** The entries whose names stand right before or right behind a number. */
function namedBeside(
  folded: string,
  phones: readonly PhoneMention[],
  index: number,
  book: readonly BookEntry[],
): BookEntry[] {
  const phone = phones[index];
  if (!phone) return [];
  let lead = folded.slice(Math.max(0, phone.start - 80), phone.start);
  const other = phones[index - 1];
  // Phone and FAX of one office stand behind one name.
  if (other && /FAX|ファ|\u{1F4E0}/iu.test(folded.slice(other.end, phone.start))) {
    const between = folded.slice(Math.max(other.end, phone.start - 16), phone.start);
    if (strip(between, OF_NAME) === "") {
      lead = folded.slice(Math.max(0, other.start - 80), other.start);
    }
  }
  const behind = /^ ?\( ?([^)\n]{2,30})/.exec(folded.slice(phone.end, phone.end + 34))?.[1] ?? "";
  const found: { entry: BookEntry; end: number; length: number }[] = [];
  for (const entry of book) {
    for (const alias of entry.aliases) {
      const at = lead.lastIndexOf(alias);
      const isBefore = at >= 0 && strip(lead.slice(at + alias.length), OF_NAME) === "";
      if (isBefore) found.push({ entry, end: at + alias.length, length: alias.length });
      else if (behind.startsWith(alias)) found.push({ entry, end: 0, length: alias.length });
    }
  }
  return [...new Set(found.sort((a, b) => b.length - a.length).map(({ entry }) => entry))];
}

/** A number of the book beside the name of another office; its own name on the same line settles it. */
function besideAnother(
  folded: string,
  text: string,
  phone: PhoneMention,
  owners: readonly BookEntry[],
  named: readonly BookEntry[],
  /** Where the number before ends. */
  since: number,
): Hit | null {
  const right = named[0];
  if (!right || owners.some((owner) => owner.isMain || named.includes(owner))) return null;
  // A department's number under the city hall's name is right; under 代表 it is not.
  if (right.isMain && !/代表|交換/.test(folded.slice(Math.max(0, phone.start - 12), phone.start))) {
    return null;
  }
  const segment = folded.slice(Math.max(0, phone.start - 40, since), phone.start);
  const line = segment.slice(segment.lastIndexOf("\n") + 1);
  if (owners.some((owner) => owner.aliases.some((alias) => line.includes(alias)))) return null;
  const owner = owners[0];
  return toHit(text, phone, [right], {
    key: "fact_phone_typo_other",
    args: [phone.text, owner?.name ?? "", right.name, right.phone],
  });
}

function nearMiss(
  folded: string,
  text: string,
  phone: PhoneMention,
  book: readonly BookEntry[],
  named: readonly BookEntry[],
): Hit | null {
  const near = book.flatMap((entry) => {
    const slip = slipBetween(entry, phone);
    return slip ? [{ entry, slip }] : [];
  });
  if (near.length === 0) return null;
  const beside = near.filter(({ entry }) => named.includes(entry));
  const candidates = beside.length > 0 ? beside : closest(near, ownerBefore(folded, phone));
  const first = candidates[0]?.entry;
  if (!first) return null;
  const args = [
    phone.text,
    candidates.map(({ entry }) => `${entry.name} ${entry.phone}`).join("、"),
  ];
  return toHit(
    text,
    phone,
    candidates.map(({ entry }) => entry),
    { key: "fact_phone_typo", args },
  );
}

const CLOSENESS: Record<Slip, number> = { one: 1, swap: 1, "far-swap": 2, two: 3 };

/** The nearest entries, where whoever is named before the number may be meant by them. */
function closest(
  near: readonly { entry: BookEntry; slip: Slip }[],
  owner: "none" | "civic" | "foreign" | "unknown",
): { entry: BookEntry; slip: Slip }[] {
  if (owner === "foreign") return [];
  const least = Math.min(...near.map(({ slip }) => CLOSENESS[slip]));
  const reach = owner === "none" ? 3 : owner === "civic" ? 2 : 1;
  if (least > reach) return [];
  return near.filter(({ slip }) => CLOSENESS[slip] === least).slice(0, 3);
}

/** Whose number the words before it say it is. */
function ownerBefore(
  folded: string,
  { start, end }: PhoneMention,
): "none" | "civic" | "foreign" | "unknown" {
  const behind = /^ ?\( ?([^)\n]{2,30})\)/.exec(folded.slice(end, end + 34))?.[1];
  if (behind && FOREIGN.test(behind)) return "foreign";
  const lead = folded.slice(Math.max(0, start - 60), start);
  const clause = lead.slice(Math.max(lead.lastIndexOf("。"), lead.lastIndexOf("!")) + 1);
  const words = strip(clause.slice(clause.lastIndexOf("\n") + 1), PURPOSE);
  // The name may stand on the line above; a day or a place there says nothing about the number.
  if (!words) return FOREIGN.test(strip(clause, PURPOSE)) ? "foreign" : "none";
  if (FOREIGN.test(words)) return "foreign";
  const name = strip(clause.slice(clause.lastIndexOf("\n") + 1), LABEL);
  if (NAME.test(name) && !CIVIC.test(name) && !NOTICE.test(name)) return "foreign";
  return CIVIC.test(words) ? "civic" : "unknown";
}

/** Takes words off the end as long as they match. */
function strip(words: string, ending: RegExp): string {
  let rest = words;
  for (let found = ending.exec(rest); found; found = ending.exec(rest)) {
    rest = rest.slice(0, found.index);
  }
  return rest;
}

function toHit(
  text: string,
  phone: PhoneMention,
  right: readonly BookEntry[],
  message: Hit["message"],
): Hit {
  const { start, end } = phone;
  return {
    start,
    end,
    message,
    fixes: right.map((entry) => ({
      label: { key: "fact_phone_typo_fix", args: [entry.name, entry.phone] },
      replacement: writeLike(text.slice(start, end), phone, entry),
      start,
      end,
    })),
  };
}

/** The right digits in the written form: width, separators and brackets stay. */
function writeLike(
  written: string,
  phone: PhoneMention,
  { digits, phone: inBook }: BookEntry,
): string {
  const isWide = /[０-９]/.test(written);
  const right = phone.form === "local" ? digits.slice(-phone.digits.length) : digits;
  if (right.length !== phone.digits.length) return isWide ? widen(fold(inBook)) : inBook;
  // +81 stands for the leading zero.
  const isInternational = /^[+＋]/.test(written);
  const rest = isInternational ? right.slice(1) : right;
  let place = 0;
  const head = isInternational
    ? (/^[+＋]\s?[8８][1１](?:[^0-9０-９]*[(（][0０][)）])?/.exec(written)?.[0] ?? "")
    : "";
  return (
    head +
    written.slice(head.length).replace(/[0-9０-９]/g, (digit) => {
      const next = rest.charAt(place++);
      return digit >= "０" ? widen(next) : next;
    })
  );
}
