import { useState } from "preact/hooks";
import type { RuleSetting } from "../contract.ts";
import { titleOf } from "../policy/words.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { LevelMark } from "../ui/parts.tsx";
import { KeyBadge } from "./key-badge.tsx";
import { useSettings } from "./model.ts";
import { Preview, type PreviewPort } from "./preview.tsx";
import { isSetting, RuleLevel, settingOf } from "./rule-level.tsx";

const GROUPS = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf("."))))];

/** The level of every rule, by itself or with its group, beside a post to try them on. */
export function Rules({ port }: { port: PreviewPort }) {
  const { t, shown } = useSettings();
  const [search, setSearch] = useState("");
  const [isChangedOnly, setChangedOnly] = useState(false);
  const wanted = fold(search);
  const found = rules.filter(
    (rule) =>
      (!isChangedOnly || isSetting(settingOf(shown, rule.id))) &&
      (wanted === "" || wordsOf(rule, t).includes(wanted)),
  );

  /** From a finding in the preview to its rule. */
  function show(id: string): void {
    setSearch("");
    setChangedOnly(false);
    requestAnimationFrame(() => {
      const control = document.querySelector<HTMLElement>(`[data-path='rules["${id}"]']`);
      control?.scrollIntoView({ block: "center" });
      control?.focus();
    });
  }

  return (
    <div class="beside">
      <div>
        <div class="part-head">
          <h2>{t(titleOf(["rules"]))}</h2>
          <KeyBadge name="rules" />
        </div>
        <p class="hint-text">{t("settings_rules_lead")}</p>
        <div class="rule-search">
          <label class="field-label" for="rule-search">
            {t("settings_rules_search")}
          </label>
          <input
            id="rule-search"
            class="input"
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <label class="choice">
            <input
              type="checkbox"
              checked={isChangedOnly}
              onChange={({ currentTarget }) => setChangedOnly(currentTarget.checked)}
            />
            {t("settings_rules_changed")}
          </label>
          <p class="hint-text" role="status">
            {t("settings_rules_found", String(found.length), String(rules.length))}
          </p>
        </div>
        {GROUPS.map((group) => (
          <Group
            key={group}
            group={group}
            rules={found.filter(({ id }) => id.startsWith(`${group}.`))}
          />
        ))}
      </div>
      <Preview port={port} onRule={show} />
    </div>
  );
}

function Group({ group, rules: members }: { group: string; rules: readonly Rule[] }) {
  const { t, shown } = useSettings();
  if (members.length === 0) return null;
  const name = t(`guide_group_${group}`);
  const setting = settingOf(shown, `${group}.*`);
  return (
    <section class="rule-group" aria-labelledby={`group-${group}`}>
      <div class="rule-row group">
        <h3 id={`group-${group}`}>{name}</h3>
        <RuleLevel
          id={`${group}.*`}
          name={t("settings_rules_group", name)}
          inherited={t("settings_rules_each")}
        />
      </div>
      {members.map((rule) => (
        <div key={rule.id} class="rule-row">
          <div>
            <p class="rule-title">
              <Level level={levelInForce(shown, rule)} />
              {t(`guide_title_${wordOf(rule)}`)} <code>{rule.id}</code>
            </p>
            <p class="hint-text">{t(`guide_catches_${wordOf(rule)}`)}</p>
          </div>
          <RuleLevel
            id={rule.id}
            name={t("settings_rules_level", t(`guide_title_${wordOf(rule)}`))}
            inherited={
              isSetting(setting)
                ? t("settings_rules_from_group", t(`policy_rules_${setting}`))
                : t("settings_rules_default", t(`policy_rules_${rule.level}`))
            }
          />
        </div>
      ))}
    </section>
  );
}

function Level({ level }: { level: RuleSetting }) {
  return (
    <span class={`rule-mark ${level}`}>
      {level === "off" ? <span class="off-mark" /> : <LevelMark level={level} />}
    </span>
  );
}

function levelInForce(shown: Readonly<Record<string, unknown>>, rule: Rule): RuleSetting {
  const group = `${rule.id.slice(0, rule.id.indexOf("."))}.*`;
  return [settingOf(shown, rule.id), settingOf(shown, group)].find(isSetting) ?? rule.level;
}

function wordsOf(rule: Rule, t: (key: string) => string): string {
  const name = wordOf(rule);
  return fold(
    [rule.id, t(`guide_title_${name}`), t(`guide_catches_${name}`), rule.clause].join(" "),
  );
}

function wordOf({ id }: Rule): string {
  return id.replace(/[.-]/g, "_");
}

function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
