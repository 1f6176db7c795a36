import { parse } from "csv-parse/sync";
import type { SheetLine } from "./sheet-lines.ts";

/** One row of a sheet as a spreadsheet counts it: the header is row 1, empty rows count. */
export interface SheetRecord {
  row: number;
  /** The line of the file on which it begins; cells may hold line breaks. */
  line: number;
  /** null: its quotation marks do not pair up. */
  cells: readonly string[] | null;
}

/** More than any row of posts has; a quotation mark that is never closed must not swallow the sheet. */
const LINES_AT_MOST = 500;

/** "sep=;" says the delimiter in Excel; it is no row of the sheet. */
const SEPARATOR_LINE = /^sep=(.)$/i;
/** Excel writes commas, semicolons (in some countries) or tabs ("Unicode text"). */
const DELIMITERS = [",", "\t", ";"];

/**
 * Cuts lines into rows and rows into cells. A whole-file parser gives up, or swallows what follows,
 * where one cell's quotation marks are wrong; here a row is as many lines as it takes until the marks
 * pair up, and where they do not, only its first line is lost.
 * @param isHeader tells whether cells are the sheet's header; it settles the delimiter.
 */
export async function* readRecords(
  lines: AsyncIterable<SheetLine>,
  isHeader: (cells: readonly string[]) => boolean,
): AsyncGenerator<SheetRecord> {
  const source = new Lookahead(lines);
  let delimiter: string | undefined;
  let row = 0;
  for (let first = await source.at(0); first; first = await source.at(0)) {
    const separator = row === 0 ? SEPARATOR_LINE.exec(first.text)?.[1] : undefined;
    if (separator) {
      delimiter = separator;
      source.drop(1);
      continue;
    }
    delimiter ??= delimiterOf(first.text, isHeader);
    row += 1;
    const whole = await wholeRow(source);
    const cells = whole && cellsOf(whole.text, delimiter, false);
    source.drop(cells ? whole.lines : 1);
    // A mark within a cell that is not quoted (24" monitor) stands for itself.
    yield { row, line: first.number, cells: cells ?? cellsOf(first.text, delimiter, true) };
  }
}

function delimiterOf(header: string, isHeader: (cells: readonly string[]) => boolean): string {
  const fits = (delimiter: string) => isHeader(cellsOf(header, delimiter, true) ?? []);
  return DELIMITERS.find(fits) ?? ",";
}

/** The next lines up to where the quotation marks pair up; null where they do not. */
async function wholeRow(source: Lookahead): Promise<{ text: string; lines: number } | null> {
  let text = "";
  let marks = 0;
  for (let lines = 0; lines < LINES_AT_MOST; lines += 1) {
    const next = await source.at(lines);
    if (!next) return null;
    text += lines === 0 ? next.text : `\n${next.text}`;
    marks += next.text.split('"').length - 1;
    if (marks % 2 === 0) return { text, lines: lines + 1 };
  }
  return null;
}

/** null: the quotation marks are wrong. @param isRelaxed also takes marks within cells not quoted. */
function cellsOf(text: string, delimiter: string, isRelaxed: boolean): string[] | null {
  if (text === "") return [];
  try {
    const [cells = []] = parse(text, { delimiter, relax_quotes: isRelaxed });
    // Relaxed, a cell that opens with a mark and does not close with one is taken with its marks.
    return isRelaxed && cells.some((cell) => cell.startsWith('"')) ? null : cells;
  } catch {
    return null;
  }
}

/** Lines that have been read ahead and may be read again. */
class Lookahead {
  readonly #lines: AsyncIterator<SheetLine>;
  readonly #ahead: SheetLine[] = [];

  constructor(lines: AsyncIterable<SheetLine>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** The line so many after the next one; null after the end. */
  async at(index: number): Promise<SheetLine | null> {
    while (this.#ahead.length <= index) {
      const { value, done } = await this.#lines.next();
      if (done) return null;
      this.#ahead.push(value);
    }
    return this.#ahead[index] ?? null;
  }

  drop(count: number): void {
    this.#ahead.splice(0, count);
  }
}
