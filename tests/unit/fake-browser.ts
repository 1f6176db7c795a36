import { IDBFactory } from "fake-indexeddb";

export type Sender = {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id: number; incognito?: boolean };
};
export type OnMessage = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

export const ID = "abcdefghijklmnopabcdefghijklmnop";
export const ORIGIN = `chrome-extension://${ID}`;
export const ownPage: Sender = {
  id: ID,
  url: `${ORIGIN}/options.html`,
  frameId: 0,
  tab: { id: 1 },
};
export const watchedPage: Sender = {
  id: ID,
  url: "https://x.com/home",
  frameId: 0,
  tab: { id: 2 },
};
export const publicTab: Sender = { ...watchedPage, tab: { id: 2, incognito: false } };

/** What a page tells of a post that went out. */
export const published = {
  type: "record",
  event: {
    type: "post",
    id: "0b6c1d1e-0000-4000-8000-000000000001",
    post: "0b6c1d1e-0000-4000-8000-000000000002",
    became: "published",
    isChecked: true,
    draft: { text: "お知らせです。", platform: "x", kind: "post", account: null },
    findings: [],
    reason: "",
  },
};

/** What the worker did, and what its storage holds over its end. */
export const fake = {
  onMessage: [] as OnMessage[],
  wake: [] as (() => void)[],
  sent: [] as unknown[],
  sentToTabs: [] as unknown[],
  alarms: [] as unknown[],
  opened: [] as unknown[],
  badge: "",
  stored: {} as Record<string, unknown>,
};

const event = { addListener: () => {} };
const managed = { get: async () => ({}), setAccessLevel: async () => {} };
const area = {
  get: async () => fake.stored,
  set: async (items: object) => void Object.assign(fake.stored, structuredClone(items)),
  remove: async () => {},
  setAccessLevel: async () => {},
};

/** A browser, as far as the worker needs it to start and to answer. Stands for "wxt/browser". */
export const browser = {
  runtime: {
    id: ID,
    getURL: (path: string) => `${ORIGIN}${path}`,
    getManifest: () => ({ version: "1.2.3" }),
    onMessage: { addListener: (listener: OnMessage) => fake.onMessage.push(listener) },
    onInstalled: event,
    onStartup: event,
    sendMessage: async (message: unknown) => void fake.sent.push(message),
  },
  tabs: {
    create: async ({ url }: { url: string }) => void fake.opened.push(url),
    query: async () => [{ id: 7 }, {}, { id: 8 }],
    sendMessage: async (tab: number, message: unknown) => void fake.sentToTabs.push([tab, message]),
  },
  action: {
    getBadgeText: async () => fake.badge,
    setBadgeText: async ({ text }: { text: string }) => {
      fake.badge = text;
    },
    setBadgeBackgroundColor: async () => {},
    setTitle: async () => {},
    openPopup: () => Promise.reject(new Error("only at a person's press")),
  },
  alarms: {
    create: async (...alarm: unknown[]) => void fake.alarms.push(alarm),
    onAlarm: { addListener: (listener: () => void) => fake.wake.push(listener) },
  },
  i18n: {
    getMessage: (key: string, args: string | string[] = []) => [key, ...[args].flat()].join(" "),
  },
  storage: { onChanged: event, local: area, managed, session: area },
};

/** A machine on which the extension was never before. */
export function freshMachine(): void {
  globalThis.indexedDB = new IDBFactory();
  for (const list of [fake.sent, fake.sentToTabs, fake.alarms, fake.opened]) list.length = 0;
  fake.badge = "";
  fake.stored = {};
}

/** A new life of the worker, which finds what the last one stored. How to ask it. */
export function startWorker(background: unknown): OnMessage {
  fake.onMessage.length = 0;
  fake.wake.length = 0;
  (background as () => void)();
  const [ask] = fake.onMessage;
  if (!ask) throw new Error("the worker does not listen");
  return ask;
}
