import type { Account, Platform, Policy } from "../contract.ts";
import { handleOf, isAccount } from "./identity.ts";
import type { SeenAccount } from "./seen.ts";
import { skeleton } from "./skeleton.ts";

/** Shorter handles are too alike by themselves; in letters. */
const LONG_ENOUGH = 6;
/** No site takes longer names, in UTF-16 units. */
const LONGEST = 100;
/** More digits than a year are nobody's imitation. */
const MOST_DIGITS = 4;
/** Numbers by which fire service, police, coast guard and help lines call themselves. */
const PUBLIC_NUMBERS = /^(?:11[0-9]|171|188|189|7119|8000)$/;

/** What a name and a handle look like. */
interface Looks {
  handle: string;
  /** The same with its underscores, which part words. */
  words: string;
  /** The handle's own letters and digits, one by one as they look. */
  letters: readonly string[];
  /** The name without what any account may add to it; "": it tells nobody apart. */
  name: string;
}

/** The register is the same for every account that is seen. */
const known = new WeakMap<Account, Looks>();

/**
 * The registered account that this one imitates (guideline 7(4)): by its name, or by a handle that has
 * look-alike letters, added underscores or digits, or two neighbouring letters swapped. null: none; also
 * for every account that is registered or trusted. One letter for another is no imitation: Suzaka is not Suzuka.
 */
export function imitated(policy: Policy, platform: Platform, seen: SeenAccount): Account | null {
  const isHere = (entry: { platform: Platform }) => entry.platform === platform;
  const familiar = [...policy.accounts, ...policy.trustedAccounts].filter(isHere);
  if (familiar.some((entry) => isAccount(entry, seen))) return null;
  const handle = (seen.handle ?? "").slice(0, LONGEST);
  const looks = {
    handle: skeleton(handle),
    words: wordsOf(handle),
    name: without(skeleton(seen.name.slice(0, LONGEST)), DECORATIONS),
  };
  return (
    policy.accounts.filter(isHere).find((account) => {
      const own = looksOf(account);
      return (
        (own.name !== "" && own.name === looks.name) ||
        (own.handle !== "" && own.handle === looks.handle) ||
        (own.handle.length >= LONG_ENOUGH &&
          (isSwapped(looks.words, own.words) || hasMoreDigits(handle, own.letters)))
      );
    }) ?? null
  );
}

function looksOf(account: Account): Looks {
  const made = known.get(account);
  if (made) return made;
  const handle = handleOf(account) ?? "";
  const name = without(skeleton(account.name ?? ""), DECORATIONS);
  const looks = {
    handle: skeleton(handle),
    words: wordsOf(handle),
    letters: [...bare(handle)].map(skeleton),
    name: without(name, GENERIC).length >= 2 ? name : "",
  };
  known.set(account, looks);
  return looks;
}

/**
 * Whether two neighbouring letters of one stand the other way round in the other, and all else is the
 * same. Not the first two of a word, by which it is recognised: Otsu is not Tosu.
 */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    /[^_]/.test(a[at - 1] ?? "_") &&
    a[at] !== undefined &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/** Whether all the letters stand in `seen` in their order, and between them nothing but a few digits. */
function hasMoreDigits(seen: string, letters: readonly string[]): boolean {
  let at = 0;
  let digits = "";
  for (const letter of bare(seen)) {
    if (at < letters.length && skeleton(letter) === letters[at]) at++;
    else if (/\d/.test(letter)) digits += letter;
    else return false;
  }
  return at === letters.length && digits.length <= MOST_DIGITS && !PUBLIC_NUMBERS.test(digits);
}

const wordsOf = (handle: string) => handle.split("_").map(skeleton).join("_");
const bare = (handle: string) => handle.replace(/[^\p{L}\p{N}]/gu, "");

/** What an account adds to its name without naming anybody else. */
const DECORATIONS = [
  "公式アカウント",
  "公式",
  "アカウント",
  "オフィシャル",
  "official",
  "account",
].map(skeleton);
/** What any body's account may be called: says nothing about whose it is. */
const GENERIC = [
  ...[
    "市役所",
    "役場",
    "図書館",
    "博物館",
    "美術館",
    "動物園",
    "水族館",
    "消防",
    "本部",
    "防災",
    "危機管理",
  ],
  ...[
    "広報",
    "観光",
    "センター",
    "ニュース",
    "課",
    "局",
    "係",
    "室",
    "city",
    "town",
    "news",
    "info",
    "pr",
  ],
].map(skeleton);

function without(name: string, words: readonly string[]): string {
  return words.reduce((text, word) => text.replaceAll(word, ""), name);
}
