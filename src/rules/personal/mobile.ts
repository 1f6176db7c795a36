import type { Policy } from "../../contract.ts";
import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { isMobile, phoneDigits } from "../../facts/phones.ts";
import { overlaps } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

const BOOK = { phoneBook: [{ name: "災害対策本部", phone: "090-1111-2222" }] };

/** A book changes with the policy, not with the draft. */
const books = new WeakMap<Policy, ReadonlySet<string>>();

function publishedNumbers(policy: Policy): ReadonlySet<string> {
  const known = books.get(policy);
  if (known) return known;
  const numbers = new Set(policy.phoneBook.map(({ phone }) => phoneDigits(phone)));
  books.set(policy, numbers);
  return numbers;
}
/** Written so that it is not read as a number at once: kanji digits, blanks between all of them, slashes. */
const DISGUISED: readonly RegExp[] = [
  /(?<![〇一二三四五六七八九])[〇零][六七八九][〇零][ -・･ー‐−－]{0,2}[〇零一二三四五六七八九]{4}[ -・･ー‐−－]{0,2}[〇零一二三四五六七八九]{4}(?![〇零一二三四五六七八九])/gu,
  /(?<![0-9] ?)0 [6-9] 0(?: [0-9]){8}(?! ?[0-9])/g,
  /(?<![0-9/-])0[6-9]0[ ./・-]{1,2}[1-9][0-9]{3}[ ./・-]{1,2}[0-9]{4}(?![0-9/-])/g,
  /(?:ゼロ|ぜろ|れい|レイ)(?:ロク|ナナ|ハチ|キュー|キュウ|ろく|なな|はち|きゅう)(?:ゼロ|ぜろ|れい|レイ)[ -・のー]{0,2}[0-9]{4}[ -・のー]{0,2}[0-9]{4}/gu,
];
/** Counted otherwise than as a phone. */
const OTHER_NUMBER =
  /(?:伝票|管理|会員|受付|整理|製造|商品|登録|追跡|納付)(?:番号)?[ :はが(]{0,3}$/u;

/** A mobile number that the organisation does not publish is a person's own. */
export const piiMobile: Rule = {
  id: "pii.mobile",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts, policy }) {
    for (const phone of facts.phones) {
      if (!isMobile(phone) || publishedNumbers(policy).has(phone.digits)) continue;
      const { start, end, text } = phone;
      yield { start, end, message: { key: "pii_mobile", args: [text] } };
    }
    const folded = fold(facts.text);
    for (const pattern of DISGUISED)
      for (const { 0: words, index: start } of matchesOf(pattern, folded)) {
        const span = { start, end: start + words.length };
        const isRead = facts.phones.some((phone) => isMobile(phone) && overlaps(phone, span));
        if (isRead || facts.links.some((link) => overlaps(link, span))) continue;
        if (OTHER_NUMBER.test(folded.slice(Math.max(0, start - 12), start))) continue;
        if (publishedNumbers(policy).has(words.replace(/[^0-9]/g, ""))) continue;
        const written = facts.text.slice(span.start, span.end);
        yield { ...span, message: { key: "pii_mobile", args: [written] } };
      }
  },
  // One digit off a published number is a slip, and there is a right number to offer.
  yieldsTo: ["fact.phone-typo"],
  examples: {
    fires: [
      { text: "連絡は代表（090-1234-5678）まで", marks: "090-1234-5678" },
      { text: "飼い主の方は０８０−１２３４−５６７８へ。", marks: "０８０−１２３４−５６７８" },
      { text: "講師宅は〇九〇-一二三四-五六七八です。", marks: "〇九〇-一二三四-五六七八" },
      { text: "私の番号（090 9988 7766）にどうぞ。", marks: "090 9988 7766" },
      { text: "TEL07012345678", marks: "07012345678" },
      { text: "当番 (090)1234-5678", marks: "(090)1234-5678" },
      { text: "海外からは+81 90-1234-5678", marks: "+81 90-1234-5678" },
    ],
    quiet: [
      "受付専用ダイヤル 0800-123-4567（通話無料）",
      "090-XXXX-XXXXのような番号からの電話にご注意ください。",
      { text: "災害対策本部 090-1111-2222", policy: BOOK },
      "市役所 026-245-1400、IP電話 050-1234-5678",
      "https://example.jp/09012345678",
    ],
  },
};
