import type { Policy } from "../contract.ts";
import type { Sealed } from "../journal/entry.ts";
import type { Journal } from "../journal/store.ts";
import { LONGEST_WAIT, waitAfter } from "./backoff.ts";
import { type ExportLogsRequest, exportRequest } from "./otlp.ts";
import { type Outcome, outcomeOf, type Reply } from "./outcome.ts";
import type { QueueStore } from "./queue-store.ts";
import { again, closed, doneUpTo, isOpen, opened, waiting } from "./spans.ts";
import {
  type Failure,
  type ForwardingState,
  MOST_AT_ONCE,
  NOTHING_YET,
  type Stored,
} from "./state.ts";

export interface Ends {
  endpoint: string;
  journal: Pick<Journal, "exists" | "keys" | "state" | "entries">;
  store: QueueStore;
  send(request: ExportLogsRequest): Promise<Reply>;
  policy(): Pick<Policy, "journalEnabled" | "journalForwarding">;
  /** Has `wake` called at this time, in ms since 1970; null: no more. Replaces what was asked before. */
  wakeAt(time: number | null): void;
  /** `state` would answer anew. */
  changed(): void;
  /** In ms since 1970. */
  now(): number;
  /** 0 up to 1. */
  random(): number;
}

export interface Forwarder {
  /** Sends what waits, as far as it may be sent now. Never rejects. */
  wake(): Promise<void>;
  /** The same, after all waiting is forgotten: the reason may be gone. `all`: also what was set aside. */
  resume(all: boolean): Promise<void>;
  state(): Promise<ForwardingState>;
}

/** UTF-16 units of what stands in one request: far under what receivers take, which is 20 MiB or less. */
const LONGEST_REQUEST = 500_000;
/** A worker may be ended in the middle of it. */
const LOOK_AGAIN = 60_000;
/** The extension's own pages write in the record, too, and do not say so. */
const LOOK_NOW_AND_THEN = 30 * 60_000;

/**
 * Carries the record to a collector: every entry at least once, in its order, from when it is switched on.
 * What was taken is noted after it was, so that a worker that is ended in between sends it once more.
 */
export function createForwarder(ends: Ends): Forwarder {
  const { journal, store } = ends;
  let stored: Stored = NOTHING_YET;
  let isLoaded = false;
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = queue.then(work).catch((error: unknown) => {
      console.warn("forwarding:", error);
      ends.wakeAt(ends.now() + LOOK_AGAIN);
    });
    queue = turn;
    return turn;
  }

  async function load(): Promise<void> {
    if (!isLoaded) stored = await store.read();
    isLoaded = true;
  }

  /** What cannot be written holds as long as this worker does; after that, entries are sent twice. */
  async function keep(next: Stored): Promise<void> {
    if (JSON.stringify(next) === JSON.stringify(stored)) return;
    stored = next;
    await store.write(next).catch((error: unknown) => console.warn("forwarding:", error));
    ends.changed();
  }

  /** Number of the record's last entry; 0: there is none. */
  async function headOf(): Promise<number> {
    return (await journal.exists()) ? (await journal.state()).head.seq : 0;
  }

  /** Opens or closes the queue's end as the policy says, and begins anew where the record has. */
  async function follow(): Promise<number> {
    if (!(await journal.exists())) {
      await keep({ ...stored, spans: toggled(stored, 0) });
      return 0;
    }
    const [{ machine }, { head, start }] = await Promise.all([journal.keys(), journal.state()]);
    const isOther = stored.machine !== null && stored.machine !== machine;
    const spans = isOther
      ? opened([], start.seq).slice(0, isOpen(stored.spans) ? 1 : 0)
      : stored.spans;
    await keep({ ...stored, machine, spans: toggled({ spans }, head.seq) });
    return head.seq;
  }

  function toggled({ spans }: Pick<Stored, "spans">, head: number) {
    return ends.policy().journalForwarding ? opened(spans, head) : closed(spans, head);
  }

  async function run(): Promise<void> {
    await load();
    for (;;) {
      const head = await follow();
      const { journalForwarding } = ends.policy();
      if (!journalForwarding) return ends.wakeAt(null);
      if (stored.isHalted) return ends.wakeAt(null);
      const due = dueAt(stored);
      if (due !== null) return ends.wakeAt(due);
      if (waiting(stored.spans, head) === 0) return ends.wakeAt(ends.now() + LOOK_NOW_AND_THEN);
      ends.wakeAt(ends.now() + LOOK_AGAIN);
      await sendNext(head);
    }
  }

  /** null: now. */
  function dueAt({ notBefore }: Stored): number | null {
    const now = ends.now();
    return notBefore !== null && notBefore > now && notBefore <= now + LONGEST_WAIT
      ? notBefore
      : null;
  }

  async function sendNext(head: number): Promise<void> {
    const { machine, batch } = stored;
    const [first] = stored.spans;
    if (!first || machine === null) return;
    const end = Math.min(first.to ?? head, first.next + batch - 1);
    let entries: Sealed[];
    try {
      entries = await readUpTo(first.next, end);
    } catch (error) {
      const message = error instanceof Error ? error.name : "";
      return take({ next: "later", after: null, failure: { kind: "record", status: 0, message } });
    }
    const [oldest] = entries;
    const from = oldest?.seq ?? end + 1;
    if (from > first.next) {
      // Their time in the record was over before they could be sent.
      await keep({
        ...stored,
        spans: doneUpTo(stored.spans, from - 1),
        expired: stored.expired + from - first.next,
        failure: failed({ kind: "expired", status: 0, message: "" }),
      });
    }
    if (!oldest) return;
    const last = isFull(entries) ? (entries.at(-1)?.seq ?? end) : end;
    const reply = await ends.send(exportRequest(machine, entries));
    await take(outcomeOf(reply, new Date(ends.now())), entries, last);
  }

  async function readUpTo(next: number, end: number): Promise<Sealed[]> {
    const entries: Sealed[] = [];
    for await (const one of journal.entries(next, end)) {
      entries.push(one);
      if (isFull(entries)) break;
    }
    return entries;
  }

  async function take(outcome: Outcome, entries: readonly Sealed[] = [], last = 0): Promise<void> {
    const { length } = entries;
    const failure = outcome.failure === null ? stored.failure : failed(outcome.failure);
    switch (outcome.next) {
      case "taken": {
        const rejected = Math.min(outcome.rejected, length);
        return keep({
          ...stored,
          spans: doneUpTo(stored.spans, last),
          batch: Math.min(stored.batch * 2, MOST_AT_ONCE),
          sent: stored.sent + length - rejected,
          rejected: stored.rejected + rejected,
          failures: 0,
          notBefore: null,
          lastSentAt: new Date(ends.now()).toISOString(),
          failure,
        });
      }
      case "later": {
        const failures = stored.failures + 1;
        const notBefore = ends.now() + waitAfter(failures, outcome.after, ends.random());
        return keep({ ...stored, failures, notBefore, failure });
      }
      case "smaller": {
        if (length > 1) return keep({ ...stored, batch: Math.floor(length / 2), failure });
        const [one] = entries;
        // A collector that never took anything refuses all, and not this one.
        if (!one || stored.sent === 0) return keep({ ...stored, isHalted: true, failure });
        const aside = [...stored.aside, one.seq];
        return keep({ ...stored, spans: doneUpTo(stored.spans, last), aside, failure });
      }
      case "halt":
        return keep({ ...stored, isHalted: true, failure });
    }
  }

  function failed(told: Omit<Failure, "at">): Failure {
    return { ...told, at: new Date(ends.now()).toISOString() };
  }

  return {
    wake: () => inTurn(run),
    resume: (all) =>
      inTurn(async () => {
        await load();
        await keep({
          ...stored,
          isHalted: false,
          failures: 0,
          notBefore: null,
          ...(all ? { spans: again(stored.spans, stored.aside), aside: [] } : {}),
        });
        await run();
      }),
    async state() {
      // Not in turn: a request may take its time.
      const known = isLoaded ? stored : await store.read();
      const { spans, aside, sent, rejected, expired, isHalted, lastSentAt, failure } = known;
      const { journalForwarding, journalEnabled } = ends.policy();
      const due = journalForwarding && !isHalted ? dueAt(known) : null;
      return {
        endpoint: ends.endpoint,
        isOn: journalForwarding,
        isRecording: journalEnabled,
        waiting: waiting(spans, await headOf()),
        aside: aside.length,
        nextAt: due === null ? null : new Date(due).toISOString(),
        ...{ sent, rejected, expired, isHalted, lastSentAt, failure },
      };
    },
  };
}

function isFull(entries: readonly Sealed[]): boolean {
  return JSON.stringify(entries).length > LONGEST_REQUEST;
}
