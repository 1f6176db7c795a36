import type { Platform } from "../contract.ts";
import { type AlarmEntry, FATES } from "../journal/entry.ts";
import { type Columns, fateOf, LEVELS, levelOf, OUTCOMES, type Outcome } from "./columns.ts";

/** What became of a post, as the plot by week tells it: the first is what a reviewer looks for. */
export const GROUPS = ["left", "unchecked", "mended", "clean"] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Partial<Record<Outcome, Group>>> = {
  overridden: "left",
  unheld: "left",
  unchecked: "unchecked",
  repaired: "mended",
  answered: "mended",
  withdrawn: "mended",
  clean: "clean",
};

/** How often a rule spoke, and what people made of it. */
export interface RuleTotals {
  rule: string;
  /** All its findings. */
  count: number;
  /** Stood as a `stop` in a post that went out all the same. */
  overridden: number;
  /** Put aside for this post, or left where nothing held it. */
  ignored: number;
  /** Marks as a false alarm, also on posts that never went out. */
  alarms: number;
  /** The hosts or accounts that these marks are about, most first. */
  marked: readonly Marked[];
  /** Repaired or answered. */
  mended: number;
  /** A `stop` that a pilot let go. */
  unheld: number;
  /** The level at which it spoke most. */
  level: (typeof LEVELS)[number];
}

export interface Marked {
  about: NonNullable<AlarmEntry["about"]>;
  platform: Platform;
  count: number;
}

export interface Week {
  /** Day (since 1970) of its Monday. */
  monday: number;
  counts: Record<Group, number>;
}

export interface Totals {
  posts: number;
  byOutcome: Record<Outcome, number>;
  /** Without a hole, from the first to the last. */
  weeks: Week[];
  /** Those that spoke, most first. */
  rules: RuleTotals[];
  /** Posts let through by a pilot, and how many of them would have been held. */
  pilot: { posts: number; unheld: number };
}

const RULE_FIELDS = 5;
const [OVERRIDDEN, IGNORED, ALARMS, MENDED, UNHELD] = [0, 1, 2, 3, 4];

/** Sums over rows, in one walk. */
export function totalsOf(columns: Columns, rows: Uint32Array): Totals {
  const outcomes = new Uint32Array(OUTCOMES.length);
  const sums = new Uint32Array(columns.rules.length * RULE_FIELDS);
  const levels = new Uint32Array(columns.rules.length * LEVELS.length);
  const byWeek = new Map<number, Uint32Array<ArrayBuffer>>();
  const groups = OUTCOMES.map((outcome) => GROUPS.indexOf(GROUP_OF[outcome] ?? "clean"));
  const posts = OUTCOMES.map((outcome) => GROUP_OF[outcome] !== undefined);
  const unheld = OUTCOMES.indexOf("unheld");
  const alarm = OUTCOMES.indexOf("alarm");
  const pilot = { posts: 0, unheld: 0 };
  const marked = new Map<number, Map<string, Marked>>();

  function addMark(row: number): void {
    const rule = columns.findingRule[columns.findings[row] ?? 0] ?? 0;
    add(sums, rule * RULE_FIELDS + ALARMS);
    const about = columns.about.get(row);
    const platform = columns.accountAt(row)?.platform;
    if (!about || !platform) return;
    const name = "host" in about ? about.host : `${platform}/${about.account}`;
    const names = marked.get(rule) ?? new Map<string, Marked>();
    marked.set(
      rule,
      names.set(name, { about, platform, count: (names.get(name)?.count ?? 0) + 1 }),
    );
  }

  // By number, not by iterator, and through locals: this walks over everything at every choice.
  const { outcome: outcomeOf, day: dayAt, findings, findingRule, findingState } = columns;
  let lastWeek = Number.NaN;
  let weekCounts = new Uint32Array(GROUPS.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const outcome = outcomeOf[row] ?? 0;
    add(outcomes, outcome);
    if (outcome === alarm) addMark(row);
    if (!posts[outcome]) continue;
    if (columns.isPilot(row)) {
      pilot.posts += 1;
      if (outcome === unheld) pilot.unheld += 1;
    }
    const day = dayAt[row] ?? 0;
    if (day > 0) {
      // 1 January 1970 was a Thursday.
      const week = Math.floor((day + 3) / 7);
      if (week !== lastWeek) {
        weekCounts = byWeek.get(week) ?? new Uint32Array(GROUPS.length);
        byWeek.set(week, weekCounts);
        lastWeek = week;
      }
      add(weekCounts, groups[outcome] ?? 0);
    }
    const end = findings[row + 1] ?? 0;
    for (let at = findings[row] ?? 0; at < end; at++) {
      const rule = findingRule[at] ?? 0;
      const state = findingState[at] ?? 0;
      const level = levelOf(state);
      add(levels, rule * LEVELS.length + level);
      const field = fieldOf(level, fateOf(state), outcome);
      if (field >= 0) add(sums, rule * RULE_FIELDS + field);
    }
  }

  return {
    posts: OUTCOMES.reduce((sum, _, at) => sum + (posts[at] ? (outcomes[at] ?? 0) : 0), 0),
    byOutcome: Object.fromEntries(
      OUTCOMES.map((outcome, at) => [outcome, outcomes[at] ?? 0]),
    ) as Record<Outcome, number>,
    weeks: weeksOf(byWeek),
    rules: columns.rules
      .map((rule, place): RuleTotals => {
        const sum = (name: number) => sums[place * RULE_FIELDS + name] ?? 0;
        const perLevel = LEVELS.map((_, level) => levels[place * LEVELS.length + level] ?? 0);
        return {
          rule,
          count: perLevel.reduce((all, one) => all + one, 0),
          overridden: sum(OVERRIDDEN),
          ignored: sum(IGNORED),
          alarms: sum(ALARMS),
          marked: [...(marked.get(place)?.values() ?? [])].sort((a, b) => b.count - a.count),
          mended: sum(MENDED),
          unheld: sum(UNHELD),
          level: LEVELS[perLevel.indexOf(Math.max(...perLevel))] ?? "hint",
        };
      })
      .filter(({ count, alarms }) => count > 0 || alarms > 0)
      .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
    pilot,
  };
}

const [UNHELD_POST, OVERRIDDEN_POST, WITHDRAWN_POST] = [
  OUTCOMES.indexOf("unheld"),
  OUTCOMES.indexOf("overridden"),
  OUTCOMES.indexOf("withdrawn"),
];
const [LEFT, ASIDE] = [FATES.indexOf("left"), FATES.indexOf("aside")];
const ENDED = FATES.map((fate) => fate === "repaired" || fate === "answered");

/** What a finding counts as: a field of a rule's sums, or -1. */
function fieldOf(level: number, fate: number, outcome: number): number {
  if (ENDED[fate]) return MENDED;
  if (level === 0) {
    if (outcome === OVERRIDDEN_POST) return OVERRIDDEN;
    return outcome === UNHELD_POST ? UNHELD : -1;
  }
  // What was withdrawn may be mended yet: nothing was ignored.
  return fate === ASIDE || (fate === LEFT && outcome !== WITHDRAWN_POST) ? IGNORED : -1;
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function weeksOf(byWeek: ReadonlyMap<number, Uint32Array>): Week[] {
  if (byWeek.size === 0) return [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const week of byWeek.keys()) {
    first = Math.min(first, week);
    last = Math.max(last, week);
  }
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const counts = byWeek.get(first + index);
    return {
      monday: (first + index) * 7 - 3,
      counts: Object.fromEntries(GROUPS.map((group, at) => [group, counts?.[at] ?? 0])) as Record<
        Group,
        number
      >,
    };
  });
}
