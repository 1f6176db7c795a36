import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Kind, Policy } from "../../src/contract.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { createModes, type ModeChange } from "../../src/policy/emergency.ts";

const NOW = Date.parse("2026-10-12T19:00:00+09:00");
const MINUTE = 60_000;
const HOURS = 120 * MINUTE;

let stored: Map<string, unknown>;
let policy: Policy;
let told: ModeChange[];

/** A life of the worker: what was stored is all that it has of the last one. */
function start() {
  return createModes({
    storage: {
      get: async (key) => stored.get(key),
      set: async (key, value) => void stored.set(key, structuredClone(value)),
    },
    policy: () => policy,
    onChange: (change) => told.push(change),
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  stored = new Map();
  policy = DEFAULT_POLICY;
  told = [];
});
afterEach(() => void vi.useRealTimers());

describe("an emergency by a member of staff", () => {
  it("holds for as long as the policy lets it, and ends by itself", async () => {
    const modes = start();
    await modes.begin();
    expect(modes.inForce()).toEqual({ mode: "emergency", until: NOW + HOURS });
    expect(modes.policyFor("post").mode).toBe("emergency");
    vi.setSystemTime(NOW + HOURS - 1);
    expect(modes.inForce().mode).toBe("emergency");
    await expect(modes.settle()).resolves.toBeNull();
    vi.setSystemTime(NOW + HOURS);
    expect(modes.inForce()).toEqual({ mode: "normal", until: null });
    expect(modes.policyFor("post")).toBe(policy);
    await modes.settle();
    await modes.settle();
    expect(told).toEqual([
      { mode: "emergency", until: NOW + HOURS, by: "staff" },
      { mode: "normal", until: null, by: "time" },
    ]);
  });

  it("outlives the worker, and its end is told by the next one, once", async () => {
    await start().begin();
    vi.setSystemTime(NOW + 30 * MINUTE);
    const second = start();
    await second.ready;
    expect(second.inForce()).toEqual({ mode: "emergency", until: NOW + HOURS });
    await second.settle();
    vi.setSystemTime(NOW + 10 * HOURS);
    const third = start();
    await Promise.all([third.settle(), third.settle()]);
    await start().settle();
    expect(told.map(({ mode, by }) => `${mode} ${by}`)).toEqual(["emergency staff", "normal time"]);
  });

  it("is ended by whoever began it", async () => {
    const modes = start();
    await modes.begin();
    await modes.end();
    expect(modes.inForce().mode).toBe("normal");
    await modes.end();
    expect(told.map(({ mode, by }) => `${mode} ${by}`)).toEqual([
      "emergency staff",
      "normal staff",
    ]);
  });

  it("is not to be had where the policy says so, and is taken back with it", async () => {
    policy = { ...DEFAULT_POLICY, emergencyByStaffMinutes: 0 };
    const modes = start();
    await modes.begin();
    expect(modes.inForce().mode).toBe("normal");
    expect(told).toEqual([]);
    policy = DEFAULT_POLICY;
    await modes.begin();
    policy = { ...DEFAULT_POLICY, emergencyByStaffMinutes: 10 };
    expect(modes.inForce().until).toBe(NOW + 10 * MINUTE);
    policy = { ...DEFAULT_POLICY, emergencyByStaffMinutes: 0 };
    expect(modes.inForce().mode).toBe("normal");
    await modes.settle();
    expect(told.at(-1)).toEqual({ mode: "normal", until: null, by: "policy" });
  });

  it("does not last for years because a clock was ahead", async () => {
    vi.setSystemTime(Date.parse("2031-01-01T00:00:00+09:00"));
    await start().begin();
    vi.setSystemTime(NOW);
    const modes = start();
    await modes.ready;
    expect(modes.inForce().mode).toBe("normal");
  });

  it("lets answers to a post under fire wait all the same", async () => {
    policy = { ...DEFAULT_POLICY, mode: "hold" };
    const modes = start();
    await modes.begin();
    const modeOf = (kind: Kind) => modes.policyFor(kind).mode;
    expect(["reply", "comment", "quote"].map((kind) => modeOf(kind as Kind))).toEqual(
      Array(3).fill("hold"),
    );
    expect(modeOf("post")).toBe("emergency");
  });

  it("is the same policy from one check to the next, which rules are fast by", async () => {
    const modes = start();
    await modes.begin();
    expect(modes.policyFor("post")).toBe(modes.policyFor("thread"));
    expect(modes.policyFor("post")).toEqual({ ...policy, mode: "emergency" });
  });

  it("is not on where it could not be kept", async () => {
    const modes = createModes({
      storage: {
        get: async () => undefined,
        set: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      },
      policy: () => policy,
      onChange: (change) => told.push(change),
    });
    await expect(modes.begin()).rejects.toThrow("full");
    expect(modes.inForce().mode).toBe("normal");
    expect(told).toEqual([]);
  });

  it.each([{ since: "1", until: 2 }, [], "on", { until: NOW + HOURS }])(
    "is not made of what is no emergency: %j",
    async (value) => {
      stored.set("staffEmergency", value);
      const modes = start();
      await modes.ready;
      expect(modes.inForce().mode).toBe("normal");
    },
  );
});

describe("the policy's own mode", () => {
  it("is told when it comes and goes", async () => {
    const modes = start();
    for (const mode of ["emergency", "emergency", "hold", "normal"] as const) {
      policy = { ...DEFAULT_POLICY, mode };
      await modes.settle();
    }
    expect(told).toEqual(
      ["emergency", "hold", "normal"].map((mode) => ({ mode, until: null, by: "policy" })),
    );
  });

  it("needs no member of staff while it is emergency", async () => {
    policy = { ...DEFAULT_POLICY, mode: "emergency" };
    const modes = start();
    await modes.begin();
    expect(modes.inForce()).toEqual({ mode: "emergency", until: null });
    policy = DEFAULT_POLICY;
    expect(modes.inForce().mode).toBe("normal");
  });
});
