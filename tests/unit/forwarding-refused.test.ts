import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { send } from "../../src/forwarding/send.ts";
import { collectorUnderTest } from "./forwarding-collector.ts";
import { ids } from "./forwarding-machine.ts";

vi.mock("wxt/browser", () => ({
  browser: { storage: { session: { get: async () => ({}), remove: async () => {} } } },
}));
const under = collectorUnderTest();
const { machine, uids } = under;

describe("a collector that refuses", () => {
  it.each([401, 404, 500])(
    "with %i: is left alone until the browser starts anew, and nothing is lost",
    async (status) => {
      const { worker, write, clock, nextAlarm } = machine();
      await worker().wake();
      await write("a");
      const body = JSON.stringify({ message: "who are you?" });
      under.collector.faults.push({ status, body });
      await worker().wake();
      expect(nextAlarm()).toBeNull();
      clock.now += 24 * 60 * 60 * 1000;
      await worker().wake();
      expect(under.collector.wires.length).toBe(1);
      expect(await worker().state()).toMatchObject({
        isHalted: true,
        waiting: 1,
        failure: { kind: "status", status, message: "who are you?" },
      });
      await worker().resume(false);
      expect(uids()).toEqual(["a"]);
      expect(await worker().state()).toMatchObject({ isHalted: false, waiting: 0 });
    },
  );

  it("by another address: the record goes nowhere else", async () => {
    const { worker, write } = machine();
    await worker().wake();
    await write("a");
    under.collector.faults.push({
      status: 307,
      headers: { location: `${under.collector.url}/other` },
    });
    await worker().wake();
    expect(under.collector.wires.map(({ path }) => path)).toEqual(["/v1/logs"]);
    expect(await worker().state()).toMatchObject({ isHalted: true, waiting: 1 });
  });

  it("one entry of many: gets the others, and the one again when a person asks", async () => {
    const { worker, write } = machine();
    const bad = (entry: string) => (request: { body?: unknown }) =>
      JSON.stringify(request).includes(`"${entry}"`);
    const picky = worker({
      send: async (request) =>
        bad("entry 3")(request as object)
          ? { kind: "answer", status: 400, retryAfter: null, body: "" }
          : send(under.collector.url, request),
    });
    await picky.wake();
    await write(...ids(1, 5));
    await picky.wake();
    expect(uids()).toEqual(["entry 1", "entry 2", "entry 4", "entry 5"]);
    expect(await picky.state()).toMatchObject({ aside: 1, waiting: 0, isHalted: false });
    await worker().resume(false);
    expect(uids()).not.toContain("entry 3");
    await worker().resume(true);
    expect(uids()).toContain("entry 3");
    expect(await worker().state()).toMatchObject({ aside: 0, sent: 5 });
  });

  it("everything from the first: sets nothing aside, and stops", async () => {
    const { worker, write } = machine();
    await worker().wake();
    await write(...ids(1, 4));
    under.collector.faults.push(...Array.from({ length: 3 }, () => ({ status: 400 })));
    await worker().wake();
    expect(under.collector.wires.length).toBe(3);
    expect(await worker().state()).toMatchObject({ aside: 0, waiting: 4, isHalted: true });
  });

  it("some of a request that it took: they are not sent again, and it is said", async () => {
    const { worker, write } = machine();
    await worker().wake();
    await write("a", "b", "c");
    const partialSuccess = { rejectedLogRecords: "1", errorMessage: "too old" };
    under.collector.faults.push({ status: 200, body: JSON.stringify({ partialSuccess }) });
    await worker().wake();
    await worker().resume(true);
    expect(under.collector.wires.length).toBe(1);
    expect(await worker().state()).toMatchObject({
      sent: 2,
      rejected: 1,
      waiting: 0,
      failure: { kind: "rejected", message: "too old" },
    });
  });
});
