const NEWLINE = 0x0a;

export interface BlobLine {
  /** From 1. */
  number: number;
  text: string;
  /** Bytes: where it stands, so that it can be read once more by itself. */
  start: number;
  end: number;
}

/**
 * The lines of a file of UTF-8, one at a time; only a line feed ends a line. Bytes that are not UTF-8
 * become U+FFFD, which no hash forgives. Rejects where the file cannot be read any more.
 */
export async function* blobLines(blob: Blob): AsyncGenerator<BlobLine> {
  const decoder = new TextDecoder();
  const reader = blob.stream().getReader();
  let number = 0;
  let start = 0;
  let pending: Uint8Array[] = [];
  const take = (end: number): BlobLine => {
    const whole = pending.length === 1 && pending[0] ? pending[0] : joined(pending);
    pending = [];
    number += 1;
    const line = { number, text: decoder.decode(whole), start, end };
    start = end + 1;
    return line;
  };
  try {
    for (let read = await reader.read(), at = 0; !read.done; read = await reader.read()) {
      const chunk: Uint8Array = read.value;
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        pending.push(chunk.subarray(from, to));
        from = to + 1;
        yield take(at + to);
      }
      if (from < chunk.length) pending.push(chunk.subarray(from));
      at += chunk.length;
    }
    if (pending.length > 0) yield take(blob.size);
  } finally {
    reader.releaseLock();
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
