/** The first bytes of a sheet tell its encoding; a sheet of posts has Japanese letters in its first rows. */
const PROBED_BYTES = 65_536;

export interface SheetLine {
  /** In the file, from 1. */
  number: number;
  /** Without its end. */
  text: string;
}

/**
 * The lines of a sheet, decoded: UTF-8 with or without a byte order mark, UTF-16 with one ("Unicode
 * text" of Excel), or Shift_JIS as Windows writes it. A byte that its encoding does not have becomes
 * U+FFFD. Lines end as any system ends them, old Mac OS (CR) included.
 */
export async function* readSheetLines(input: AsyncIterable<Buffer>): AsyncGenerator<SheetLine> {
  let number = 0;
  let rest = "";
  for await (const chunk of decode(input)) {
    // A chunk may end between CR and LF.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const text of lines) {
      number += 1;
      yield { number, text };
    }
  }
  if (rest !== "") yield { number: number + 1, text: rest.replace(/\r$/, "") };
}

async function* decode(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let probed: Buffer[] = [];
  let size = 0;
  let decoder: TextDecoder | null = null;
  for await (const chunk of input) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    probed.push(chunk);
    size += chunk.length;
    if (size < PROBED_BYTES) continue;
    const start = Buffer.concat(probed);
    probed = [];
    decoder = new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
  }
  const start = Buffer.concat(probed);
  decoder ??= new TextDecoder(encodingOf(start));
  // The end flushes a letter of which only the first byte came.
  yield decoder.decode(start);
}

/** Strict UTF-8 first: text in Shift_JIS is hardly ever valid UTF-8, the other way round it often is. */
function encodingOf(start: Buffer): "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (isIn("utf-8", start) || !isIn("shift_jis", start)) return "utf-8";
  return "shift_jis";
}

function isIn(encoding: string, start: Buffer): boolean {
  try {
    // "stream": a letter that is cut at the end is not held against the encoding.
    new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}
