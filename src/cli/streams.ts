import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

export type Line = { number: number } & ({ text: string } | { isBroken: true });

const NEWLINE = 0x0a;

/**
 * The lines of a stream of UTF-8, one at a time, numbered from 1; a line that is not UTF-8 says so.
 * Only a line feed ends a line: Node's readline also cuts at U+2028, which may stand in a JSON text.
 */
export async function* readLines(input: Readable): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  let pending: Buffer[] = [];
  const take = (): Line => {
    const bytes = Buffer.concat(pending);
    pending = [];
    number += 1;
    try {
      return { number, text: decoder.decode(bytes) };
    } catch {
      return { number, isBroken: true };
    }
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      pending.push(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield take();
}

/** Writes and waits while the reader is behind, so that nothing piles up in memory. */
export async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
