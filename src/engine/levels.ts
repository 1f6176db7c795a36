import type { Level, RuleSetting } from "../contract.ts";
import type { Hit, Rule, RuleContext } from "../rules/rule.ts";
import { holdsInEmergency } from "./modes.ts";

const GRAVITY: Record<Level, number> = { stop: 0, care: 1, hint: 2 };

/**
 * The level of one hit as it counts now, and as it usually does: in an emergency only the rules that
 * save lives and reputations hold a post, and everything else is listed for afterwards. null: switched off.
 */
export function levelOf(
  rule: Rule,
  hit: Hit,
  context: RuleContext,
): { level: Level; usual: Level } | null {
  const usual = settledLevel(rule, hit, context);
  if (usual === null || context.policy.mode !== "emergency")
    return usual && { level: usual, usual };
  return { level: usual === "stop" && holdsInEmergency(rule.id) ? "stop" : "hint", usual };
}

/**
 * The level of one hit: what the organisation set for the rule (an id beats a group), else the hit's
 * own, else the rule's. A hit that its rule made milder than usual (a shortener merely named) stays at
 * most that mild under a setting. null: switched off.
 */
function settledLevel(rule: Rule, hit: Hit, context: RuleContext): Level | null {
  const usual = hit.level ?? rule.level;
  const setting = settingOf(rule.id, context.policy.rules);
  if (setting === "off") return null;
  if (!setting) return usual;
  const isMilder = hit.level !== undefined && GRAVITY[hit.level] > GRAVITY[rule.level];
  return isMilder && GRAVITY[setting] < GRAVITY[usual] ? usual : setting;
}

function settingOf(
  id: string,
  settings: Readonly<Record<string, RuleSetting>>,
): RuleSetting | undefined {
  const group = `${id.slice(0, id.indexOf("."))}.*`;
  for (const key of [id, group]) if (Object.hasOwn(settings, key)) return settings[key];
  return undefined;
}
