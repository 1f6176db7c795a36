import { inflateSync } from "node:zlib";

/** A4 in points. Chromium rounds the paper down, Firefox up: see isA4. */
const A4 = [595, 842];

export function isA4(size: readonly number[]): boolean {
  return size.every((side, at) => Math.abs(side - (A4[at] ?? 0)) <= 1);
}

/** Width and height of each page, in points. Firefox packs its objects. */
export function pageSizes(pdf: Buffer): number[][] {
  const packed = [...pdf.toString("latin1").matchAll(/stream\r?\n/g)].map(
    ({ index, 0: { length } }) => inflated(pdf.subarray(index + length)),
  );
  const written = [pdf.toString("latin1"), ...packed].join("\n");
  const boxes = written.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
}

/** "" for what is no packed stream. What follows the stream is left alone. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}
