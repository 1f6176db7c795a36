import { useMemo } from "preact/hooks";
import { hashOf } from "../options/sections.ts";
import { Table } from "../pages/table.tsx";
import { titleOf } from "../policy/words.ts";
import { LevelChip } from "../ui/parts.tsx";
import { Chart, type Series } from "./chart.tsx";
import { Copy } from "./copy.tsx";
import type { Filter } from "./filter.ts";
import { formats, ruleName, type Words } from "./names.ts";
import { levelSnippet, type Proposal, proposalsOf, trustSnippet } from "./proposals.ts";
import type { RuleTotals, Totals } from "./totals.ts";
import { Way } from "./way.tsx";

export interface RulesPartProps {
  words: Words;
  totals: Totals;
  filter: Filter;
  onFilter(filter: Filter): void;
}

const MOST_MARKED = 5;
/** As many bars as one sees at a time. */
const MOST_BARS = 12;

/** Which rules spoke, what people made of that, and which of them might better be set otherwise. */
export function RulesPart({ words, totals, filter, onFilter }: RulesPartProps) {
  const { t, lang } = words;
  const { number, share } = formats(lang);
  const { rules } = totals;
  const proposals = useMemo(() => proposalsOf(rules), [rules]);
  const plot = useMemo(() => {
    const shown = rules.slice(0, MOST_BARS);
    const series: Series[] = [
      { name: t("review_overridden"), look: "full", values: shown.map(letGo) },
      { name: t("journal_type_alarm"), look: "across", values: shown.map(({ alarms }) => alarms) },
      { name: t("review_mended"), look: "down", values: shown.map(({ mended }) => mended) },
      { name: t("review_rest"), look: "empty", values: shown.map(restOf) },
    ];
    return { labels: shown.map(({ rule }) => ruleName(t, rule)), series };
  }, [rules, t]);
  const most = rules.toSorted((a, b) => letGo(b) - letGo(a))[0];
  const count = (rule: string, found: number, decision = filter.decision) =>
    found === 0 ? (
      "0"
    ) : (
      <Way filter={{ ...filter, rule, fate: "", decision }} onFilter={onFilter} hash="#entries">
        {number.format(found)}
      </Way>
    );

  return (
    <section class="part" id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{t("review_part_rules")}</h2>
      {rules.length === 0 ? (
        <p class="empty">{t("review_rules_none")}</p>
      ) : (
        <>
          {most && letGo(most) > 0 && (
            <p>{t("review_most_overridden", ruleName(t, most.rule), number.format(letGo(most)))}</p>
          )}
          <Chart
            isLying
            name={t("review_rules_alt", String(rules.length), ruleName(t, rules[0]?.rule ?? ""))}
            {...plot}
          />
          <details class="as-table" open={rules.length <= MOST_BARS}>
            <summary>{t("review_rules_table", String(rules.length))}</summary>
            <Table<RuleTotals>
              caption={t("review_rules_table", String(rules.length))}
              isCaptionHidden
              columns={[
                {
                  title: t("review_rule"),
                  isHeader: true,
                  cell: ({ rule }) => <RuleLink t={t} rule={rule} />,
                },
                {
                  title: t("review_level"),
                  cell: ({ level }) => <LevelChip level={level} t={t} />,
                },
                {
                  title: t("journal_column_findings"),
                  cell: ({ rule, count: all }) => count(rule, all),
                },
                {
                  title: t("review_overridden"),
                  cell: (one) => number.format(letGo(one)),
                },
                {
                  title: t("review_ignored"),
                  cell: ({ ignored }) => number.format(ignored),
                },
                {
                  title: t("journal_type_alarm"),
                  cell: ({ rule, alarms }) => count(rule, alarms, "alarm"),
                },
                { title: t("review_mended"), cell: ({ mended }) => number.format(mended) },
                {
                  title: t("review_mended_share"),
                  cell: ({ mended, count: all }) => (all === 0 ? "" : share.format(mended / all)),
                },
              ]}
              rows={rules}
              keyOf={({ rule }) => rule}
            />
          </details>
        </>
      )}
      {proposals.length > 0 && (
        <>
          <h3>{t("review_proposals")}</h3>
          <p class="hint-text">{t("review_proposals_lead")}</p>
          {proposals.map((proposal) => (
            <OneProposal
              key={proposal.rule}
              words={words}
              proposal={proposal}
              filter={filter}
              onFilter={onFilter}
            />
          ))}
        </>
      )}
    </section>
  );
}

/** A `stop` that went out, held or in a pilot. */
const letGo = ({ overridden, unheld }: RuleTotals) => overridden + unheld;

/** Marks are counted by themselves, also where they stand on what was let go. */
function restOf(totals: RuleTotals): number {
  return Math.max(0, totals.count - letGo(totals) - totals.alarms - totals.mended);
}

function nameOf(about: Proposal["marked"][number]["about"]): string {
  return "host" in about ? about.host : about.account;
}

export function RuleLink({ t, rule }: { t: Words["t"]; rule: string }) {
  return <a href={`/guide.html#${encodeURIComponent(rule)}`}>{ruleName(t, rule)}</a>;
}

function OneProposal({
  words,
  proposal,
  filter,
  onFilter,
}: Omit<RulesPartProps, "totals"> & { proposal: Proposal }) {
  const { t, lang, policy } = words;
  const { rule, why, count, of, key, marked, lower } = proposal;
  const { number, share } = formats(lang);
  const decision = why === "alarms" ? "alarm" : why === "overridden" ? "overridden" : "";
  const trust = trustSnippet(policy, proposal);
  const most = marked.slice(0, MOST_MARKED);
  return (
    <section class="proposal">
      <h4>
        <RuleLink t={t} rule={rule} /> <code>{rule}</code>
      </h4>
      <p>
        {t(
          `review_proposal_${why}`,
          number.format(count),
          number.format(of),
          share.format(count / of),
        )}{" "}
        <Way filter={{ ...filter, rule, fate: "", decision }} onFilter={onFilter} hash="#entries">
          {t("review_proposal_look")}
        </Way>
      </p>
      <ul>
        {key && (
          <li>
            {t("review_proposal_key", t(titleOf([key])))}{" "}
            <a href={`/options.html${hashOf(key)}`}>{t("review_proposal_set")}</a>
            {most.length > 0 && (
              <p>
                {t(
                  "review_proposal_marked",
                  most
                    .map(({ about, count: times }) =>
                      t("review_account", nameOf(about), number.format(times)),
                    )
                    .join(t("review_said_and")),
                )}
              </p>
            )}
            {trust && <Copy t={t} text={trust} name={t(titleOf([key]))} />}
          </li>
        )}
        <li>
          {t("review_proposal_lower", t(`policy_rules_${lower}`))}{" "}
          <a href="/options.html#rules">{t("review_proposal_set")}</a>
          <Copy t={t} text={levelSnippet(policy, proposal)} name={ruleName(t, rule)} />
        </li>
      </ul>
    </section>
  );
}
