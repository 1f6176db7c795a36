import { CsvError, parse } from "csv-parse/browser/esm/sync";

/** Rows of cells; or the line, from 1, on which quotation marks begin that never end. */
export type Sheet = { rows: string[][] } | { badLine: number };

/** Excel copies tabs and saves commas; some countries' Excel saves semicolons. */
const DELIMITERS = ["\t", ",", ";"];

/**
 * Cells as they were copied from a sheet, or as a file of comma or tab separated values has them.
 * Empty rows count, as they do in the sheet; all rows have as many cells as the longest.
 */
export function readSheet(text: string): Sheet {
  const delimiter = delimiterOf(text);
  try {
    return { rows: rowsOf(text, delimiter, false) };
  } catch {
    // A mark within a cell that is not quoted (24" monitor) stands for itself.
    try {
      return { rows: rowsOf(text, delimiter, true) };
    } catch (error) {
      return { badLine: error instanceof CsvError ? Number(error.lines ?? 1) : 1 };
    }
  }
}

function rowsOf(text: string, delimiter: string, isRelaxed: boolean): string[][] {
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: isRelaxed,
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

/** The one of which the first line has most; a single column has none. */
function delimiterOf(text: string): string {
  const first = /^.*/.exec(text)?.[0] ?? "";
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? "\t";
}

/** A file's text: UTF-16 or UTF-8 where it is that, else Shift_JIS, in which Japanese Excel saves CSV. */
export function decodeSheet(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}
