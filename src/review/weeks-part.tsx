import { useMemo } from "preact/hooks";
import { Table } from "../pages/table.tsx";
import { Chart, type Look } from "./chart.tsx";
import { dateOfDay } from "./columns.ts";
import type { Filter } from "./filter.ts";
import { formats, type Words } from "./names.ts";
import { GROUPS, type Group, type Totals } from "./totals.ts";
import { Way } from "./way.tsx";

export interface WeeksPartProps {
  words: Words;
  totals: Totals;
  filter: Filter;
  onFilter(filter: Filter): void;
}

export const LOOKS: Record<Group, Look> = {
  left: "full",
  unchecked: "across",
  mended: "down",
  clean: "empty",
};

/** A decade of weeks; a plot of more shows nothing. */
const MOST_WEEKS = 530;

/** How many posts there were, what became of them, and how that went from week to week. */
export function WeeksPart({ words, totals, filter, onFilter }: WeeksPartProps) {
  const { t, lang } = words;
  const { byOutcome, posts } = totals;
  const { number } = formats(lang);
  const weeks = totals.weeks.slice(-MOST_WEEKS);
  const plot = useMemo(() => {
    const shown = totals.weeks.slice(-MOST_WEEKS);
    return {
      labels: shown.map(({ monday }) => dayWords(monday)),
      series: GROUPS.map((group) => ({
        name: t(`review_group_${group}`),
        look: LOOKS[group],
        values: shown.map(({ counts }) => counts[group]),
      })),
    };
  }, [totals, t]);
  const decisions = [
    "overridden",
    "unheld",
    "unchecked",
    "withdrawn",
    "repaired",
    "answered",
    "clean",
  ] as const;
  return (
    <section class="part" id="weeks" aria-labelledby="weeks-title">
      <h2 id="weeks-title">{t("review_part_weeks")}</h2>
      <dl class="tiles">
        <div>
          <dt>{t("review_posts")}</dt>
          <dd>{number.format(posts)}</dd>
        </div>
        {decisions
          .filter((decision) => byOutcome[decision] > 0)
          .map((decision) => (
            <div key={decision}>
              <dt>{t(`journal_decision_${decision}`)}</dt>
              <dd>
                <Way filter={{ ...filter, decision }} onFilter={onFilter} hash="#entries">
                  {number.format(byOutcome[decision])}
                </Way>
              </dd>
            </div>
          ))}
        {byOutcome.gap > 0 && (
          <div>
            <dt>{t("journal_type_gap")}</dt>
            <dd>
              <Way filter={{ ...filter, decision: "gap" }} onFilter={onFilter} hash="#entries">
                {number.format(byOutcome.gap)}
              </Way>
            </dd>
          </div>
        )}
      </dl>
      {weeks.length > 0 && (
        <>
          <h3>{t("review_weeks_title")}</h3>
          <Chart
            name={t(
              "review_weeks_alt",
              String(weeks.length),
              String(posts),
              String(byOutcome.overridden + byOutcome.unheld),
            )}
            {...plot}
          />
          <details class="as-table">
            <summary>{t("review_as_table")}</summary>
            <Table
              caption={t("review_weeks_title")}
              isCaptionHidden
              columns={[
                {
                  title: t("review_week"),
                  isHeader: true,
                  cell: ({ monday }) => dateOfDay(monday),
                },
                ...GROUPS.map((group) => ({
                  title: t(`review_group_${group}`),
                  cell: ({ counts }: (typeof weeks)[number]) => number.format(counts[group]),
                })),
              ]}
              rows={weeks}
              keyOf={({ monday }) => monday}
            />
          </details>
        </>
      )}
    </section>
  );
}

/** "12/5": of a week its Monday. */
function dayWords(day: number): string {
  const [, month, date] = dateOfDay(day).split("-").map(Number);
  return `${month}/${date}`;
}
