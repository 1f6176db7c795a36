import { fold } from "./digits.ts";
import { type PhoneMention, phoneDigits } from "./phones.ts";

export interface BookEntry {
  name: string;
  phone: string;
  /** ASCII digits with area code. */
  digits: string;
  /** The names by which a text may call it: the whole, and its offices where no other entry shares them. */
  aliases: string[];
  /** The main switchboard (代表), which is right beside any office. */
  isMain: boolean;
}

const OFFICE = /[^課係室局部]{1,20}(?:課|係|室|局|部)/g;

type Written = readonly { name: string; phone: string }[];

/** A book changes with the policy, not with the draft. */
const books = new WeakMap<Written, BookEntry[]>();

export function readBook(entries: Written): readonly BookEntry[] {
  const known = books.get(entries);
  if (known) return known;
  const book = read(entries);
  books.set(entries, book);
  return book;
}

function read(entries: Written): BookEntry[] {
  const book = entries.flatMap(({ name, phone }) => {
    const digits = phoneDigits(phone);
    const folded = fold(name).trim();
    const isMain = /代表|交換/.test(folded);
    if (digits.length < 9 || !folded) return [];
    return [{ name, phone, digits, aliases: aliasesOf(folded, isMain), isMain }];
  });
  // 庶務係 is an office of many departments: a name that two entries share points to neither.
  const count = new Map<string, Set<string>>();
  for (const { aliases, digits } of book) {
    for (const alias of aliases) count.set(alias, (count.get(alias) ?? new Set()).add(digits));
  }
  return book.map((entry) => ({
    ...entry,
    aliases: entry.aliases.filter((alias) => count.get(alias)?.size === 1),
  }));
}

function aliasesOf(name: string, isMain: boolean): string[] {
  const bare = name.replace(/ ?[((]?(?:大?代表|交換)[))]?$/, "");
  const parts = bare.match(OFFICE) ?? [];
  const isWhole = parts.join("") === bare;
  // 政策推進課広聴広報係 is also 政策推進課, and 広聴広報係.
  const offices = isWhole && parts.length > 1 ? parts : [];
  const names = [name, bare, ...offices];
  return [...new Set(isMain ? names.slice(0, 2) : names)].filter((alias) => alias.length >= 3);
}

/** Whether a mention is this entry's number; a local form is compared with the end of the number. */
export function isNumberOf(entry: BookEntry, { form, digits }: PhoneMention): boolean {
  return form === "local" ? entry.digits.endsWith(digits) : entry.digits === digits;
}

/** How a mention's digits differ from an entry's. */
export type Slip = "one" | "swap" | "far-swap" | "two";

/**
 * One digit more, less or other ("one"), two neighbours swapped ("swap"), two others swapped
 * ("far-swap"), two other digits ("two"); null: equal, or clearly another number.
 */
export function slipBetween(entry: BookEntry, { form, digits }: PhoneMention): Slip | null {
  if (form === "short") return null;
  const right = form === "local" ? entry.digits.slice(-Math.min(digits.length, 8)) : entry.digits;
  if (form === "full" && Math.abs(right.length - digits.length) === 1) {
    return isOneLonger(right, digits) || isOneLonger(digits, right) ? "one" : null;
  }
  if (right.length !== digits.length) return null;
  const places = [...digits].flatMap((digit, place) => (digit === right[place] ? [] : [place]));
  const [first = 0, second = 0] = places;
  if (places.length === 1) return "one";
  if (places.length !== 2) return null;
  const isSwap = digits[first] === right[second] && digits[second] === right[first];
  if (!isSwap) return "two";
  return second - first === 1 ? "swap" : "far-swap";
}

/** `longer` becomes `shorter` when one digit is taken out. */
function isOneLonger(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place++;
  return longer.slice(place + 1) === shorter.slice(place);
}
