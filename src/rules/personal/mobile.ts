import type { Policy } from "../../contract.ts";
import { isMobile, phoneDigits } from "../../facts/phones.ts";
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
  },
  // One digit off a published number is a slip, and there is a right number to offer.
  yieldsTo: ["fact.phone-typo"],
  examples: {
    fires: [
      { text: "連絡は代表（090-1234-5678）まで", marks: "090-1234-5678" },
      { text: "飼い主の方は０８０−１２３４−５６７８へ。", marks: "０８０−１２３４−５６７８" },
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
