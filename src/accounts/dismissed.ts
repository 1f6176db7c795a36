/** Storage that no content script can read. */
interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** The notes on accounts that a person does not want to see again, on this machine. */
export interface Dismissed {
  all(): Promise<ReadonlySet<string>>;
  add(note: string): Promise<void>;
}

const KEY = "dismissedNotes";
/** The oldest gives way to the newest. */
const MOST = 500;

/** @param open The place is made when it is first needed. */
export function createDismissed(open: () => Storage): Dismissed {
  let storage: Storage | undefined;
  let notes: Promise<Set<string>> | undefined;
  const place = () => (storage ??= open());
  const read = async () => {
    const kept = await place().get(KEY);
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : []);
  };
  const all = () => (notes ??= read().catch(() => new Set<string>()));
  return {
    all,
    async add(note) {
      const known = await all();
      known.add(note);
      await place().set(KEY, [...known].slice(-MOST));
    },
  };
}
