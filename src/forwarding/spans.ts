import type { Span } from "./state.ts";

/** The queue as runs of numbers. Forwarding that is on has one at its end that is open. */

export function isOpen(spans: readonly Span[]): boolean {
  return spans.at(-1)?.to === null;
}

/** Everything that comes after `head` is to be sent, too. */
export function opened(spans: readonly Span[], head: number): Span[] {
  return isOpen(spans) ? [...spans] : [...spans, { next: head + 1, to: null }];
}

/** Nothing after `head` is; what waits goes on waiting. */
export function closed(spans: readonly Span[], head: number): Span[] {
  return spans
    .map(({ next, to }) => ({ next, to: to ?? head }))
    .filter(({ next, to }) => next <= to);
}

/** How many wait in a record that ends with `head`. */
export function waiting(spans: readonly Span[], head: number): number {
  return spans.reduce((sum, { next, to }) => sum + Math.max(0, (to ?? head) - next + 1), 0);
}

/** The first of them is done up to `last`. */
export function doneUpTo(spans: readonly Span[], last: number): Span[] {
  const [first, ...rest] = spans;
  if (!first) return [];
  const next = Math.max(first.next, last + 1);
  return first.to !== null && next > first.to ? rest : [{ next, to: first.to }, ...rest];
}

/** These again, before all else. */
export function again(spans: readonly Span[], numbers: readonly number[]): Span[] {
  return [...numbers.map((seq) => ({ next: seq, to: seq })), ...spans];
}
