import { useMemo, useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Dialog } from "../pages/dialog.tsx";
import { Field, FieldGroup } from "../pages/field.tsx";
import { type Rejection, readShape } from "../policy/schema.ts";
import { titleOf } from "../policy/words.ts";
import { type Column, columnsOf, matchColumns, recordOf } from "./columns.ts";
import { useSettings } from "./model.ts";
import type { Spot } from "./paths.ts";
import { reasonWords } from "./problem-words.ts";
import { decodeSheet, readSheet } from "./sheet.ts";
import { SheetPreview } from "./sheet-preview.tsx";
import { isBlank, valueAt } from "./values.ts";

/** Problems that are told one by one; of the others, how many there are. */
const TOLD_AT_MOST = 10;

export interface TakeRowsProps {
  spot: Spot;
  /** What was pasted already; "": nothing yet. */
  pasted: string;
  onClose(): void;
}

/** Rows from a sheet: what was pasted or a file, looked at before anything is taken. */
export function TakeRows({ spot, pasted, onClose }: TakeRowsProps) {
  const { t, shown, change, say } = useSettings();
  const [text, setText] = useState(pasted);
  const [chosen, setChosen] = useState<readonly (Column | null)[] | null>(null);
  const [isReplacing, setReplacing] = useState(false);
  const item = spot.shape.kind === "list" ? spot.shape.of : spot.shape;
  const columns = useMemo(() => columnsOf(item, spot.words), [item, spot.words]);
  const sheet = useMemo(() => readSheet(text), [text]);
  const rows = "rows" in sheet ? sheet.rows : [];
  const matched = useMemo(() => matchColumns(columns, rows[0] ?? []), [columns, rows]);
  const fields = chosen ?? matched.fields;
  const first = matched.hasTitles ? 1 : 0;
  const records = rows.slice(first).map((cells) => recordOf(fields, cells));
  const taken = records.filter((record) => !isBlank(item, record));
  const problems = problemsIn(spot, records, first);

  function read(next: string): void {
    setChosen(null);
    setText(next);
  }

  async function readFile(file: File | undefined): Promise<void> {
    if (file) read(decodeSheet(new Uint8Array(await file.arrayBuffer())));
  }

  function take(): void {
    const value = valueAt(shown, spot.place);
    const before = Array.isArray(value) ? value.filter((row) => !isBlank(item, row)) : [];
    change(spot.place, isReplacing ? taken : [...before, ...taken]);
    say(t("settings_taken", String(taken.length)));
    onClose();
  }

  return (
    <Dialog
      title={t("settings_take_title", t(titleOf(spot.words)))}
      isWide
      onClose={onClose}
      foot={
        <>
          <Button look="plain" onPress={onClose}>
            {t("settings_cancel")}
          </Button>
          <Button look="main" isDisabled={taken.length === 0} onPress={take}>
            {t("settings_take", String(taken.length))}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here, or chosen by the button below */}
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void readFile(event.dataTransfer?.files[0]);
        }}
      >
        <Field label={t("settings_take_text")} hint={t("settings_take_hint")}>
          {(ids) => (
            <textarea
              {...ids}
              class="textarea"
              rows={4}
              spellcheck={false}
              value={text}
              onInput={({ currentTarget }) => read(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t("settings_take_file")} hint={t("settings_take_file_hint")}>
          {(ids) => (
            <input
              {...ids}
              class="file"
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              onChange={({ currentTarget }) => void readFile(currentTarget.files?.[0])}
            />
          )}
        </Field>
      </div>
      {"badLine" in sheet && (
        <Banner level="stop" title={t("settings_bad_quotes", String(sheet.badLine))} />
      )}
      {rows.length > 0 && (
        <>
          <SheetPreview
            columns={columns}
            fields={fields}
            titles={matched.hasTitles ? (rows[0] ?? []) : null}
            rows={rows.slice(first)}
            firstRow={first + 1}
            problems={problems}
            onChoose={(index, column) =>
              setChosen(
                fields.map((field, place) =>
                  place === index ? column : field === column ? null : field,
                ),
              )
            }
          />
          {problems.length > 0 && (
            <Banner level="care" title={t("settings_rows_wrong", String(problems.length))}>
              <ul>
                {problems.slice(0, TOLD_AT_MOST).map(({ row, words, reason }) => (
                  <li key={`${row} ${words}`}>
                    {t(
                      "settings_row_wrong",
                      String(row),
                      words && t(words),
                      reasonWords(t, reason),
                    )}
                  </li>
                ))}
              </ul>
              {problems.length > TOLD_AT_MOST && (
                <p>{t("settings_more", String(problems.length - TOLD_AT_MOST))}</p>
              )}
            </Banner>
          )}
          <FieldGroup label={t("settings_take_where")}>
            {() =>
              [false, true].map((isOne) => (
                <label key={String(isOne)} class="choice">
                  <input
                    type="radio"
                    name="take-where"
                    checked={isReplacing === isOne}
                    onChange={() => setReplacing(isOne)}
                  />
                  {t(isOne ? "settings_take_replace" : "settings_take_add")}
                </label>
              ))
            }
          </FieldGroup>
        </>
      )}
    </Dialog>
  );
}

export interface RowProblem {
  /** As the sheet counts: the titles are row 1. */
  row: number;
  /** `_locales` key of the field's title; "": the row as a whole. */
  words: string;
  field: string;
  reason: Rejection["reason"];
}

function problemsIn(spot: Spot, records: readonly unknown[], first: number): RowProblem[] {
  if (spot.shape.kind !== "list") return [];
  const { of } = spot.shape;
  return records.flatMap((record, index) => {
    if (isBlank(of, record)) return [];
    const problems: RowProblem[] = [];
    readShape(of, record, "", (path, reason) => {
      const names = path.split(".").map((part) => part.replace(/\[.*$/, ""));
      const field = names.filter(Boolean);
      const words = field.length > 0 ? titleOf([...spot.words, ...field]) : "";
      problems.push({ row: index + first + 1, words, field: field.join("."), reason });
    });
    return problems;
  });
}
