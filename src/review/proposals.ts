import { isSameAccount } from "../accounts/register.ts";
import type { Policy, RuleSetting } from "../contract.ts";
import type { Marked, RuleTotals } from "./totals.ts";

/** A rule that people go past more often than a good rule would be. */
export interface Proposal {
  rule: string;
  /** What people do most: mark it as wrong, publish all the same, or leave it. */
  why: "alarms" | "overridden" | "ignored";
  count: number;
  of: number;
  /** The key that says what this rule may let pass; null: none does. */
  key: keyof Policy | null;
  /** What was marked most, where the record may name it. */
  marked: readonly Marked[];
  /** The next weaker level. */
  lower: RuleSetting;
}

/** Fewer findings than these say nothing yet. */
const LEAST = 5;
/** A wrong alarm in five, and a finding left in two, is what makes people stop reading. */
const SHARES = [
  ["alarms", 0.2],
  ["overridden", 0.5],
  ["ignored", 0.5],
] as const;
const LOWER = { stop: "care", care: "hint", hint: "off" } as const;

/** Hosts, names and accounts that were looked at are told to these keys. */
const KEYS_OF: Readonly<Record<string, keyof Policy>> = {
  "link.shortener": "allowedShorteners",
  "link.brand-short": "trustedDomains",
  "link.third-party": "trustedDomains",
  "link.public-body": "trustedDomains",
  "link.lookalike": "trustedDomains",
  "pii.email": "trustedDomains",
  "tone.rumor": "trustedDomains",
  "pii.person": "consentedNames",
  "pii.mobile": "phoneBook",
  "fact.phone-typo": "phoneBook",
  "share.repost": "trustedAccounts",
  "share.quote": "trustedAccounts",
  "share.mention": "trustedAccounts",
  "read.hashtag": "hashtags",
  "secret.term": "terms",
  "account.unregistered": "accounts",
  "account.hours": "accounts",
  "account.purpose": "accounts",
};

/** The rules that deserve another level, or to be told what may pass; the plainest case first. */
export function proposalsOf(rules: readonly RuleTotals[]): Proposal[] {
  return rules
    .flatMap((totals): Proposal[] => {
      const { rule, count, level } = totals;
      // A post that was given up after a mark has no finding that could be counted.
      const of = Math.max(count, totals.alarms);
      if (of < LEAST) return [];
      const found = SHARES.find(([why, share]) => totals[why] / of >= share);
      if (!found) return [];
      const [why] = found;
      const key = Object.hasOwn(KEYS_OF, rule) ? (KEYS_OF[rule] ?? null) : null;
      const { marked } = totals;
      return [{ rule, why, count: totals[why], of, key, marked, lower: LOWER[level] }];
    })
    .sort((a, b) => b.count / b.of - a.count / a.of || b.count - a.count);
}

/** The whole value of `rules` with one more level in it, as it stands in a settings file. */
export function levelSnippet(policy: Pick<Policy, "rules">, { rule, lower }: Proposal): string {
  return JSON.stringify({ rules: { ...policy.rules, [rule]: lower } }, null, 2);
}

/**
 * The whole value of a list with what was marked as well, as it stands in a settings file; null: the list
 * takes neither hosts nor accounts, or has them all.
 */
export function trustSnippet(
  policy: Pick<Policy, "trustedDomains" | "allowedShorteners" | "trustedAccounts">,
  { key, marked }: Pick<Proposal, "key" | "marked">,
): string | null {
  if (key === "trustedDomains" || key === "allowedShorteners") {
    const known = policy[key];
    const hosts = marked.flatMap(({ about }) => ("host" in about ? [about.host] : []));
    const added = hosts.filter((host) => !known.includes(host));
    return added.length > 0 ? JSON.stringify({ [key]: [...known, ...added] }, null, 2) : null;
  }
  if (key !== "trustedAccounts") return null;
  const added = marked.flatMap(({ about, platform }) => {
    if (!("account" in about)) return [];
    const { account } = about;
    const known = policy.trustedAccounts.some(
      (one) =>
        one.platform === platform &&
        [one.id, one.handle, one.name].some(
          (name) => name !== undefined && isSameAccount(name, account),
        ),
    );
    return known ? [] : [{ platform, [platform === "x" ? "handle" : "name"]: account }];
  });
  return added.length > 0
    ? JSON.stringify({ trustedAccounts: [...policy.trustedAccounts, ...added] }, null, 2)
    : null;
}
