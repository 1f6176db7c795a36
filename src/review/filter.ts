import { FATES } from "../journal/entry.ts";
import { type Columns, dayOfDate, fateOf, OUTCOMES } from "./columns.ts";

/** What of the record is shown. "": all of it. */
export interface Filter {
  /** ISO dates in Japan, both included. */
  from: string;
  to: string;
  /** `accountKey`. */
  account: string;
  rule: string;
  /** One of OUTCOMES. */
  decision: string;
  /** One of FATES: posts in which a finding (of `rule`, where one is named) ended so. */
  fate: string;
  machine: string;
}

export const EVERYTHING: Filter = {
  from: "",
  to: "",
  account: "",
  rule: "",
  decision: "",
  fate: "",
  machine: "",
};

const NAMES = Object.keys(EVERYTHING) as (keyof Filter)[];

/** From an address's query, so that a view can be bookmarked. Total: what is no filter is not there. */
export function filterOf(query: URLSearchParams): Filter {
  const filter = { ...EVERYTHING };
  for (const name of NAMES) filter[name] = (query.get(name) ?? "").slice(0, 300);
  if (dayOfDate(filter.from) === null) filter.from = "";
  if (dayOfDate(filter.to) === null) filter.to = "";
  if (!(OUTCOMES as readonly string[]).includes(filter.decision)) filter.decision = "";
  if (!(FATES as readonly string[]).includes(filter.fate)) filter.fate = "";
  return filter;
}

/** "" or "?from=…"; only what is not "all". */
export function queryOf(filter: Partial<Filter>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filter[name]) query.set(name, filter[name]);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size === 0 ? "" : `?${query}`;
}

/** Every row, newest first. */
export function newestFirst(columns: Columns): Uint32Array {
  // A record is read from its first entry to its last.
  const order = Uint32Array.from({ length: columns.rows }, (_, at) => columns.rows - 1 - at);
  const { at, seq } = columns;
  const isAfter = (a: number, b: number) =>
    (at[a] ?? 0) - (at[b] ?? 0) || (seq[a] ?? 0) - (seq[b] ?? 0);
  let isSorted = true;
  for (let row = 1; row < columns.rows && isSorted; row++) isSorted = isAfter(row, row - 1) >= 0;
  return isSorted ? order : order.sort((a, b) => isAfter(b, a));
}

/** The rows that a filter lets through, in the order of `order`. Where a post stands is said with the post. */
export function matching(columns: Columns, order: Uint32Array, filter: Filter): Uint32Array {
  const found = new Uint32Array(order.length);
  let count = 0;
  const from = dayOfDate(filter.from) ?? Number.NEGATIVE_INFINITY;
  const to = dayOfDate(filter.to) ?? Number.POSITIVE_INFINITY;
  const outcome = filter.decision ? OUTCOMES.indexOf(filter.decision as "clean") : null;
  const account = filter.account ? columns.accountPlace(filter.account) : null;
  const machine = filter.machine ? columns.machinePlace(filter.machine) : null;
  const rule = filter.rule ? columns.rulePlace(filter.rule) : null;
  const fate = filter.fate ? FATES.indexOf(filter.fate as "left") : null;
  const address = OUTCOMES.indexOf("address");
  const hasPart = rule !== null || fate !== null;
  // By number: an iterator would take longer than all the rest.
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0;
    const day = columns.day[row] ?? 0;
    const is = columns.outcome[row];
    if (day < from || day > to) continue;
    if (outcome === null ? is === address : is !== outcome) continue;
    if (account !== null && columns.account[row] !== account) continue;
    if (machine !== null && columns.machine[row] !== machine) continue;
    if (hasPart && !hasFinding(columns, row, rule, fate)) continue;
    found[count++] = row;
  }
  return found.subarray(0, count);
}

function hasFinding(
  columns: Columns,
  row: number,
  rule: number | null,
  fate: number | null,
): boolean {
  const end = columns.findings[row + 1] ?? 0;
  for (let at = columns.findings[row] ?? 0; at < end; at++) {
    if (rule !== null && columns.findingRule[at] !== rule) continue;
    if (fate !== null && fateOf(columns.findingState[at] ?? 0) !== fate) continue;
    return true;
  }
  return false;
}
