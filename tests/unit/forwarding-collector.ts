import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Collector, recordsOf, startCollector, uidOf } from "../collector.ts";
import { type Machine, machineBefore } from "./forwarding-machine.ts";

export interface CollectorUnderTest {
  /** Running while tests do, empty before each. */
  readonly collector: Collector;
  /** A new machine before it. */
  machine(): Machine;
  /** Of the entries that arrived, in order. */
  uids(): string[];
}

/** A collector for the tests of a file, and before each of them a disk with nothing on it. */
export function collectorUnderTest(): CollectorUnderTest {
  let collector: Collector | undefined;
  const running = (): Collector => {
    if (!collector) throw new Error("the collector starts with the first test");
    return collector;
  };
  beforeAll(async () => {
    collector = await startCollector();
  });
  afterAll(() => collector?.close());
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    running().clear();
  });
  return {
    get collector() {
      return running();
    },
    machine: () => machineBefore(running()),
    uids: () => recordsOf(running().taken).map(uidOf),
  };
}
