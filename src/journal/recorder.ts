import { type Circumstances, entryOf, type PostEvent } from "./event.ts";
import type { Journal } from "./store.ts";

const DAY = 24 * 60 * 60 * 1000;

export interface Recorder {
  /** "off": nothing of it may be kept. "failed": it should have been kept, and could not be. Never rejects. */
  record(
    event: PostEvent,
    circumstances: Omit<Circumstances, "at" | "fingerprint">,
  ): Promise<"kept" | "off" | "failed">;
  /** Removes what is older, and writes of gaps. false: it could not, and should be tried again. */
  tidy(retentionDays: number): Promise<boolean>;
}

/** Writes down what pages tell. */
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

  return {
    async record(event, circumstances) {
      try {
        const entry = await entryOf(event, {
          ...circumstances,
          at: new Date().toISOString(),
          fingerprint: journal.fingerprint,
        });
        if (!entry) return "off";
        await journal.append(entry);
        // A browser may run for weeks.
        if (Date.now() - tidiedAt > DAY) {
          tidiedAt = Date.now();
          void tidy(circumstances.policy.journalRetentionDays);
        }
        return "kept";
      } catch (error) {
        console.warn("record:", error);
        // Where even this fails there is nothing left to write on; the person is told in any case.
        await journal.miss(event.id, error).catch(() => {});
        return "failed";
      }
    },
    tidy,
  };
}
