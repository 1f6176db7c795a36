import { useId } from "preact/hooks";
import { DECISIONS, FATES } from "../journal/entry.ts";
import { Button } from "../pages/button.tsx";
import { accountKey, type Columns, dateOfDay, dayOf, OUTCOMES } from "./columns.ts";
import { EVERYTHING, type Filter } from "./filter.ts";
import { accountWords, ruleName, type Words } from "./names.ts";

export interface FilterBarProps {
  words: Words;
  columns: Columns;
  filter: Filter;
  onChange(filter: Filter): void;
}

/** What of the record is shown. Every choice is taken at once, and stands in the page's address. */
export function FilterBar({ words, columns, filter, onChange }: FilterBarProps) {
  const { t } = words;
  const id = useId();
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const accounts = columns.accounts.flatMap((account) =>
    account ? [{ value: accountKey(account), name: accountWords(words, account) }] : [],
  );
  const rules = columns.rules.map((rule) => ({ value: rule, name: ruleName(t, rule) }));
  return (
    <section class="filter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="quiet">
        {t("review_filter")}
      </h2>
      <div class="filter-fields">
        <When label={t("review_from")} value={filter.from} onWrite={(from) => set({ from })} />
        <When label={t("review_to")} value={filter.to} onWrite={(to) => set({ to })} />
        <Choice
          label={t("journal_column_account")}
          all={t("review_all")}
          value={filter.account}
          options={sorted(accounts, words.lang)}
          onChoose={(account) => set({ account })}
        />
        <Choice
          label={t("review_rule")}
          all={t("review_all")}
          value={filter.rule}
          options={sorted(rules, words.lang)}
          onChoose={(rule) => set({ rule })}
        />
        <Choice
          label={t("journal_column_decision")}
          all={t("review_all")}
          value={filter.decision}
          options={OUTCOMES.filter((one) => one !== "address").map((value) => ({
            value,
            name: outcomeName(words, value),
          }))}
          onChoose={(decision) => set({ decision })}
        />
        <Choice
          label={t("review_fate")}
          all={t("review_all")}
          value={filter.fate}
          options={FATES.map((value) => ({ value, name: t(`journal_fate_${value}`) }))}
          onChoose={(fate) => set({ fate })}
        />
        {columns.machines.length > 1 && (
          <Choice
            label={t("journal_column_machine")}
            all={t("review_all")}
            value={filter.machine}
            options={columns.machines.map((value) => ({ value, name: value.slice(0, 16) }))}
            onChoose={(machine) => set({ machine })}
          />
        )}
      </div>
      <div class="buttons periods">
        {periods(Date.now()).map(({ key, from, to }) => (
          <Button key={key} isSmall onPress={() => set({ from, to })}>
            {t(`review_period_${key}`)}
          </Button>
        ))}
        {Object.values(filter).some((value) => value !== "") && (
          <Button look="plain" isSmall onPress={() => onChange({ ...EVERYTHING })}>
            {t("review_reset")}
          </Button>
        )}
      </div>
      <p class="filter-said">{filterWords(words, columns, filter)}</p>
    </section>
  );
}

/** What the filter lets through, in a sentence: for a printed page, where no field can be read. */
export function filterWords(words: Words, columns: Columns, filter: Filter): string {
  const { t } = words;
  const account = columns.accounts[columns.accountPlace(filter.account)] ?? null;
  const parts = [
    filter.from || filter.to ? t("review_said_period", filter.from, filter.to) : "",
    filter.account ? accountWords(words, account) || filter.account : "",
    filter.rule ? ruleName(t, filter.rule) : "",
    filter.decision ? outcomeName(words, filter.decision) : "",
    filter.fate ? t(`journal_fate_${filter.fate}`) : "",
    filter.machine ? filter.machine.slice(0, 16) : "",
  ].filter((part) => part !== "");
  return t("review_said", parts.length > 0 ? parts.join(t("review_said_and")) : t("review_all"));
}

/** A post's decision, or what an entry is that is no post. */
export function outcomeName({ t }: Words, outcome: string): string {
  return (DECISIONS as readonly string[]).includes(outcome)
    ? t(`journal_decision_${outcome}`)
    : t(`journal_type_${outcome}`);
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string;
  options: readonly { value: string; name: string }[];
  onChoose(value: string): void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="select"
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{all}</option>
        {value !== "" && !options.some((one) => one.value === value) && (
          <option value={value}>{value}</option>
        )}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function When({
  label,
  value,
  onWrite,
}: {
  label: string;
  value: string;
  onWrite(date: string): void;
}) {
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="date"
        min="2000-01-01"
        max="2199-12-31"
        value={value}
        onChange={({ currentTarget }) => onWrite(currentTarget.value)}
      />
    </div>
  );
}

const COLLATORS = { ja: new Intl.Collator("ja"), en: new Intl.Collator("en") };

function sorted<T extends { name: string }>(options: readonly T[], lang: "ja" | "en"): T[] {
  return options.toSorted((a, b) => COLLATORS[lang].compare(a.name, b.name));
}

/** What a review is usually about, in Japan's days. A fiscal year begins in April. */
export function periods(now: number): { key: string; from: string; to: string }[] {
  const today = dateOfDay(dayOf(now));
  const [year = 0, month = 1] = today.split("-").map(Number);
  const day = (y: number, m: number, d: number) =>
    new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  const fiscal = month >= 4 ? year : year - 1;
  return [
    { key: "month", from: day(year, month, 1), to: day(year, month + 1, 0) },
    { key: "last_month", from: day(year, month - 1, 1), to: day(year, month, 0) },
    { key: "fiscal_year", from: day(fiscal, 4, 1), to: day(fiscal + 1, 4, 0) },
  ];
}
