import { isAt } from "../journal/anchor.ts";
import type { Anchor, Sealed } from "../journal/entry.ts";
import { type ExportReport, NoExport, type Placed, verifyExports } from "../journal/export.ts";
import { Merged } from "../journal/merge.ts";
import type { Journal } from "../journal/store.ts";
import type { Message } from "../locales.ts";
import { blobLines } from "./blob-lines.ts";
import { Columns } from "./columns.ts";
import { isEntry } from "./shape.ts";

/** Where the entries that are reviewed come from. */
export interface Source {
  kind: "machine" | "files";
  /**
   * Puts every entry into the columns. `told`: how many there are so far. `preview`: the newest by
   * themselves, long before the rest, where they can be had.
   */
  load(
    columns: Columns,
    told: (count: number) => void,
    preview: (newest: Columns) => void,
  ): Promise<Loaded>;
  /** The entry of a row; null: it is gone meanwhile. */
  entry(columns: Columns, row: number): Promise<Sealed | null>;
  /** The entries of these rows, in the order in which the source has them. */
  entries(columns: Columns, rows: Uint32Array): AsyncGenerator<Placed>;
  /** What is here of a place that somebody noted at a sign-off. */
  against(anchor: Anchor): Promise<"holds" | "contradicts" | "absent">;
}

export interface Loaded {
  /** Of files: what the check of each export said. */
  reports: readonly { file: string; report: ExportReport }[];
  /** What does not fit together, and what could not be read. */
  problems: readonly Message[];
  /** Of files: which entries stand between two exports of a machine, and in neither. */
  between: readonly Message[];
  /** Of files: how many machines and entries there are, each counted once. */
  together: Message | null;
}

/** As many as fill a window. */
const PREVIEW = 60;

const NOTHING: Loaded = { reports: [], problems: [], between: [], together: null };

/** The record of this machine. */
export function machineSource(journal: Journal): Source {
  return {
    kind: "machine",
    async load(columns, told, preview) {
      if (!(await journal.exists())) return NOTHING;
      const { machine } = await journal.keys();
      const newest = new Columns();
      for (const { seq, entry } of (await journal.newest(PREVIEW)).toReversed()) {
        if (isEntry(entry)) newest.add(machine, seq, entry);
      }
      preview(newest);
      for await (const piece of journal.period()) {
        for (const { seq, entry } of piece) if (isEntry(entry)) columns.add(machine, seq, entry);
        told(columns.rows);
      }
      return NOTHING;
    },
    entry: (columns, row) => oneOf(journal.entries(columns.seq[row] ?? 0, columns.seq[row] ?? 0)),
    async *entries(columns, rows) {
      const { machine } = await journal.keys();
      const wanted = new Set<number>();
      for (const row of rows) wanted.add(columns.seq[row] ?? 0);
      for await (const piece of journal.period()) {
        for (const one of piece) if (wanted.has(one.seq)) yield { ...one, machine };
      }
    },
    async against(anchor) {
      if (!(await journal.exists())) return "absent";
      const { machine } = await journal.keys();
      if (!machine.startsWith(anchor.machine)) return "absent";
      const { start } = await journal.state();
      if (anchor.seq < start.seq) return "absent";
      const one =
        anchor.seq === start.seq ? start : await oneOf(journal.entries(anchor.seq, anchor.seq));
      // Behind the end of what is kept: it was cut.
      return one && isAt(anchor, { machine, ...one }) ? "holds" : "contradicts";
    },
  };
}

async function oneOf(entries: AsyncIterable<Sealed>): Promise<Sealed | null> {
  for await (const one of entries) return one;
  return null;
}

/** Exported records. Only where each entry stands is kept in memory; the files are read again for it. */
export function filesSource(files: readonly File[]): Source {
  /** Of each row its file, and its line's place in it. */
  const places: { file: File; start: number; end: number }[] = [];
  let merged = new Merged();

  return {
    kind: "files",
    async load(columns, told) {
      merged = new Merged();
      const reports: { file: string; report: ExportReport }[] = [];
      const problems: Message[] = [];
      let unknown = 0;
      let toldAt = 0;
      for (const file of files) {
        let line = { start: 0, end: 0 };
        const lines = async function* () {
          for await (const one of blobLines(file)) {
            line = one;
            yield one;
          }
        };
        const seen = (machine: string, one: Sealed) => {
          if (!merged.see(machine, one)) return;
          const entry: unknown = one.entry;
          if (!isEntry(entry)) {
            unknown += 1;
            return;
          }
          places[columns.add(machine, one.seq, entry)] = { file, start: line.start, end: line.end };
          if (columns.rows - toldAt >= 1000) {
            toldAt = columns.rows;
            told(toldAt);
          }
        };
        try {
          const found = await verifyExports(lines(), seen);
          if (found.length === 0) throw new NoExport(1);
          merged.add(found);
          reports.push(...found.map((report) => ({ file: file.name, report })));
        } catch (error) {
          problems.push(problemOf(file, error));
        }
      }
      if (unknown > 0) problems.push({ key: "review_files_unknown", args: [String(unknown)] });
      return {
        reports,
        problems: [...problems, ...merged.contradictions()],
        between: merged.between(),
        together: {
          key: "cli_verify_together",
          args: [String(merged.machines), String(merged.entries)],
        },
      };
    },
    against: async (anchor) => merged.against(anchor),
    async entry(_columns, row) {
      const place = places[row];
      if (!place) return null;
      const text = await place.file.slice(place.start, place.end).text();
      return JSON.parse(text) as Sealed;
    },
    async *entries(columns, rows) {
      const wanted = new Map<File, Map<number, number>>();
      for (const row of rows) {
        const place = places[row];
        if (!place) continue;
        const ofFile = wanted.get(place.file) ?? new Map<number, number>();
        wanted.set(place.file, ofFile.set(place.start, row));
      }
      for (const [file, starts] of wanted) {
        for await (const { start, text } of blobLines(file)) {
          const row = starts.get(start);
          if (row === undefined) continue;
          const machine = columns.machines[columns.machine[row] ?? 0] ?? "";
          yield { ...(JSON.parse(text) as Sealed), machine };
        }
      }
    },
  };
}

function problemOf(file: File, error: unknown): Message {
  if (!(error instanceof NoExport)) {
    const reason = error instanceof Error ? error.message : String(error);
    return { key: "review_file_unreadable", args: [file.name, reason] };
  }
  return error.isExcerpt
    ? { key: "cli_verify_excerpt", args: [file.name] }
    : { key: "cli_verify_no_export", args: [file.name, String(error.line)] };
}
