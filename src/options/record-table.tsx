import { useId, useRef, useState } from "preact/hooks";
import type { Policy } from "../contract.ts";
import { Button, IconButton } from "../pages/button.tsx";
import { ErrorText } from "../pages/field.tsx";
import { Mark } from "../pages/marks.tsx";
import { ScrollBox } from "../pages/table.tsx";
import { descriptionOf, titleOf } from "../policy/words.ts";
import { Control } from "./control.tsx";
import { KeyBadge } from "./key-badge.tsx";
import { useSettings } from "./model.ts";
import { fieldSpot, itemSpot, type Spot } from "./paths.ts";
import { problemWords } from "./problem-words.ts";
import { TakeRows } from "./take-rows.tsx";
import { valueAt } from "./values.ts";

/** A list of records, one a row, to be written in the table itself or taken from a sheet. */
export function RecordTable({ spot }: { spot: Spot }) {
  const { t, lockOf, problems, isTold } = useSettings();
  const name = String(spot.place[0]) as keyof Policy;
  const isKey = spot.place.length === 1;
  const error = problemWords(t, problems, spot, isTold);
  const Heading = isKey ? "h2" : "h3";
  return (
    <section class="part">
      <div class="part-head">
        <Heading>{t(titleOf(spot.words))}</Heading>
        {isKey && <KeyBadge name={name} />}
      </div>
      <p class="hint-text">{t(descriptionOf(spot.words))}</p>
      <Rows spot={spot} isLocked={lockOf(name) !== null} />
      <ErrorText id={`${spot.path}-error`} words={error} />
    </section>
  );
}

function Rows({ spot, isLocked }: { spot: Spot; isLocked: boolean }) {
  const { t, shown, change, say } = useSettings();
  const box = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const id = useId();
  const value = valueAt(shown, spot.place);
  const rows = Array.isArray(value) ? value : [];
  const title = t(titleOf(spot.words));

  function focusRow(index: number): void {
    // The row is there after the next rendering.
    requestAnimationFrame(() => {
      const at = box.current?.querySelector<HTMLElement>(
        `[data-row="${index}"] :is(input, select, textarea)`,
      );
      (at ?? box.current?.querySelector<HTMLElement>(".add-row"))?.focus();
    });
  }

  function add(): void {
    change([...spot.place, rows.length], newRow(spot));
    focusRow(rows.length);
  }

  function remove(index: number): void {
    change([...spot.place, index], undefined);
    say(t("settings_row_removed", String(index + 1)));
    focusRow(Math.min(index, rows.length - 2));
  }

  return (
    <div
      ref={box}
      onPaste={(event) => {
        const text = event.clipboardData?.getData("text/plain") ?? "";
        // One cell goes into the field; several cells are rows, and are looked at first.
        if (isLocked || !/\t|\n[^\n]/.test(text.trimEnd())) return;
        event.preventDefault();
        setPasted(text);
      }}
    >
      {rows.length === 0 ? (
        <p class={spot.place.length === 1 ? "empty" : "hint-text"}>{t("settings_no_rows")}</p>
      ) : (
        <ScrollBox labelledBy={id}>
          <table class="table editable">
            <caption id={id} class="quiet">
              {t("settings_table", title, String(rows.length))}
            </caption>
            <thead>
              <tr>
                <th scope="col" class="tight">
                  {t("settings_row")}
                </th>
                {columnsOf(spot).map((column) => (
                  <th key={column} scope="col">
                    {t(titleOf([...spot.words, column]))}
                  </th>
                ))}
                {!isLocked && (
                  <th scope="col" class="tight">
                    <span class="quiet">{t("settings_remove")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
                <tr key={index} data-row={index}>
                  <th scope="row" class="tight number">
                    {index + 1}
                  </th>
                  {columnsOf(spot).map((column) => (
                    <Cell
                      key={column}
                      spot={fieldSpot(itemSpot(spot, index), column)}
                      row={index + 1}
                    />
                  ))}
                  {!isLocked && (
                    <td class="tight">
                      <IconButton
                        name={t("settings_remove_row", String(index + 1))}
                        onPress={() => remove(index)}
                      >
                        <Mark name="delete" />
                      </IconButton>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {!isLocked && (
        <div class="buttons under">
          <button type="button" class="button small add-row" onClick={add}>
            <Mark name="add" />
            {t("settings_add_row")}
          </button>
          <Button isSmall onPress={() => setPasted("")}>
            {t("settings_take_rows")}
          </Button>
        </div>
      )}
      {pasted !== null && <TakeRows spot={spot} pasted={pasted} onClose={() => setPasted(null)} />}
    </div>
  );
}

function Cell({ spot, row }: { spot: Spot; row: number }) {
  const { t, problems, isTold } = useSettings();
  const id = useId();
  const error = problemWords(t, problems, spot, isTold);
  return (
    <td>
      <Control
        spot={spot}
        name={t("settings_cell", t(titleOf(spot.words)), String(row))}
        ids={{
          id,
          ...(error ? { "aria-describedby": `${id}-error`, "aria-invalid": "true" } : {}),
        }}
      />
      <ErrorText id={`${id}-error`} words={error} />
    </td>
  );
}

/** The fields of a row, in the order in which they are written. */
export function columnsOf({ shape }: Spot): string[] {
  const row = shape.kind === "list" || shape.kind === "map" ? shape.of : shape;
  return row.kind === "record" ? Object.keys(row.fields) : [];
}

/** What is chosen among values has its first one from the start. */
function newRow({ shape }: Spot): Record<string, unknown> {
  if (shape.kind !== "list" || shape.of.kind !== "record") return {};
  const { fields, required = [] } = shape.of;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "choice" && required.includes(name) ? [[name, field.of[0]]] : [],
    ),
  );
}
