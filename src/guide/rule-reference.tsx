import type { Lang } from "../contract.ts";
import { Frame } from "../pages/frame.tsx";
import { clauseOf } from "../policy/clauses.ts";
import { DEFAULT_POLICY } from "../policy/defaults.ts";
import { rules } from "../rules/index.ts";
import type { Example, Rule } from "../rules/rule.ts";

interface Props {
  lang: Lang;
  t(key: string, ...args: string[]): string;
}

/** What each rule catches and lets pass, made from the rules' own files, so that it never ages. */
export function RuleReference({ lang, t }: Props) {
  const groups = [...new Set(rules.map((rule) => rule.id.slice(0, rule.id.indexOf("."))))];
  const nameOf = (group: string) => t(`guide_group_${group}`);
  return (
    <Frame t={t} path="/guide.html" sections={groups.map((id) => ({ id, name: nameOf(id) }))}>
      <h1>{t("guide_title")}</h1>
      <p>{t("guide_lead")}</p>
      {groups.map((group) => (
        <section key={group} id={group} class="group">
          <h2 tabIndex={-1}>{nameOf(group)}</h2>
          {rules
            .filter((rule) => rule.id.startsWith(`${group}.`))
            .map((rule) => (
              <OneRule key={rule.id} rule={rule} lang={lang} t={t} />
            ))}
        </section>
      ))}
    </Frame>
  );
}

function OneRule({ rule, lang, t }: Props & { rule: Rule }) {
  const clause = clauseOf(DEFAULT_POLICY, rule.clause, lang);
  const name = rule.id.replace(/[.-]/g, "_");
  return (
    <section id={rule.id} class={`rule ${rule.level}`}>
      <h3 tabIndex={-1}>
        <span class="level">{t(`ui_level_${rule.level}`)}</span>
        {t(`guide_title_${name}`)} <code>{rule.id}</code>
      </h3>
      <p>{t(`guide_catches_${name}`)}</p>
      <p class="soft">{t("guide_blind", t(`guide_blind_${name}`))}</p>
      <blockquote class="soft">
        {rule.clause} {clause.label}
        {clause.text && `「${clause.text}」`}
      </blockquote>
      <p class="soft">{t("guide_fires")}</p>
      <Examples of={rule.examples.fires} t={t} />
      <p class="soft">{t("guide_quiet")}</p>
      <Examples of={rule.examples.quiet} t={t} />
    </section>
  );
}

function Examples({ of, t }: Pick<Props, "t"> & { of: readonly (string | Example)[] }) {
  return (
    <ul lang="ja">
      {of.map((example) => {
        const { text, policy } =
          typeof example === "string" ? { text: example, policy: undefined } : example;
        return (
          <li key={JSON.stringify(example)}>
            {text}
            {policy && <span class="soft"> {t("guide_by_settings")}</span>}
          </li>
        );
      })}
    </ul>
  );
}
