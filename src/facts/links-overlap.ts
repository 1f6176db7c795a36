import type { Span } from "./span.ts";

/**
 * The first of `spans` that overlaps `span`. `spans` are in order and do not overlap each other: a text
 * of nothing but addresses has thousands of them, so they are searched by halves.
 */
export function overlapping<T extends Span>(spans: readonly T[], span: Span): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = spans[low];
  return first && first.start < span.end ? first : undefined;
}
