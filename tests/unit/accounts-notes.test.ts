import { expect, it, test } from "vitest";
import { createDismissed } from "../../src/accounts/dismissed.ts";
import { notesOn } from "../../src/accounts/notes.ts";
import { profileState } from "../../src/accounts/profile.ts";
import type { Account, Policy } from "../../src/contract.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

const CITY: Account = { platform: "x", handle: "hoshimi_city", name: "星見市公式" };
const policy: Policy = {
  ...DEFAULT_POLICY,
  accounts: [CITY],
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  ownDomains: ["city.hoshimi.lg.jp"],
};
const own = { handle: "Hoshimi_City", name: "星見市公式" };
const isNamed = (...addresses: string[]) =>
  profileState(policy, "x", { account: own, addresses })?.isNamed;

test.each([
  ["as X shortens it", "city.hoshimi.lg.jp"],
  ["whole", "https://www.city.hoshimi.lg.jp/"],
  ["a page of it", "www.city.hoshimi.lg.jp/kurashi/go…"],
])("the homepage stands there: %s", (_, address) => {
  expect(isNamed("https://example.com/", address)).toBe(true);
});

test.each([
  ["nothing"],
  ["another site", "https://example.com/"],
  ["one that only ends alike", "mycity.hoshimi.lg.jp"],
  ["one that only begins alike", "city.hoshimi.lg.jp.example.com"],
  ["no address at all", "", "http://", "☃"],
])("the homepage does not stand there: %s", (_, ...addresses) => {
  expect(isNamed(...addresses)).toBe(false);
});

it("says nothing of profiles that are not registered, or given up, or where no homepage is set", () => {
  const stranger = { account: { handle: "hoshimi_fan", name: "星見市公式" }, addresses: [] };
  expect(profileState(policy, "x", stranger)).toBeNull();
  expect(profileState(policy, "facebook", { account: own, addresses: [] })).toBeNull();
  const shown = { account: own, addresses: [] };
  expect(profileState({ ...policy, homepageUrl: "" }, "x", shown)).toBeNull();
  const closed = { ...policy, accounts: [{ ...CITY, status: "廃止" as const }] };
  expect(profileState(closed, "x", shown)).toBeNull();
});

it("names a note by its account, and a profile's by its state too", () => {
  const seen = [own, { handle: "HOSHIMI_CITY_", name: "ほしみ" }];
  const { imitations, profile } = notesOn(policy, "x", seen, { account: own, addresses: [] });
  expect(imitations).toEqual([{ index: 1, of: CITY, note: "imitation x hoshimi_city_" }]);
  expect(profile).toMatchObject({ isNamed: false, note: "unnamed x hoshimi_city" });
});

it("keeps what is dismissed, the newest of it, and makes no place before it is needed", async () => {
  const kept = new Map<string, unknown>();
  let opened = 0;
  const open = () => {
    opened++;
    return {
      get: async (key: string) => kept.get(key),
      set: async (key: string, value: unknown) => void kept.set(key, value),
    };
  };
  const dismissed = createDismissed(open);
  expect(opened).toBe(0);
  for (let index = 0; index < 600; index++) await dismissed.add(`note ${index}`);
  const later = await createDismissed(open).all();
  expect(later.size).toBe(500);
  expect(later.has("note 599")).toBe(true);
  expect(later.has("note 0")).toBe(false);
});

it("takes a storage that fails, or holds something else, for an empty one", async () => {
  const failing = () => ({
    get: async () => Promise.reject(new Error("ill")),
    set: async () => {},
  });
  expect((await createDismissed(failing).all()).size).toBe(0);
  const odd = () => ({ get: async () => ({ a: 1 }), set: async () => {} });
  expect((await createDismissed(odd).all()).size).toBe(0);
});
