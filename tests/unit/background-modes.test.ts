import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import {
  fake,
  freshMachine,
  type OnMessage,
  ORIGIN,
  ownPage,
  publicTab,
  published,
  startWorker,
  watchedPage,
} from "./fake-browser.ts";

vi.mock("wxt/utils/define-background", () => ({ defineBackground: (main: () => void) => main }));
vi.mock("wxt/browser", () => import("./fake-browser.ts"));

const { openJournal } = await import("../../src/journal/store.ts");
const { default: background } = await import("../../entrypoints/background/index.ts");

let ask: OnMessage;
beforeEach(() => {
  freshMachine();
  restart();
});

function restart(): void {
  ask = startWorker(background);
}

const record = (raw: object) => ask({ type: "set-local", raw }, ownPage);

/** A shortened address holds at other times. */
const SHORT = { text: "避難所は https://bit.ly/hinan へ", account: "hoshimi_city" };
const check = (draft: object = SHORT) => ask({ type: "check", draft }, watchedPage);

it("lets a member of staff declare an emergency, and nobody else", async () => {
  for (const sender of [watchedPage, publicTab, { ...ownPage, id: "p".repeat(32) }, {}]) {
    expect(ask({ type: "mode", change: "begin" }, sender)).toBeUndefined();
  }
  await expect(check()).resolves.toMatchObject({
    mode: "normal",
    mayDeclare: true,
    until: null,
    findings: [{ level: "stop" }],
  });
  // The settings lock the mode, and say nothing of this.
  const before = Date.now();
  const state = await ask({ type: "mode", change: "begin" }, ownPage);
  expect(state).toMatchObject({ mode: "emergency", minutes: 120, left: [] });
  const { until } = state as { until: number };
  expect(until).toBeGreaterThanOrEqual(before + 7_200_000);
  expect(fake.alarms).toContainEqual(["emergency", { when: until + 500 }]);
  expect(fake.sentToTabs).toContainEqual([7, { type: "policy-changed" }]);
  expect(fake.sent).toContainEqual({ type: "policy-changed" });
  await vi.waitUntil(() => fake.badge === "button_emergency_short");
  await expect(check()).resolves.toMatchObject({
    mode: "emergency",
    mayDeclare: false,
    until,
    findings: [{ level: "hint", usual: "stop" }],
  });

  restart();
  await expect(check()).resolves.toMatchObject({ mode: "emergency", until });
  await expect(ask({ type: "mode", change: "end" }, ownPage)).resolves.toMatchObject({
    mode: "normal",
    until: null,
  });
  await expect(check()).resolves.toMatchObject({ findings: [{ level: "stop" }] });
  await vi.waitUntil(() => fake.badge === "");
});

it("is woken when the emergency is over, and tells it", async () => {
  const state = await ask({ type: "mode", change: "begin" }, ownPage);
  const { until } = state as { until: number };
  vi.useFakeTimers({ now: until + 500, toFake: ["Date"] });
  try {
    fake.sentToTabs.length = 0;
    for (const wake of fake.wake) wake();
    await vi.waitUntil(() => fake.sentToTabs.length === 2);
    await expect(check()).resolves.toMatchObject({ mode: "normal", findings: [{ level: "stop" }] });
  } finally {
    vi.useRealTimers();
  }
});

const inEmergency = {
  ...published,
  event: {
    ...published.event,
    draft: { ...published.event.draft, text: SHORT.text },
    findings: [{ rule: "link.shortener", level: "hint", usual: "stop", fate: "left" }],
  },
};
const mode = (more: object = {}) => ask({ type: "mode", ...more }, ownPage);

it("keeps what an emergency left until somebody looked at it, also without a record", async () => {
  await expect(ask(inEmergency, publicTab)).resolves.toBe("off");
  await expect(mode()).resolves.toMatchObject({ left: [] });
  await mode({ change: "begin" });
  const secret = { ...publicTab, tab: { id: 2, incognito: true } };
  await expect(ask(inEmergency, secret)).resolves.toBe("off");
  await expect(mode()).resolves.toMatchObject({ left: [] });
  await expect(ask(inEmergency, publicTab)).resolves.toBe("off");
  await mode({ change: "end" });
  const left = [
    {
      id: inEmergency.event.id,
      platform: "x",
      left: [{ rule: "link.shortener", level: "stop" }],
    },
  ];
  await expect(mode()).resolves.toMatchObject({ left });
  expect(JSON.stringify(fake.stored)).not.toContain("避難所");
  await vi.waitUntil(() => fake.badge === "1");
  restart();
  await expect(mode()).resolves.toMatchObject({ left });
  await expect(mode({ change: "looked", posts: [inEmergency.event.id] })).resolves.toMatchObject({
    left: [],
  });
  await vi.waitUntil(() => fake.badge === "");
  expect(await indexedDB.databases()).toEqual([]);
});

it("keeps nothing of an account that is not the organisation's", async () => {
  await record({ accounts: [{ platform: "x", handle: "hoshimi_city" }] });
  await mode({ change: "begin" });
  const draft = { ...inEmergency.event.draft, account: "taro" };
  await ask({ ...inEmergency, event: { ...inEmergency.event, draft } }, publicTab);
  await expect(mode()).resolves.toMatchObject({ left: [] });
});

it("writes down who changed the mode, and that somebody looked", async () => {
  await record({ journalEnabled: true });
  await mode({ change: "begin" });
  await expect(ask(inEmergency, publicTab)).resolves.toBe("kept");
  await mode({ change: "end" });
  await mode({ change: "looked", posts: [inEmergency.event.id] });
  await record({ journalEnabled: true, mode: "hold" });
  await vi.waitUntil(async () => (await entries()).length === 5);
  expect(await entries()).toMatchObject([
    { type: "mode", mode: "emergency", by: "staff", until: expect.stringMatching(/Z$/) },
    { type: "post", mode: "emergency", findings: [{ level: "hint", usual: "stop" }] },
    { type: "mode", mode: "normal", by: "staff", until: null },
    { type: "afterwards", posts: [inEmergency.event.id] },
    { type: "mode", mode: "hold", by: "policy", until: null },
  ]);
});

it("asks once a session why a device is used that nobody manages", async () => {
  await record({ requireManagedDevice: true, journalEnabled: true });
  const asked = { findings: [{ rule: "account.device", asks: "device" }] };
  const draft = { text: "会場から中継します。", account: "hoshimi_city" };
  await expect(check(draft)).resolves.toMatchObject(asked);
  await ask({ type: "device", reason: "会場に庁内の端末がないため" }, watchedPage);
  expect(fake.sentToTabs).toContainEqual([8, { type: "policy-changed" }]);
  await expect(check(draft)).resolves.toMatchObject({ findings: [] });
  restart();
  await expect(check(draft)).resolves.toMatchObject({ findings: [] });
  await expect(ask(published, publicTab)).resolves.toBe("kept");
  const answer = { to: "device", reason: "会場に庁内の端末がないため" };
  expect(await entries()).toMatchObject([
    { findings: [{ rule: "account.device", level: "care", fate: "answered", answer }] },
  ]);
});

it("shows the page on which an emergency can be declared, and declares none", async () => {
  await ask({ type: "emergency" }, watchedPage);
  expect(fake.opened).toEqual([`${ORIGIN}/popup.html`]);
  await expect(mode()).resolves.toMatchObject({ mode: "normal" });
});

async function entries(): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const { entry } of openJournal().entries()) all.push(entry);
  return all;
}
