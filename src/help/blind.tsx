import { rules } from "../rules/index.ts";
import type { Translate } from "../ui/parts.tsx";

const KINDS = ["truth", "pictures", "consent", "approval", "context", "places"] as const;

/** What no rule can know, then rule by rule, in the words of the reference. */
export function Blind({ t }: { t: Translate }) {
  const groups = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf("."))))];
  return (
    <>
      <section class="part">
        <h2>{t("help_blind_kinds")}</h2>
        <ul class="points">
          {KINDS.map((kind) => (
            <li key={kind}>{t(`help_blind_kind_${kind}`)}</li>
          ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t("help_blind_rules")}</h2>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`guide_group_${group}`)}</h3>
            <dl class="blind">
              {rules
                .filter(({ id }) => id.startsWith(`${group}.`))
                .map(({ id }) => (
                  <div key={id}>
                    <dt>
                      <a href={`/guide.html#${id}`}>{t(`guide_title_${keyOf(id)}`)}</a>
                    </dt>
                    <dd>{t(`guide_blind_${keyOf(id)}`)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </>
  );
}

const keyOf = (id: string) => id.replace(/[.-]/g, "_");
