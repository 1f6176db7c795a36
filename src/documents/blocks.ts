/**
 * What a document consists of. Every text is plain; two things in it are recognised wherever it is shown: an
 * address on the web, and the mark of what is missing (texts/mark.ts). "\n" is a new line.
 */
export type Block =
  | { kind: "heading"; id: string; level: 1 | 2 | 3; text: string }
  /** `place`: "end" at the right, as date and sender of a letter; "quote": somebody else's words. */
  | { kind: "paragraph"; id: string; text: string; place?: "end" | "quote" }
  | { kind: "list"; id: string; items: readonly string[]; isOrdered?: boolean }
  | {
      kind: "table";
      id: string;
      caption: string;
      head: readonly string[];
      rows: readonly Row[];
      /** Per cent of the paper's width, column by column; default: as the words need it. */
      widths?: readonly number[];
    }
  /** A name and what stands for it; neighbours make one table. */
  | { kind: "field"; id: string; label: string; value: string };

/** `id`: stable within its table, so that an edit stays with its row. */
export interface Row {
  id: string;
  cells: readonly string[];
}

export type Field = Extract<Block, { kind: "field" }>;
export type Table = Extract<Block, { kind: "table" }>;

/** Fields that follow each other belong together; everything else stands alone. */
export function grouped(blocks: readonly Block[]): (Exclude<Block, Field> | readonly Field[])[] {
  const groups: (Exclude<Block, Field> | Field[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== "field") groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/**
 * Without what no document may carry: control characters, which no format can escape; marks that reverse
 * the direction of writing, by which a stranger's name would change how the words after it are read; lone
 * surrogates. Line ends are "\n". Total.
 */
export function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "")
      .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, "")
  );
}

/** The text's lines as one, for where no other fits. */
export function oneLine(text: string): string {
  return filledLines(text).join(" ");
}

/** The text's lines, trimmed, without those in which nothing stands. */
export function filledLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
