import type { Draft } from "../contract.ts";
import type { Message } from "../locales.ts";
import { readDraft } from "./draft.ts";
import { readSheetLines } from "./sheet-lines.ts";
import { readRecords, type SheetRecord } from "./sheet-records.ts";
import { isoOfLocal } from "./sheet-time.ts";

/** A sheet of scheduled posts: CSV whose columns are named as the draft's fields. */
export interface Sheet {
  /** Headings of columns that nobody reads, as they are written. */
  unused: readonly string[];
  rows: AsyncIterable<SheetRow>;
}

export type SheetRow = {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** Of the file, from 1. */
  line: number;
} & ({ draft: Draft } | { error: Message });

const FIELDS = ["id", "text", "platform", "kind", "account", "at", "media", "quoted"] as const;
type Field = (typeof FIELDS)[number];
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** Cells that hold JSON. */
const JSON_FIELDS: ReadonlySet<string> = new Set(["media", "quoted"] satisfies Field[]);
/** Excel and phones write "Facebook" and "Ｘ" where a name is meant. */
const NAME_FIELDS: ReadonlySet<string> = new Set(["platform", "kind"] satisfies Field[]);

/** The sheet, once its header is read; else what is wrong with the header. Rows are read as they are used. */
export async function openSheet(
  input: AsyncIterable<Buffer>,
): Promise<{ ok: true; sheet: Sheet } | { ok: false; error: Message }> {
  const isHeader = (cells: readonly string[]) => cells.some((cell) => nameOf(cell) === "text");
  const records = readRecords(readSheetLines(input), isHeader);
  const header = await firstFilled(records);
  if (!header) return { ok: false, error: { key: "cli_sheet_empty" } };
  const headings = header.cells ?? [];
  const columns = headings.map(nameOf);
  if (!columns.includes("text")) {
    return { ok: false, error: { key: "cli_sheet_no_text", args: [listed(headings)] } };
  }
  const doubled = columns.filter((name, index) => isField(name) && columns.indexOf(name) < index);
  if (doubled.length > 0) {
    return { ok: false, error: { key: "cli_sheet_doubled", args: [listed(doubled)] } };
  }
  const unused = headings.filter((_, index) => columns[index] && !isField(columns[index]));
  return { ok: true, sheet: { unused, rows: readRows(records, columns) } };
}

/** Not by `for await`, which would close what is read on afterwards. */
async function firstFilled(records: AsyncIterator<SheetRecord>): Promise<SheetRecord | null> {
  for (let next = await records.next(); !next.done; next = await records.next()) {
    if (!isEmpty(next.value)) return next.value;
  }
  return null;
}

async function* readRows(
  records: AsyncIterable<SheetRecord>,
  columns: readonly string[],
): AsyncGenerator<SheetRow> {
  for await (const record of records) {
    // Excel leaves rows of nothing but delimiters behind what was deleted.
    if (isEmpty(record)) continue;
    const { row, line, cells } = record;
    const read = cells ? draftOf(cells, columns) : { error: { key: "cli_sheet_quotation_marks" } };
    yield { row, line, ...read };
  }
}

function draftOf(
  cells: readonly string[],
  columns: readonly string[],
): { draft: Draft } | { error: Message } {
  const raw: Record<string, unknown> = { text: "" };
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === "") continue;
    const name = columns[index] ?? "";
    // The rest of a text whose comma was not quoted must not pass for checked.
    if (name === "") {
      return { error: { key: "cli_sheet_beyond", args: [String(index + 1), excerpt(cell)] } };
    }
    if (!isField(name)) continue;
    if (cell.includes("\u{FFFD}")) return { error: { key: "cli_sheet_garbled", args: [name] } };
    if (JSON_FIELDS.has(name)) {
      const value = jsonOf(cell);
      if (value === undefined) return { error: { key: "cli_sheet_not_json", args: [name] } };
      raw[name] = value;
    } else if (NAME_FIELDS.has(name)) raw[name] = nameOf(cell);
    else if (name === "text") raw.text = cell;
    else raw[name] = cell.trim();
  }
  if (typeof raw.at === "string") raw.at = isoOfLocal(raw.at) ?? raw.at;
  const read = readDraft(raw);
  if (read.ok) return { draft: read.draft };
  return { error: read.error.key === "cli_expects_time" ? { key: "cli_sheet_time" } : read.error };
}

/** undefined: it is no JSON. */
function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

function isEmpty({ cells }: SheetRecord): boolean {
  return cells?.every((cell) => cell.trim() === "") ?? false;
}

/** Whatever the letter case, the width and the spaces around. */
function nameOf(cell: string): string {
  return cell.normalize("NFKC").trim().toLowerCase();
}

function listed(words: readonly string[]): string {
  return words
    .filter((word) => word.trim() !== "")
    .map(excerpt)
    .join(", ");
}

function excerpt(cell: string): string {
  const EXCERPT = 20;
  const letters = [...cell.trim().replace(/\s+/g, " ")];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : letters.join("");
}
