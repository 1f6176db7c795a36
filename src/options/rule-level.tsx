import type { RuleSetting } from "../contract.ts";
import { useSettings } from "./model.ts";
import { reasonWords } from "./problem-words.ts";
import { valueAt } from "./values.ts";

const SETTINGS: readonly RuleSetting[] = ["stop", "care", "hint", "off"];

export function isSetting(value: unknown): value is RuleSetting {
  return (SETTINGS as readonly unknown[]).includes(value);
}

/** What is set for a rule's id, or a group's ("link.*"), right or wrong. */
export function settingOf(shown: Readonly<Record<string, unknown>>, id: string): unknown {
  return valueAt(shown, ["rules", id]);
}

export interface RuleLevelProps {
  /** A rule's id, or a group's. */
  id: string;
  /** For screen readers: whose level. */
  name: string;
  /** What holds where nothing is set here. */
  inherited: string;
}

export function RuleLevel({ id, name, inherited }: RuleLevelProps) {
  const { t, shown, change, lockOf, problems } = useSettings();
  const value = settingOf(shown, id);
  const path = `rules[${JSON.stringify(id)}]`;
  const problem = problems.byPath.get(path);
  return (
    <div class="rule-level">
      <select
        class={value === undefined ? "select" : "select chosen"}
        aria-label={problem ? `${name} ${reasonWords(t, problem)}` : name}
        data-path={path}
        value={typeof value === "string" ? value : ""}
        disabled={lockOf("rules") !== null}
        {...(problem ? { "aria-invalid": "true" as const } : {})}
        onChange={({ currentTarget }) => change(["rules", id], currentTarget.value || undefined)}
      >
        <option value="">{inherited}</option>
        {typeof value === "string" && !isSetting(value) && <option value={value}>{value}</option>}
        {SETTINGS.map((one) => (
          <option key={one} value={one}>
            {t(`policy_rules_${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
