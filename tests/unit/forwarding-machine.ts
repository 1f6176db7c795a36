import { createForwarder, type Ends, type Forwarder } from "../../src/forwarding/forwarder.ts";
import { openQueueStore } from "../../src/forwarding/queue-store.ts";
import { send } from "../../src/forwarding/send.ts";
import { type Journal, openJournal } from "../../src/journal/store.ts";
import type { Collector } from "../collector.ts";
import { post } from "./journal-entries.ts";

export interface Machine {
  journal: Journal;
  policy: { journalEnabled: boolean; journalForwarding: boolean };
  clock: { now: number };
  worker(more?: Partial<Ends>): Forwarder;
  /** ms from now; null: there is none. */
  nextAlarm(): number | null;
  write(...ids: string[]): Promise<void>;
}

/** A machine: its disk lasts, and each worker on it begins with nothing but that. */
export function machineBefore(collector: Collector): Machine {
  const journal = openJournal();
  const policy = { journalEnabled: true, journalForwarding: true };
  const clock = { now: Date.parse("2026-12-05T01:00:00Z") };
  const alarms: (number | null)[] = [];
  const worker = (more: Partial<Ends> = {}) =>
    createForwarder({
      endpoint: collector.url,
      journal: openJournal(),
      store: openQueueStore(),
      send: (request) => send(collector.url, request),
      policy: () => policy,
      wakeAt: (time) => alarms.push(time),
      changed: () => {},
      now: () => clock.now,
      random: () => 0,
      ...more,
    });
  return {
    journal,
    policy,
    clock,
    worker,
    nextAlarm: () => (alarms.at(-1) === null ? null : (alarms.at(-1) ?? 0) - clock.now),
    async write(...ids: string[]) {
      for (const id of ids) await journal.append(post(id));
    },
  };
}
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `entry ${from + index}`);
