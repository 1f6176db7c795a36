import { beforeEach, describe, expect, it, vi } from "vitest";

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** A browser's storage, as far as a policy needs it. `managed` answers when the test says so. */
const fake = vi.hoisted(() => ({
  local: new Map<string, unknown>(),
  accessLevels: [] as unknown[],
  managed: [] as { resolve(raw: unknown): void; reject(error: Error): void }[],
  listeners: [] as Listener[],
}));

vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      onChanged: { addListener: (listener: Listener) => fake.listeners.push(listener) },
      managed: {
        get: () =>
          new Promise((resolve, reject) => {
            fake.managed.push({ resolve, reject });
          }),
      },
      local: {
        setAccessLevel: async (level: unknown) => {
          fake.accessLevels.push(level);
        },
        get: async (key: string) => (fake.local.has(key) ? { [key]: fake.local.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) fake.local.set(key, value);
        },
      },
    },
  },
}));

const { createPolicyStore } = await import("../../src/policy/store.ts");

/** The nth question to `storage.managed`, once it has been asked. */
const asked = (count: number) => vi.waitUntil(() => fake.managed[count - 1]);
const changed = (area: string, changes: Parameters<Listener>[0] = {}) => {
  for (const listener of fake.listeners) listener(changes, area);
};

beforeEach(() => {
  fake.local.clear();
  fake.accessLevels.length = 0;
  fake.managed.length = 0;
  fake.listeners.length = 0;
  vi.useRealTimers();
});

describe("the policy store", () => {
  it("answers from the last-known policy while the browser still keeps the managed one back", async () => {
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    const store = createPolicyStore();
    expect(store.current().mode).toBe("normal");
    await store.ready;
    expect(store.current().mode).toBe("hold");
    expect(store.status().isManaged).toBe(true);
  });

  it("takes the managed policy when it comes, tells the listeners, and remembers it", async () => {
    const store = createPolicyStore();
    const heard: string[] = [];
    store.onChange(({ policy, isOther }) => heard.push(`${policy.mode} ${isOther}`));
    await store.ready;
    (await asked(1)).resolve({});
    changed("managed");
    (await asked(2)).resolve({ mode: "emergency", colour: "red" });
    await vi.waitUntil(() => fake.local.has("lastManagedPolicy"));
    expect(store.current().mode).toBe("emergency");
    expect(heard).toEqual(["emergency true"]);
    expect(store.status().rejected).toEqual([
      { key: "colour", path: "colour", reason: "unknown_key", source: "managed" },
    ]);
    expect(fake.local.get("lastManagedPolicy")).toEqual({ mode: "emergency", colour: "red" });
  });

  it("reads an early {} not as the end of a policy, but one that stays as just that", async () => {
    vi.useFakeTimers();
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    const store = createPolicyStore();
    await store.ready;
    (await asked(1)).resolve({});
    await vi.advanceTimersByTimeAsync(4_000);
    expect(store.current().mode).toBe("hold");
    await vi.advanceTimersByTimeAsync(1_000);
    (await asked(2)).resolve({});
    await vi.advanceTimersByTimeAsync(0);
    expect(store.current().mode).toBe("normal");
  });

  it("is certain that nobody set the machine up only once an empty answer has lasted", async () => {
    vi.useFakeTimers();
    const store = createPolicyStore();
    let isCertain = false;
    void store.certain.then(() => {
      isCertain = true;
    });
    await store.ready;
    (await asked(1)).resolve({});
    await vi.advanceTimersByTimeAsync(4_999);
    expect(isCertain).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    (await asked(2)).resolve({});
    await vi.advanceTimersByTimeAsync(0);
    expect({ isCertain, isSetUp: store.isSetUp() }).toEqual({ isCertain: true, isSetUp: false });
    await store.setLocal({});
    expect(store.isSetUp()).toBe(true);
  });

  it("takes a machine for set up by what was stored there before, be it nothing", async () => {
    fake.local.set("policy", {});
    const store = createPolicyStore();
    await store.ready;
    expect(store.isSetUp()).toBe(true);
  });

  it("goes back to the local policy when the browser says that the managed one was removed", async () => {
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    fake.local.set("policy", { override: "allow" });
    const store = createPolicyStore();
    await store.ready;
    expect(store.current()).toMatchObject({ mode: "hold", override: "reason" });
    changed("managed");
    (await asked(2)).resolve({});
    await vi.waitUntil(() => store.current().mode === "normal");
    expect(store.current().override).toBe("allow");
  });

  it("lets the newest answer win", async () => {
    const store = createPolicyStore();
    await store.ready;
    const old = await asked(1);
    changed("managed");
    (await asked(2)).resolve({ mode: "hold" });
    await vi.waitUntil(() => store.current().mode === "hold");
    old.resolve({ mode: "emergency" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.current().mode).toBe("hold");
  });

  it("takes Firefox's refusal as no policy, and any other failure as not knowing", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    const store = createPolicyStore();
    await store.ready;
    (await asked(1)).reject(new Error("disk on fire"));
    await vi.waitUntil(() => warn.mock.calls.length > 0);
    expect(store.current().mode).toBe("hold");
    fake.listeners.length = 0;
    const second = createPolicyStore();
    await second.ready;
    (await asked(2)).reject(new Error("Managed storage manifest not found"));
    changed("managed");
    (await asked(3)).reject(new Error("Managed storage manifest not found"));
    await vi.waitUntil(() => second.current().mode === "normal");
    warn.mockRestore();
  });

  it("follows the local policy, set here or by another page", async () => {
    const store = createPolicyStore();
    await store.ready;
    await store.setLocal({ override: "allow" });
    expect(store.current().override).toBe("allow");
    expect(fake.local.get("policy")).toEqual({ override: "allow" });
    changed("local", { policy: { newValue: { override: "never" } } });
    expect(store.current().override).toBe("never");
    changed("local", { policy: {} });
    expect(store.current().override).toBe("reason");
  });

  it("keeps a locked key as it was, and says so", async () => {
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    fake.local.set("policy", { mode: "emergency", override: "allow" });
    const store = createPolicyStore();
    const refused = await store.setLocal({ mode: "normal", override: "allow", hashtags: ["#市"] });
    expect(refused.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "mode locked",
      "hashtags locked",
    ]);
    expect(store.local()).toEqual({ mode: "emergency", override: "allow" });
    expect(fake.local.get("policy")).toEqual(store.local());
    expect(store.status().keys).toMatchObject({
      mode: { source: "managed", lock: "set" },
      override: { source: "default", lock: "unset" },
      siteSelectors: { source: "default", lock: "managed_only" },
    });
  });

  it("says when the browser last told its policy, and why it could not", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const store = createPolicyStore();
    const heard = vi.fn();
    store.onChange(heard);
    await store.ready;
    expect(store.status()).toMatchObject({ readAt: null, failure: null, isManaged: false });
    (await asked(1)).reject(new Error("disk on fire"));
    await vi.waitUntil(() => heard.mock.calls.length === 1);
    expect(store.status()).toMatchObject({ readAt: null, failure: "disk on fire" });
    changed("managed");
    (await asked(2)).resolve({ mode: "hold" });
    await vi.waitUntil(() => heard.mock.calls.length === 2);
    expect(store.status()).toMatchObject({ failure: null, isManaged: true });
    expect(Date.parse(store.status().readAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
    warn.mockRestore();
  });

  it("tells that the browser has told, also where it told what was known", async () => {
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    const store = createPolicyStore();
    await store.ready;
    const heard = vi.fn();
    store.onChange(heard);
    (await asked(1)).resolve({ mode: "hold" });
    await vi.waitUntil(() => heard.mock.calls.length === 1);
    expect(store.status().readAt).not.toBeNull();
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ isOther: false }));
  });

  it("forgets a policy that was withdrawn before the last-known one could be loaded", async () => {
    fake.local.set("lastManagedPolicy", { mode: "hold" });
    const store = createPolicyStore();
    changed("managed");
    (await asked(1)).resolve({});
    await store.ready;
    await vi.waitUntil(() => store.status().readAt !== null);
    expect(store.current().mode).toBe("normal");
    expect(fake.local.get("lastManagedPolicy")).toEqual({});
  });

  it("lists a machine's own setting that only managed policy may make", async () => {
    const store = createPolicyStore();
    await store.setLocal({ allowLocalSettings: true });
    expect(store.status().rejected).toEqual([
      {
        key: "allowLocalSettings",
        path: "allowLocalSettings",
        reason: "managed_only",
        source: "local",
      },
    ]);
  });

  it("closes the storage to content scripts before anything is written", async () => {
    const store = createPolicyStore();
    await store.setLocal({ mode: "hold" });
    expect(fake.accessLevels).toEqual([{ accessLevel: "TRUSTED_CONTEXTS" }]);
  });
});
