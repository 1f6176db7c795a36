import { useState } from "preact/hooks";
import { csvLines, exportSheet } from "../journal/csv.ts";
import { excerptLines, exportLines } from "../journal/export.ts";
import type { Period } from "../journal/reading.ts";
import type { Journal } from "../journal/store.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { save } from "../pages/save-file.ts";
import { type Columns, dateOfDay, dayOf, dayOfDate, OUTCOMES, timeOfDay } from "./columns.ts";
import type { Filter } from "./filter.ts";
import { formats, type Words } from "./names.ts";
import type { Source } from "./source.ts";

export interface TakeOutPartProps {
  words: Words;
  source: Source;
  columns: Columns;
  rows: Uint32Array;
  /** Where the whole record can be had with what proves it; null: what is shown are files already. */
  journal: Journal | null;
  filter: Filter;
  say(words: string): void;
  /** Something was written into the record. */
  onWritten(): void;
}

type Kind = "whole" | "period" | "csv" | "jsonl";

/** The record, or what is shown of it, as files. They stay on this machine until somebody moves them. */
export function TakeOutPart(props: TakeOutPartProps) {
  const { words, source, columns, rows, journal, filter, say, onWritten } = props;
  const { t, lang } = words;
  const [state, setState] = useState<Kind | "open" | "failed" | "done">("open");
  const isBusy = state !== "open" && state !== "failed" && state !== "done";
  const hasPeriod = filter.from !== "" || filter.to !== "";
  const { from: _from, to: _to, ...others } = filter;
  const isWhole = Object.values(others).every((value) => value === "");

  const period = hasPeriod ? periodOf(filter) : undefined;
  const shownEntries = () => source.entries(columns, withAddresses(columns, rows));
  const jsonl = "application/jsonl";
  /** Each by how its name ends, and what is in it. */
  const files: Record<
    Kind,
    { end(date: string): string; type: string; lines(): AsyncIterable<string> }
  > = {
    whole: {
      end: (date) => `record-${date}.jsonl`,
      type: jsonl,
      lines: () => (journal ? exportLines(journal) : excerptLines([])),
    },
    period: {
      end: (date) => `record-${filter.from}-${filter.to}-${date}.jsonl`,
      type: jsonl,
      lines: () => (journal ? exportLines(journal, period) : excerptLines([])),
    },
    csv: {
      end: (date) => `review-${date}.csv`,
      type: "text/csv",
      // A table of some entries vouches for nothing that stands between them: it is not noted.
      lines: () =>
        journal && isWhole ? exportSheet(journal, lang, period) : csvLines(shownEntries(), lang),
    },
    jsonl: {
      end: (date) => `excerpt-${date}.jsonl`,
      type: jsonl,
      lines: () => excerptLines(shownEntries()),
    },
  };

  async function take(kind: Kind): Promise<void> {
    setState(kind);
    try {
      const { end, type, lines } = files[kind];
      save(`tenken-${end(dateOfDay(dayOf(Date.now())))}`, await blobOf(lines()), type);
      setState("done");
      say(t("review_taken"));
      if (journal && kind !== "jsonl") onWritten();
    } catch (error) {
      console.warn("review:", error);
      setState("failed");
      say(t("review_take_failed"));
    }
  }

  const shown = formats(lang).number.format(rows.length);
  return (
    <section class="part" id="take" aria-labelledby="take-title">
      <h2 id="take-title">{t("review_part_take")}</h2>
      <p class="hint-text">{t("review_take_lead")}</p>
      <ul class="ways-out">
        {journal && (
          <li>
            <Button isDisabled={isBusy} onPress={() => void take("whole")}>
              {t("review_take_whole")}
            </Button>
            <p>{t("review_take_whole_hint")}</p>
          </li>
        )}
        {journal && hasPeriod && (
          <li>
            <Button isDisabled={isBusy} onPress={() => void take("period")}>
              {t("review_take_period", filter.from, filter.to)}
            </Button>
            <p>{t("review_take_period_hint")}</p>
          </li>
        )}
        <li>
          <Button isDisabled={isBusy || rows.length === 0} onPress={() => void take("csv")}>
            {t("review_take_csv", shown)}
          </Button>
          <p>{t("review_take_csv_hint")}</p>
        </li>
        <li>
          <Button isDisabled={isBusy || rows.length === 0} onPress={() => void take("jsonl")}>
            {t("review_take_jsonl", shown)}
          </Button>
          <p>{t("review_take_jsonl_hint")}</p>
        </li>
      </ul>
      {isBusy && <p role="status">{t("review_taking")}</p>}
      {state === "done" && <Banner level="done" title={t("review_taken")} />}
      {state === "failed" && <Banner level="stop" title={t("review_take_failed")} />}
    </section>
  );
}

/** Days in Japan as times: the first of the first, and the first behind the last. */
export function periodOf({ from, to }: Pick<Filter, "from" | "to">): Period {
  const [first, last] = [dayOfDate(from), dayOfDate(to)];
  return {
    ...(first === null ? {} : { from: timeOfDay(first) }),
    ...(last === null ? {} : { to: timeOfDay(last + 1) }),
  };
}

/** Rows, and where the posts among them stand: the list says that with each post. */
export function withAddresses(columns: Columns, rows: Uint32Array): Uint32Array {
  const address = OUTCOMES.indexOf("address");
  const kin = new Set<number>();
  for (const row of rows) if (columns.kin[row]) kin.add(columns.kin[row]);
  const found: number[] = [...rows];
  for (let row = 0; row < columns.rows; row++) {
    const isAddress = columns.outcome[row] === address;
    if (isAddress && kin.has(columns.kin[row] ?? 0)) found.push(row);
  }
  return Uint32Array.from(found);
}

/** Pieces of a blob may lie on disk; one string of a long record would not fit. */
async function blobOf(lines: AsyncIterable<string>): Promise<Blob> {
  const parts: Blob[] = [];
  let piece: string[] = [];
  for await (const line of lines) {
    if (piece.push(line) < 2000) continue;
    parts.push(new Blob(piece));
    piece = [];
  }
  return new Blob([...parts, ...piece]);
}
