import type { Draft, Expansion, Finding, Lang, Level, Policy } from "../contract.ts";
import { readFacts } from "../facts/facts.ts";
import { overlaps } from "../facts/span.ts";
import { translate } from "../locales.ts";
import { rules as allRules } from "../rules/index.ts";
import type { Hit, Rule, RuleContext } from "../rules/rule.ts";
import { levelOf } from "./levels.ts";
import { heldByMode, scopeOf } from "./modes.ts";

export interface CheckOptions {
  lang?: Lang;
  /** What shorteners answered so far; none where nothing was asked. */
  expansions?: ReadonlyMap<string, Expansion>;
  /** Whether the organisation manages this device's browser; absent where nobody knows. */
  isManaged?: boolean;
}

const GRAVITY: Record<Level, number> = { stop: 0, care: 1, hint: 2 };
/** No post has so many slips of one kind, and a text made of nothing else must not take long. */
const MOST_OF_A_RULE = 200;
const NO_EXPANSIONS: ReadonlyMap<string, Expansion> = new Map();

/**
 * Checks a draft against a policy. Pure and total: no clock, no network, no exception, whatever the
 * text. Findings are sorted by start, then by level (`stop` first).
 */
export function check(draft: Draft, policy: Policy, options: CheckOptions = {}): Finding[] {
  const lang = options.lang ?? "ja";
  const context: RuleContext = {
    draft: {
      ...draft,
      platform: draft.platform ?? "x",
      kind: draft.kind ?? "post",
      media: draft.media ?? [],
    },
    facts: readFacts(draft),
    policy,
    expansions: options.expansions ?? NO_EXPANSIONS,
    ...(options.isManaged === undefined ? {} : { isManaged: options.isManaged }),
  };
  const scope = scopeOf(context);
  if (scope === "nothing") return [];
  const found: Found[] = [];
  const held = scope === "everything" ? heldByMode(context) : null;
  if (held) found.push({ ...held, level: "stop", usual: "stop" });
  for (const rule of rulesOf(policy)) {
    if (scope === "account" && rule.id !== "account.unregistered") continue;
    let count = 0;
    for (const hit of rule.check(context)) {
      const levels = levelOf(rule, hit, context);
      if (levels && isRange(hit, draft.text.length)) found.push({ rule, hit, ...levels });
      count += 1;
      if (count === MOST_OF_A_RULE) break;
    }
  }
  // Asked of the few rules named alone: every hit beside every other takes seconds in a long text.
  const byRule = Map.groupBy(found, ({ rule }) => rule.id);
  const yields = ({ yieldsTo = [] }: Pick<Rule, "yieldsTo">, hit: Hit) =>
    yieldsTo.some((id) => byRule.get(id)?.some((other) => overlaps(other.hit, hit)));
  return found
    .filter(({ rule, hit }) => !yields(rule, hit))
    .map((one) => toFinding(one, draft.text, lang))
    .sort((a, b) => a.start - b.start || GRAVITY[a.level] - GRAVITY[b.level] || a.end - b.end);
}

interface Found {
  rule: Pick<Rule, "id" | "clause" | "yieldsTo">;
  hit: Hit;
  level: Level;
  usual: Level;
}

/** Those that the policy does not switch off by their id; it changes more seldom than the draft. */
const active = new WeakMap<Policy, readonly Rule[]>();

function rulesOf(policy: Policy): readonly Rule[] {
  let rules = active.get(policy);
  if (!rules) {
    rules = allRules.filter(({ id }) => policy.rules[id] !== "off");
    active.set(policy, rules);
  }
  return rules;
}

function isRange({ start, end }: Hit, length: number): boolean {
  return start >= 0 && end <= length && (start < end || (start === 0 && end === 0));
}

function toFinding({ rule, hit, level, usual }: Found, text: string, lang: Lang): Finding {
  return {
    rule: rule.id,
    level,
    ...(usual === level ? {} : { usual }),
    start: hit.start,
    end: hit.end,
    text: text.slice(hit.start, hit.end),
    message: translate(lang, hit.message.key, hit.message.args),
    clause: hit.clause ?? rule.clause,
    fixes: (hit.fixes ?? []).map((fix) => ({
      label: translate(lang, fix.label.key, fix.label.args),
      replacement: fix.replacement,
      start: fix.start,
      end: fix.end,
    })),
    ...(hit.destination ? { destination: hit.destination } : {}),
    ...(hit.asks ? { asks: hit.asks } : {}),
  };
}
