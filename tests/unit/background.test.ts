import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import {
  fake,
  freshMachine,
  ID,
  type OnMessage,
  ORIGIN,
  ownPage,
  publicTab,
  published,
  type Sender,
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
  ask = startWorker(background);
});

it("tells the extension's own pages the policy, takes theirs, and tells of the change", async () => {
  await expect(ask({ type: "policy-status" }, ownPage)).resolves.toMatchObject({
    status: {
      extensionId: ID,
      version: "1.2.3",
      keys: { mode: { source: "default", lock: null } },
    },
    local: {},
  });
  const raw = { mode: "hold", override: "sometimes" };
  await expect(ask({ type: "set-local", raw }, ownPage)).resolves.toMatchObject({
    status: {
      policy: { mode: "hold" },
      keys: { mode: { source: "local" }, override: { source: "default" } },
      rejected: [{ key: "override", path: "override", reason: "not_choice", source: "local" }],
    },
    local: raw,
  });
  // That something changed, and never what.
  expect(fake.sent).toEqual([{ type: "policy-changed" }]);
  await vi.waitUntil(() => fake.sentToTabs.length === 2);
  expect(fake.sentToTabs).toEqual([
    [7, { type: "policy-changed" }],
    [8, { type: "policy-changed" }],
  ]);
});

it.each<[string, Sender]>([
  ["a content script of a watched page", watchedPage],
  ["another extension", { id: "p".repeat(32), url: `chrome-extension://${"p".repeat(32)}/x.html` }],
  ["one that only looks like an own page", { ...watchedPage, url: `https://x.com/${ORIGIN}/` }],
  ["nobody", {}],
])("answers nothing about the policy to %s", (_, sender) => {
  expect(ask({ type: "policy-status" }, sender)).toBeUndefined();
  expect(ask({ type: "set-local", raw: { mode: "hold" } }, sender)).toBeUndefined();
  expect(ask({ type: "try", draft: { text: "語" }, policy: {} }, sender)).toBeUndefined();
});

it("tries settings that are not saved on a draft for its own pages, and forgets them", async () => {
  const draft = { text: "新市民会館が完成します。" };
  const policy = { terms: [{ term: "新市民会館", level: "stop" }], contact: 1 };
  await expect(ask({ type: "try", draft, policy }, ownPage)).resolves.toMatchObject({
    findings: [{ rule: "secret.term", level: "stop" }],
  });
  await expect(ask({ type: "check", draft }, ownPage)).resolves.toMatchObject({ findings: [] });
});

it("still answers a content script what it may ask", async () => {
  const verdict = await ask({ type: "check", draft: { text: "お知らせです。" } }, watchedPage);
  expect(verdict).toMatchObject({ findings: [] });
  expect(verdict).not.toHaveProperty("status");
});

const accounts = [{ platform: "facebook", id: "10009", name: "星見市", operators: ["佐藤"] }];
const onPage = { platform: "facebook", shown: { id: "10009", name: "星見市" }, account: "星見市" };
const onOwn = { ...onPage, shown: { id: "555", name: "山田 花子" }, account: "山田 花子" };

it("knows an account by all that the page shows of it", async () => {
  await ask({ type: "set-local", raw: { accounts } }, ownPage);
  const draft = { ...onPage, account: "ほしみ市", shown: { id: "10009" }, text: "お知らせです。" };
  await expect(ask({ type: "check", draft }, watchedPage)).resolves.toMatchObject({
    findings: [],
    account: { name: "星見市" },
  });
});

it("leaves an account outside the register alone where policy says so, and else reads only whose it is", async () => {
  const draft = { ...onOwn, text: "2026年12月5日(日) bit.ly/hoshimi-gomi" };
  await ask({ type: "set-local", raw: { accounts, journalEnabled: true } }, ownPage);
  await expect(ask({ type: "check", draft }, watchedPage)).resolves.toMatchObject({
    findings: [{ rule: "account.unregistered" }],
    isIgnored: false,
    askable: [],
  });
  const raw = { accounts, journalEnabled: true, unregisteredAccounts: "ignore" };
  await ask({ type: "set-local", raw }, ownPage);
  await expect(ask({ type: "check", draft }, watchedPage)).resolves.toMatchObject({
    findings: [],
    isIgnored: true,
    isRecorded: false,
    askable: [],
  });
  const own = { text: "2026年", platform: "facebook", kind: "post" };
  const event = { ...published.event, draft: { ...own, ...onOwn } };
  await expect(ask({ type: "record", event }, publicTab)).resolves.toBe("off");
  expect(await indexedDB.databases()).toEqual([]);
  // Registered by its id alone, as the page does not say it.
  const renamed = { ...published.event, draft: { ...own, ...onPage, account: "ほしみ市" } };
  await expect(ask({ type: "record", event: renamed }, publicTab)).resolves.toBe("kept");
});

it("tells a page who may post on its account, and of no other", async () => {
  await ask({ type: "set-local", raw: { accounts } }, ownPage);
  await expect(
    ask({ type: "speakers", draft: { ...onPage, text: "" } }, watchedPage),
  ).resolves.toEqual(["speakers_operators 佐藤"]);
  await expect(
    ask({ type: "speakers", draft: { ...onOwn, text: "" } }, watchedPage),
  ).resolves.toEqual(["speakers_outside"]);
  const draft = { text: "", shown: { id: 1 } };
  expect(ask({ type: "speakers", draft }, watchedPage)).toBeUndefined();
});

it.each([null, "x", ["x"], undefined, 1])("takes no %j for this machine's settings", (raw) => {
  expect(ask({ type: "set-local", raw }, ownPage)).toBeUndefined();
});

const record = (raw: object) => ask({ type: "set-local", raw }, ownPage);

it("writes nothing down by default, and not even makes the place for it", async () => {
  await expect(ask(published, publicTab)).resolves.toBe("off");
  expect(await indexedDB.databases()).toEqual([]);
});

it.each<[string, Sender]>([
  ["a private window", { ...publicTab, tab: { id: 2, incognito: true } }],
  ["a window of which it is not known", watchedPage],
])("writes nothing down from %s", async (_, sender) => {
  await record({ journalEnabled: true });
  await expect(ask(published, sender)).resolves.toBe("off");
  expect(await indexedDB.databases()).toEqual([]);
});

it("writes down what a watched page tells, and takes it from nobody else", async () => {
  await record({ journalEnabled: true });
  expect(ask(published, ownPage)).toBeUndefined();
  expect(
    ask({ ...published, event: { ...published.event, post: "1" } }, publicTab),
  ).toBeUndefined();
  await expect(ask(published, publicTab)).resolves.toBe("kept");
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["tenken-journal"]);
  expect(fake.badge).toBe("");
});

it("writes down when it happened, however late that was told", async () => {
  await record({ journalEnabled: true });
  const before = Date.now();
  await ask({ ...published, event: { ...published.event, late: 60_000 } }, publicTab);
  const [told] = await openJournal().newest(1);
  expect(Math.abs(Date.parse(told?.entry.at ?? "") - (before - 60_000))).toBeLessThan(10_000);
});

it("writes down once where a post stands, and only behind the post", async () => {
  await record({ journalEnabled: true });
  const told = (id: number, url = "https://x.com/hoshimi_city/status/1") => ({
    type: "record",
    event: {
      type: "address",
      id: `0b6c1d1e-0000-4000-8000-00000000001${id}`,
      of: published.event.id,
      url,
    },
  });
  await expect(ask(told(1), publicTab)).resolves.toBe("off");
  await expect(ask(published, publicTab)).resolves.toBe("kept");
  await expect(ask(told(2, "https://x.com/home"), publicTab)).resolves.toBe("off");
  await expect(ask(told(3), publicTab)).resolves.toBe("kept");
  await expect(ask(told(4), publicTab)).resolves.toBe("kept");
  const journal = openJournal();
  expect((await journal.newest(9)).map(({ entry }) => entry)).toMatchObject([
    { type: "address", of: published.event.id, post: published.event.post },
    { type: "post", id: published.event.id },
  ]);
  expect((await journal.verify()).breaks).toEqual([]);
});

it("says on its button that nothing can be written down, until it can", async () => {
  await record({ journalEnabled: true });
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  } as unknown as IDBFactory;
  await expect(ask(published, publicTab)).resolves.toBe("failed");
  expect(fake.badge).toBe("!");
  globalThis.indexedDB = new IDBFactory();
  await expect(ask(published, publicTab)).resolves.toBe("kept");
  expect(fake.badge).toBe("");
});
