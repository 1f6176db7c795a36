import { isOutside } from "../accounts/register.ts";
import { translate } from "../locales.ts";
import type { Hit, Rule, RuleContext } from "../rules/rule.ts";

/** The catalogue's list ("Modes"): what still holds a post while a disaster lasts. */
const EMERGENCY_RULES: ReadonlySet<string> = new Set([
  "link.lookalike",
  "link.malformed",
  "link.retired",
  "link.internal",
  "fact.phone-typo",
  "date.weekday",
  "date.impossible",
  "fact.placeholder",
  "fact.test-post",
  "fact.alert-term",
  "account.unregistered",
  "share.repost",
]);

export function holdsInEmergency(id: string): boolean {
  return EMERGENCY_RULES.has(id) || id.startsWith("pii.") || id.startsWith("secret.");
}

/**
 * How much of a draft is read: on an account outside the register nothing but that, so that a member
 * of staff's own words are never marked or recorded; nothing at all where the policy says so.
 */
export function scopeOf({ draft, policy }: RuleContext): "everything" | "account" | "nothing" {
  if (!isOutside(policy, draft.platform, draft.account)) return "everything";
  return policy.unregisteredAccounts === "ignore" ? "nothing" : "account";
}

/** What may be said while an answer takes its time (guideline 7(5)): in the language of the city's own posts. */
export function holdingStatement(): string {
  return translate("ja", "civic_holding_statement");
}

/**
 * A post under fire: answers wait for the department's decision, whatever they say (guideline 7(5)) but
 * that an answer is coming, which the guideline itself wants said.
 */
export function heldByMode({
  draft,
  policy,
}: RuleContext): { rule: Pick<Rule, "id" | "clause">; hit: Hit } | null {
  const isAnswer = ["reply", "comment", "quote"].includes(draft.kind);
  if (policy.mode !== "hold" || !isAnswer) return null;
  const replacement = holdingStatement();
  if (draft.text.trim() === replacement) return null;
  const label = { key: "civic_holding_put" };
  return {
    rule: { id: "civic.official-view", clause: "6(5)" },
    hit: {
      start: 0,
      end: 0,
      message: { key: "civic_official_view_hold" },
      fixes: [{ label, replacement, start: 0, end: draft.text.length }],
      asks: "decision",
    },
  };
}
