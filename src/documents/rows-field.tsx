import { Button, IconButton } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import { Mark } from "../pages/marks.tsx";
import type { Translate } from "../ui/parts.tsx";
import { REPORT_COLUMNS, type ReportColumn } from "./texts/triage-note.ts";

export interface RowsFieldProps {
  t: Translate;
  /** Cells as JSON. */
  value: string;
  /** What the first column chooses among. */
  choices: readonly string[];
  ids: { id: string };
  onChange(value: string): void;
}

/** What residents reported, one after the other. A new one is there at once, and empty ones do no harm. */
export function RowsField({ t, value, choices, ids, onChange }: RowsFieldProps) {
  const rows = rowsFrom(value);
  const change = (index: number, column: number, text: string) =>
    onChange(
      JSON.stringify(
        rows.map((row, at) =>
          at === index ? row.map((cell, place) => (place === column ? text : cell)) : row,
        ),
      ),
    );
  return (
    <div class="reports" id={ids.id} data-field="reports" tabIndex={-1}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reports have no name of their own
        <fieldset key={index} class="report">
          <legend>{t("documents_report", String(index + 1))}</legend>
          {REPORT_COLUMNS.map((column, place) => (
            <Cell
              key={column}
              t={t}
              column={column}
              value={row[place] ?? ""}
              choices={choices}
              onChange={(text) => change(index, place, text)}
            />
          ))}
          <IconButton
            name={t("documents_report_remove", String(index + 1))}
            onPress={() => onChange(JSON.stringify(rows.filter((_, at) => at !== index)))}
          >
            <Mark name="delete" />
          </IconButton>
        </fieldset>
      ))}
      <div class="buttons">
        <Button
          isSmall
          onPress={() => onChange(JSON.stringify([...rows, REPORT_COLUMNS.map(() => "")]))}
        >
          <Mark name="add" />
          {t("documents_report_add")}
        </Button>
      </div>
    </div>
  );
}

interface CellProps {
  t: Translate;
  column: ReportColumn;
  value: string;
  choices: readonly string[];
  onChange(text: string): void;
}

function Cell({ t, column, value, choices, onChange }: CellProps) {
  const write = ({ currentTarget }: { currentTarget: { value: string } }) =>
    onChange(currentTarget.value);
  return (
    <div class={column === "words" ? "wide" : ""}>
      <Field label={t(`documents_report_${column}`)}>
        {(ids) =>
          column === "urgency" ? (
            <select {...ids} class="select" lang="ja" value={value} onChange={write}>
              <option value="">{t("documents_choose")}</option>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          ) : (
            <input {...ids} class="input" value={value} onInput={write} />
          )
        }
      </Field>
    </div>
  );
}

/** The same as rowsOf, with the empty ones that are just being written. */
function rowsFrom(value: string): string[][] {
  try {
    const raw: unknown = JSON.parse(value);
    if (!Array.isArray(raw)) return [];
    return raw
      .filter((row): row is unknown[] => Array.isArray(row))
      .map((row) => REPORT_COLUMNS.map((_, at) => String(row[at] ?? "")));
  } catch {
    return [];
  }
}
