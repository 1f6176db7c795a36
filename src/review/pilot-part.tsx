import { Table } from "../pages/table.tsx";
import type { Filter } from "./filter.ts";
import { formats, type Words } from "./names.ts";
import { RuleLink } from "./rules-part.tsx";
import type { RuleTotals, Totals } from "./totals.ts";
import { Way } from "./way.tsx";

export interface PilotPartProps {
  words: Words;
  totals: Totals;
  filter: Filter;
  onFilter(filter: Filter): void;
}

/** What would have been held, had the pilot been the real thing. */
export function PilotPart({ words, totals, filter, onFilter }: PilotPartProps) {
  const { t, lang } = words;
  const { pilot, rules } = totals;
  const { number, share } = formats(lang);
  const found = rules.filter(({ unheld }) => unheld > 0).toSorted((a, b) => b.unheld - a.unheld);
  const decision = "unheld";
  return (
    <section class="part" id="pilot" aria-labelledby="pilot-title">
      <h2 id="pilot-title">{t("review_part_pilot")}</h2>
      {pilot.posts === 0 ? (
        <p class="empty">{t("review_pilot_none")}</p>
      ) : (
        <p>
          {t(
            "review_pilot_words",
            number.format(pilot.posts),
            number.format(pilot.unheld),
            share.format(pilot.unheld / pilot.posts),
          )}{" "}
          {pilot.unheld > 0 && (
            <Way filter={{ ...filter, decision }} onFilter={onFilter} hash="#entries">
              {t("review_proposal_look")}
            </Way>
          )}
        </p>
      )}
      {found.length > 0 && (
        <Table<RuleTotals>
          caption={t("review_pilot_rules")}
          columns={[
            {
              title: t("review_rule"),
              isHeader: true,
              cell: ({ rule }) => <RuleLink t={t} rule={rule} />,
            },
            {
              title: t("review_pilot_held"),
              cell: ({ rule, unheld }) => (
                <Way filter={{ ...filter, rule, decision }} onFilter={onFilter} hash="#entries">
                  {number.format(unheld)}
                </Way>
              ),
            },
          ]}
          rows={found}
          keyOf={({ rule }) => rule}
        />
      )}
    </section>
  );
}
