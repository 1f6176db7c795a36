import { Button } from "../pages/button.tsx";
import { Table } from "../pages/table.tsx";
import { LevelMark } from "../ui/parts.tsx";
import { addressOf, type Where } from "./address.ts";
import type { Columns } from "./columns.ts";
import { outcomeName } from "./filter-bar.tsx";
import { accountWords, formats, ruleName, type Words } from "./names.ts";
import { isPlainPress } from "./way.tsx";

export interface EntriesPartProps {
  words: Words;
  columns: Columns;
  /** What the filter lets through, newest first. */
  rows: Uint32Array;
  where: Where;
  /** Several machines: an entry's address names its own. */
  hasMachines: boolean;
  onGo(where: Where): void;
}

/** Rows of a page of the list. */
export const PAGE = 50;
/** More rules than these are counted. */
const MOST_RULES = 3;

/** The entries that the filter lets through, a page at a time; drawn from the columns alone. */
export function EntriesPart(props: EntriesPartProps) {
  const { words, columns, rows, where, hasMachines, onGo } = props;
  const { t, lang } = words;
  const { number, time } = formats(lang);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(where.page, pages - 1);
  const first = page * PAGE;
  const shown = [...rows.subarray(first, first + PAGE)];
  const go = (to: number) => {
    onGo({ ...where, page: to });
    document.getElementById("entries")?.scrollIntoView();
  };
  const entryAt = (row: number): Where => ({
    ...where,
    entry: {
      seq: columns.seq[row] ?? 0,
      machine: hasMachines ? (columns.machines[columns.machine[row] ?? 0] ?? "") : "",
    },
  });

  return (
    <section class="part" id="entries" aria-labelledby="entries-title">
      <h2 id="entries-title">{t("review_part_entries")}</h2>
      {rows.length === 0 ? (
        <p class="empty">{t("review_entries_none")}</p>
      ) : (
        <Table<number>
          caption={t(
            "review_entries_shown",
            number.format(rows.length),
            number.format(first + 1),
            number.format(first + shown.length),
          )}
          columns={[
            {
              title: t("journal_column_at"),
              isHeader: true,
              cell: (row) => (
                <a
                  href={addressOf(entryAt(row))}
                  onClick={(event) => {
                    if (!isPlainPress(event)) return;
                    event.preventDefault();
                    onGo(entryAt(row));
                  }}
                >
                  {time.format(columns.at[row] ?? 0)}
                </a>
              ),
            },
            {
              title: t("journal_column_account"),
              cell: (row) => accountWords(words, columns.accountAt(row)),
            },
            {
              title: t("journal_column_decision"),
              cell: (row) => outcomeName(words, columns.outcomeAt(row)),
            },
            {
              title: t("journal_column_findings"),
              cell: (row) => <Findings words={words} columns={columns} row={row} />,
            },
            { title: t("journal_column_reason"), cell: (row) => columns.reasons[row] },
          ]}
          rows={shown}
          // By its place: another page's rows take over what stands there, which is made once.
          keyOf={(_, index) => index}
        />
      )}
      {pages > 1 && (
        <nav class="buttons pager" aria-label={t("review_pages")}>
          <Button isSmall isDisabled={page === 0} onPress={() => go(page - 1)}>
            {t("review_newer")}
          </Button>
          <span>{t("review_page", number.format(page + 1), number.format(pages))}</span>
          <Button isSmall isDisabled={page === pages - 1} onPress={() => go(page + 1)}>
            {t("review_older")}
          </Button>
        </nav>
      )}
    </section>
  );
}

function Findings({
  words,
  columns,
  row,
}: Pick<EntriesPartProps, "words" | "columns"> & { row: number }) {
  const { t } = words;
  const found = columns.findingsAt(row);
  const rules = [...new Map(found.map((one) => [one.rule, one])).values()];
  return (
    <ul class="found">
      {rules.slice(0, MOST_RULES).map(({ rule, level }) => (
        <li key={rule} class={level}>
          <LevelMark level={level} />
          <span class="quiet">{t(`ui_level_${level}`)} </span>
          {ruleName(t, rule)}
        </li>
      ))}
      {rules.length > MOST_RULES && (
        <li>{t("review_more_rules", String(rules.length - MOST_RULES))}</li>
      )}
    </ul>
  );
}
