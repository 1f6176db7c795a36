import { useId } from "preact/hooks";
import { ScrollBox } from "../pages/table.tsx";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import type { Column } from "./columns.ts";
import { useSettings } from "./model.ts";
import type { RowProblem } from "./take-rows.tsx";

/** Rows that are looked at before they are taken; the others are like them. */
const ROWS_AT_MOST = 50;

export interface SheetPreviewProps {
  /** Every field that a column of the sheet can be. */
  columns: readonly Column[];
  /** What each column of the sheet is; null: it is not taken. */
  fields: readonly (Column | null)[];
  /** The sheet's own titles; null: it has none. */
  titles: readonly string[] | null;
  rows: readonly (readonly string[])[];
  /** The number of the first of these rows in the sheet. */
  firstRow: number;
  problems: readonly RowProblem[];
  onChoose(index: number, column: Column | null): void;
}

export function SheetPreview(props: SheetPreviewProps) {
  const { columns, fields, titles, rows, firstRow, problems, onChoose } = props;
  const { t } = useSettings();
  const id = useId();
  const width = Math.max(fields.length, ...rows.map((row) => row.length));
  const places = Array.from({ length: width }, (_, index) => index);
  return (
    <>
      <p class="hint-text" id={id}>
        {t(titles ? "settings_preview_titles" : "settings_preview_order", String(rows.length))}
      </p>
      <ScrollBox labelledBy={id}>
        <table class="table preview">
          <thead>
            <tr>
              <th scope="col">{t("settings_row")}</th>
              {places.map((index) => (
                <th key={index} scope="col">
                  {titles && <span class="sheet-title">{titles[index]}</span>}
                  <select
                    class="select"
                    aria-label={t("settings_preview_column", String(index + 1))}
                    value={fields[index]?.field.join(".") ?? ""}
                    onChange={({ currentTarget: { value } }) =>
                      onChoose(
                        index,
                        columns.find(({ field }) => field.join(".") === value) ?? null,
                      )
                    }
                  >
                    <option value="">{t("settings_preview_skip")}</option>
                    {columns.map((column) => (
                      <option key={column.field.join(".")} value={column.field.join(".")}>
                        {columnTitle(t, column)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_AT_MOST).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet's rows have no name of their own
              <tr key={row}>
                <th scope="row" class="number">
                  {row + firstRow}
                </th>
                {places.map((index) => {
                  const name = fields[index]?.field.join(".");
                  const isWrong = problems.some(
                    (one) => one.row === row + firstRow && one.field === name,
                  );
                  return (
                    <td key={index} class={isWrong ? "wrong" : name === undefined ? "left" : ""}>
                      {cells[index]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > ROWS_AT_MOST && (
        <p class="hint-text">{t("settings_more", String(rows.length - ROWS_AT_MOST))}</p>
      )}
    </>
  );
}

/** A field within a record is named with it: "Terms of use: conduct". */
function columnTitle(t: Translate, { field, words }: Column): string {
  if (field.length < 2) return t(titleOf(words));
  return t("settings_within", t(titleOf([words[0], ...words.slice(1, -1)])), t(titleOf(words)));
}
