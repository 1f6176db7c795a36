import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { openQueueStore } from "../../src/forwarding/queue-store.ts";
import { send } from "../../src/forwarding/send.ts";
import { recordsOf, throughDefinitions } from "../collector.ts";
import { collectorUnderTest } from "./forwarding-collector.ts";
import { ids } from "./forwarding-machine.ts";
import { post } from "./journal-entries.ts";

vi.mock("wxt/browser", () => ({
  browser: { storage: { session: { get: async () => ({}), remove: async () => {} } } },
}));
const under = collectorUnderTest();
const { machine, uids } = under;

describe("the forwarding", () => {
  it("sends what is written from when it is on, once, to a receiver that reads it whole", async () => {
    const { worker, write, policy } = machine();
    policy.journalForwarding = false;
    const forwarder = worker();
    await write("before");
    await forwarder.wake();
    policy.journalForwarding = true;
    await forwarder.wake();
    await write("a", "b");
    await forwarder.wake();
    await forwarder.wake();
    expect(uids()).toEqual(["a", "b"]);
    for (const request of under.collector.taken)
      expect(throughDefinitions(request)).toEqual(request);
    const [wire] = under.collector.wires;
    expect(wire).toMatchObject({
      method: "POST",
      path: "/v1/logs",
      headers: { "content-type": "application/json" },
    });
    expect(wire?.headers).not.toHaveProperty("cookie");
    expect(await forwarder.state()).toMatchObject({
      isOn: true,
      waiting: 0,
      sent: 2,
      failure: null,
    });
  });

  it("sends nothing while it is off, and later neither; what waited before goes on waiting", async () => {
    const { worker, write, policy } = machine();
    const forwarder = worker();
    await forwarder.wake();
    under.collector.faults.push("cut");
    await write("waits");
    await forwarder.wake();
    policy.journalForwarding = false;
    await forwarder.wake();
    await write("while off");
    await forwarder.resume(true);
    expect(uids()).toEqual([]);
    expect(await forwarder.state()).toMatchObject({ isOn: false, waiting: 1, nextAt: null });
    policy.journalForwarding = true;
    await worker().wake();
    await write("after");
    await worker().resume(false);
    expect(uids()).toEqual(["waits", "after"]);
  });

  it("sends a long queue in its order, in requests of a hundred at most", async () => {
    const { worker, write } = machine();
    const forwarder = worker();
    await forwarder.wake();
    await write(...ids(1, 230));
    await forwarder.wake();
    expect(under.collector.taken.map((one) => recordsOf([one]).length)).toEqual([100, 100, 30]);
    expect(uids()).toEqual(ids(1, 230));
  });

  it("makes a request no longer than it should be", async () => {
    const { worker, journal } = machine();
    const forwarder = worker();
    await forwarder.wake();
    const reason = "理由".repeat(50_000);
    for (const id of ids(1, 12)) await journal.append(post(id, { reason }));
    await forwarder.wake();
    expect(uids()).toEqual(ids(1, 12));
    expect(under.collector.taken.length).toBeGreaterThan(1);
    for (const { body } of under.collector.wires) expect(body.length).toBeLessThan(4_000_000);
  });
});

describe("a collector that is away", () => {
  it("gets everything when it is back, though the worker was ended in between", async () => {
    const { worker, write, clock, nextAlarm } = machine();
    await worker().wake();
    await write("a");
    under.collector.faults.push(
      "cut",
      { status: 503 },
      { status: 429, headers: { "retry-after": "90" } },
    );
    await worker().wake();
    expect(nextAlarm()).toBe(15_000);
    // Woken too early, by another worker: it knows.
    await write("b");
    await worker().wake();
    expect(under.collector.wires.length).toBe(1);
    clock.now += 15_000;
    await worker().wake();
    expect(nextAlarm()).toBe(30_000);
    clock.now += 30_000;
    await worker().wake();
    expect(nextAlarm()).toBe(90_000);
    expect(await worker().state()).toMatchObject({
      waiting: 2,
      sent: 0,
      failure: { kind: "status", status: 429 },
      nextAt: new Date(clock.now + 90_000).toISOString(),
    });
    clock.now += 90_000;
    await worker().wake();
    expect(uids()).toEqual(["a", "b"]);
    expect(await worker().state()).toMatchObject({ waiting: 0, nextAt: null });
    // The next trouble begins with a short wait again.
    under.collector.faults.push("cut");
    await write("c");
    await worker().wake();
    expect(nextAlarm()).toBe(15_000);
  });

  it("may take entries and not live to say so: they arrive twice, told to be the same", async () => {
    const { worker, write, clock } = machine();
    await worker().wake();
    await write("a", "b");
    under.collector.faults.push("cut after");
    await worker().wake();
    clock.now += 15_000;
    await worker().wake();
    expect(uids()).toEqual(["a", "b", "a", "b"]);
    const [first, second] = under.collector.wires;
    expect(second?.body.equals(first?.body ?? Buffer.of())).toBe(true);
    expect((await worker().state()).sent).toBe(2);
  });

  it("gets what a worker sent that was ended before it noted the answer", async () => {
    const { worker, write } = machine();
    await worker().wake();
    await write("a");
    // Ended: the answer never came back to anybody.
    const ended = worker({
      send: async (request) => {
        await send(under.collector.url, request);
        return new Promise(() => {});
      },
    });
    void ended.wake();
    await vi.waitUntil(() => under.collector.taken.length === 1);
    await worker().wake();
    expect(uids()).toEqual(["a", "a"]);
  });

  it("is not waited for by a clock that was set back", async () => {
    const { worker, write, clock } = machine();
    await worker().wake();
    await write("a");
    under.collector.faults.push("cut");
    await worker().wake();
    clock.now -= 400 * 24 * 60 * 60 * 1000;
    await worker().wake();
    expect(uids()).toEqual(["a"]);
  });
});

describe("a record that changes under the queue", () => {
  it("loses what its time was over for, and says how many never left", async () => {
    const { worker, journal, write, clock } = machine();
    await worker().wake();
    under.collector.faults.push("cut");
    await journal.append(post("old", { at: "2024-01-01T00:00:00.000Z" }));
    await write("new");
    await worker().wake();
    await journal.prune("2025-01-01T00:00:00.000Z");
    // The count does not grow with each try.
    under.collector.faults.push("cut");
    clock.now += 15_000;
    await worker().wake();
    clock.now += 30_000;
    await worker().wake();
    expect(uids()).toEqual(["new"]);
    expect(await worker().state()).toMatchObject({ expired: 1, waiting: 0, sent: 1 });
  });

  it("may be another one, when the browser's data were cleared: it is sent from its beginning", async () => {
    const { worker, write } = machine();
    const forwarder = worker();
    await forwarder.wake();
    await write("a", "b");
    await forwarder.wake();
    const stored = await openQueueStore().read();
    globalThis.indexedDB = new IDBFactory();
    await openQueueStore().write(stored);
    const other = machine();
    await other.write("c");
    await other.worker().wake();
    expect(uids()).toEqual(["a", "b", "c"]);
  });

  it("is left as it is where it was never begun", async () => {
    const { worker } = machine();
    await worker().wake();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).toEqual(["tenken-forwarding"]);
  });
});

it("a disk that takes nothing more stops neither the sending nor the worker", async () => {
  const { worker, write } = machine();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const store = { ...openQueueStore(), write: () => Promise.reject(new Error("full")) };
  const forwarder = worker({ store });
  await forwarder.wake();
  await write("a");
  await forwarder.wake();
  await forwarder.wake();
  expect(uids()).toEqual(["a"]);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});
