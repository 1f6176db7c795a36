import type { AfterwardsEntry, Entry, ModeEntry } from "./entry.ts";
import { addressEntryOf, alarmEntryOf, type Circumstances, entryOf } from "./entry-of.ts";
import type { AddressEvent, RecordEvent } from "./event.ts";
import type { Journal } from "./store.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What holds in the moment in which an event arrives, as the worker knows it. */
type Known = Omit<Circumstances, "at" | "fingerprint">;

export interface Recorder {
  /** "off": nothing of it may be kept. "failed": it should have been kept, and could not be. Never rejects. */
  record(event: RecordEvent, circumstances: Known): Promise<"kept" | "off" | "failed">;
  /** An entry that no page told of. Never rejects. */
  note(entry: ModeEntry | AfterwardsEntry): Promise<"kept" | "failed">;
  /** Whether something that should have been kept was not yet, nor written of as a gap. */
  isBehind(): Promise<boolean>;
  /** Removes what is older, and writes of gaps. false: it could not, and should be tried again. */
  tidy(retentionDays: number): Promise<boolean>;
}

/** Writes down what pages tell, and what else befalls. */
export function createRecorder(journal: Journal): Recorder {
  let tidiedAt = 0;

  async function tidy(retentionDays: number): Promise<boolean> {
    try {
      if (!(await journal.exists())) return true;
      await journal.prune(new Date(Date.now() - retentionDays * DAY).toISOString());
      await journal.settle();
      return true;
    } catch (error) {
      console.warn("record:", error);
      return false;
    }
  }

  /** null: nothing of it may be kept. */
  async function entryFor(event: RecordEvent, known: Known): Promise<Entry | null> {
    const at = new Date(Date.now() - (event.late ?? 0)).toISOString();
    if (event.type === "address") return addressFor(event, at);
    const now = { ...known, at, fingerprint: journal.fingerprint };
    return event.type === "post" ? entryOf(event, now) : alarmEntryOf(event, now);
  }

  /** A post has one address: what the page shows of it later adds nothing. */
  async function addressFor(event: AddressEvent, at: string): Promise<Entry | null> {
    const post = (await journal.byId(event.of))?.entry;
    if (post?.type !== "post") return null;
    const about = await journal.about(post.post);
    const known = about.find(({ entry }) => entry.type === "address" && entry.of === post.id);
    return known?.entry ?? addressEntryOf(event, post, at);
  }

  async function note(entry: Entry): Promise<"kept" | "failed"> {
    try {
      await journal.append(entry);
      return "kept";
    } catch (error) {
      return failed(entry.id, error);
    }
  }

  async function failed(id: string, error: unknown): Promise<"failed"> {
    console.warn("record:", error);
    // Where even this fails there is nothing left to write on; the person is told in any case.
    await journal.miss(id, error).catch(() => {});
    return "failed";
  }

  return {
    note,
    isBehind: () => journal.isBehind().catch(() => false),
    async record(event, known) {
      try {
        const entry = await entryFor(event, known);
        if (!entry) return "off";
        if ((await note(entry)) === "failed") return "failed";
        // A browser may run for weeks.
        if (Date.now() - tidiedAt > DAY) {
          tidiedAt = Date.now();
          void tidy(known.policy.journalRetentionDays);
        }
        return "kept";
      } catch (error) {
        return failed(event.id, error);
      }
    },
    tidy,
  };
}
