import { expect } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { kitFiles } from "../../src/deploy/kit.ts";
import { type Browser, FIREFOX_ID, type Places } from "../../src/deploy/targets.ts";
import type { HiveValue } from "./hive.ts";

export const ID = {
  chrome: "abcdefghijklmnopabcdefghijklmnop",
  edge: "ponmlkjihgfedcbaponmlkjihgfedcba",
};
export const PLACES = {
  chrome: { id: ID.chrome, url: "https://clients2.google.com/service/update2/crx" },
  edge: { id: ID.edge, url: "https://sns.city.example.jp/updates.xml?a=1&b=%E3%81%82" },
  firefox: { id: FIREFOX_ID, url: "https://sns.city.example.jp/tenken.xpi" },
} satisfies Places;
export const BROWSERS = Object.keys(PLACES) as Browser[];

export const INSTALLATION: Record<Browser, object> = {
  chrome: {
    installation_mode: "force_installed",
    update_url: PLACES.chrome.url,
    toolbar_pin: "force_pinned",
  },
  edge: {
    installation_mode: "force_installed",
    update_url: PLACES.edge.url,
    override_update_url: true,
    toolbar_state: "force_shown",
  },
  firefox: {
    installation_mode: "force_installed",
    install_url: PLACES.firefox.url,
    default_area: "navbar",
    private_browsing: true,
  },
};

export const SET: Record<Browser, { settings: string; installation: string }> = {
  chrome: {
    settings: `SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID.chrome}\\policy`,
    installation: `SOFTWARE\\Policies\\Google\\Chrome\\ExtensionSettings\\${ID.chrome}`,
  },
  edge: {
    settings: `SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID.edge}\\policy`,
    installation: `SOFTWARE\\Policies\\Microsoft\\Edge\\ExtensionSettings\\${ID.edge}`,
  },
  firefox: {
    settings: `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${FIREFOX_ID}`,
    installation: `SOFTWARE\\Policies\\Mozilla\\Firefox\\ExtensionSettings\\${FIREFOX_ID}`,
  },
};

/** A city's policy, with a value of every kind. */
export const CITY = {
  policyRevision: "2026-11-01",
  organizationName: "星見市",
  contact: "広報課「広聴係」\nhttps://example.jp/?a=1&b='%25'",
  clauses: { "6(7)": { label: "短縮URL", text: "使わない。" } },
  ownDomains: ["city.hoshimi.example.jp"],
  allowedShorteners: [],
  phoneBook: [{ name: '市役所 "代表"', phone: "026-000-0000" }],
  rules: { "link.*": "stop" },
  override: "reason",
  emergencyByStaffMinutes: 0,
  expandShortUrls: false,
  journalEnabled: true,
} satisfies Partial<Policy>;

export function kit(policy: Partial<Policy>) {
  const files = new Map(kitFiles(policy, PLACES).map(({ path, bytes }) => [path, bytes]));
  const bytes = (path: string) => files.get(path) ?? expect.fail(`no ${path}`);
  return { files, bytes, text: (path: string) => new TextDecoder().decode(bytes(path)) };
}

export type Kit = ReturnType<typeof kit>;

/** What a reader must find: the policy as every format can carry it. */
export interface Expected {
  settings: Record<string, unknown>;
  kit: Kit;
}

/** The values of a registry key, each of the type that the browser reads it from. */
export function expectValues(
  browser: Browser,
  found: Map<string, HiveValue>,
  expected: object,
): void {
  const read = [...found].map(([name, value]) => {
    const wanted = (expected as Record<string, unknown>)[name];
    if (typeof wanted === "boolean")
      return [name, value === 1 ? true : value === 0 ? false : value];
    if (typeof wanted !== "object") return [name, value];
    expect(Array.isArray(value)).toBe(browser === "firefox");
    return [name, JSON.parse(Array.isArray(value) ? value.join("\n") : String(value))];
  });
  expect(Object.fromEntries(read)).toEqual(expected);
}
