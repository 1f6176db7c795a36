import { type Filter, filterOf, queryOf } from "./filter.ts";

/** What the page's address says: what is shown, and which entry, if one is. */
export interface Where {
  filter: Filter;
  /** From 0. */
  page: number;
  /** Number and machine ("": this one) of the entry that is shown; null: the overview. */
  entry: { seq: number; machine: string } | null;
}

export function whereOf(search: string): Where {
  const query = new URLSearchParams(search);
  const seq = Number(query.get("entry"));
  return {
    filter: filterOf(query),
    page: Math.max(0, (Math.trunc(Number(query.get("page"))) || 1) - 1),
    entry: Number.isSafeInteger(seq) && seq > 0 ? { seq, machine: query.get("on") ?? "" } : null,
  };
}

/** The address of a view, to be bookmarked or passed on. */
export function addressOf({ filter, page, entry }: Where, hash = ""): string {
  const more = {
    ...(page > 0 ? { page: String(page + 1) } : {}),
    ...(entry ? { entry: String(entry.seq) } : {}),
    ...(entry?.machine ? { on: entry.machine } : {}),
  };
  return `/review.html${queryOf(filter, more)}${hash}`;
}
