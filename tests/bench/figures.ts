/** What was measured, and how it is told: one line a figure. */

export interface Figure {
  name: string;
  unit: "ms" | "ms/s" | "MB" | "kB" | "times" | "more";
  /** One number a run, unsorted. */
  values: readonly number[];
  /** Which of them must keep to which bound; null: told for comparison alone. */
  limit: { of: "median" | "p95"; under: number } | { of: "median"; atLeast: number } | null;
}

export interface Line {
  figure: string;
  unit: Figure["unit"];
  median: number;
  p95: number;
  runs: number;
  limit: string;
  /** null: no limit. */
  met: boolean | null;
}

/** By nearest rank, so that it is a number that was measured. NaN where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function lineOf({ name, unit, values, limit }: Figure): Line {
  const found = { median: median(values), p95: percentile(values, 0.95) };
  const told = { figure: name, unit, ...found, runs: values.length };
  if (!limit) return { ...told, limit: "", met: null };
  // No run at all is NaN, and meets nothing.
  return "under" in limit
    ? { ...told, limit: `${limit.of} < ${limit.under}`, met: found[limit.of] < limit.under }
    : { ...told, limit: `${limit.of} ≥ ${limit.atLeast}`, met: found[limit.of] >= limit.atLeast };
}

export function table(lines: readonly Line[]): string {
  const head = ["figure", "median", "p95", "unit", "runs", "limit", "met"];
  const rows = lines.map((line) => [
    line.figure,
    rounded(line.median),
    rounded(line.p95),
    line.unit,
    `${line.runs}`,
    line.limit,
    line.met === null ? "" : line.met ? "yes" : "NO",
  ]);
  const widths = head.map((word, at) =>
    Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const isNumber = (at: number) => at === 1 || at === 2 || at === 4;
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => {
          const width = widths[at] ?? 0;
          return isNumber(at) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Three digits that mean something. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}
