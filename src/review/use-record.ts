import { useEffect, useMemo, useState } from "preact/hooks";
import { Columns } from "./columns.ts";
import { newestFirst } from "./filter.ts";
import type { Loaded, Source } from "./source.ts";

export interface Record {
  columns: Columns;
  /** Every row, newest first. */
  order: Uint32Array;
  /** How many entries have been read, while they are; null: all have been. */
  reading: number | null;
  loaded: Loaded | null;
  /** What kept it from being read; null: nothing did. */
  failure: string | null;
}

/** How often the count of what was read is shown anew, in ms. */
const TOLD_EVERY = 120;

/** Reads a source, once more whenever `version` changes. What was there before stays until then. */
export function useRecord(source: Source, version: number): Record {
  const [record, setRecord] = useState<Omit<Record, "order">>(() => ({
    columns: new Columns(),
    reading: 0,
    loaded: null,
    failure: null,
  }));
  useEffect(() => {
    let isCurrent = true;
    let toldAt = 0;
    const change = (part: Partial<Omit<Record, "order">>) => {
      if (isCurrent) setRecord((before) => ({ ...before, ...part }));
    };
    const columns = new Columns();
    const told = (count: number) => {
      const now = performance.now();
      if (now - toldAt < TOLD_EVERY) return;
      toldAt = now;
      change({ reading: count });
    };
    // What another source left would be taken for this one's. The columns that are being filled are
    // shown when they are full: whoever looks at them sees by their identity that they are others.
    const nothing = { columns: new Columns(), loaded: null };
    change({ reading: 0, failure: null, ...(version === 0 ? nothing : {}) });
    source
      .load(columns, told, (newest) => version === 0 && change({ columns: newest }))
      .then((loaded) => change({ columns, loaded, reading: null }))
      .catch((error: unknown) => {
        console.warn("review:", error);
        const failure = error instanceof Error ? error.name : String(error);
        change({ reading: null, failure });
      });
    return () => {
      isCurrent = false;
    };
  }, [source, version]);
  const { columns } = record;
  const order = useMemo(() => newestFirst(columns), [columns]);
  return { ...record, order };
}
