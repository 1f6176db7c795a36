import fc from "fast-check";
import { unzipSync } from "fflate";
import { parse as parsePlist } from "plist";
import { describe, expect, it } from "vitest";
import { kitFiles, kitZip } from "../../src/deploy/kit.ts";
import { FIREFOX_ID, portable } from "../../src/deploy/targets.ts";
import { readPolicy } from "../../src/policy/policy.ts";
import type { HiveValue } from "./hive.ts";
import {
  BROWSERS,
  CITY,
  type Expected,
  expectValues,
  ID,
  INSTALLATION,
  kit,
  PLACES,
  SET,
} from "./kit-fixture.ts";
import { policies } from "./policy-values.ts";
import { assignedTo, errorsOf, parseScript } from "./powershell.ts";

describe("a file for each system and browser", () => {
  const { files } = kit(CITY);

  it("is there", () => {
    const perBrowser = BROWSERS.flatMap((browser) => [
      `windows/registry/tenken-${browser}-set.reg`,
      `windows/registry/tenken-${browser}-remove.reg`,
      `windows/group-policy/tenken-${browser}.admx`,
      `windows/group-policy/ja-JP/tenken-${browser}.adml`,
      `windows/group-policy/en-US/tenken-${browser}.adml`,
      `macos/tenken-${browser}.mobileconfig`,
    ]);
    const guides = ["", "windows/", "macos/", "linux/"].flatMap((folder) => [
      `${folder}README.ja.txt`,
      `${folder}README.en.txt`,
    ]);
    const chromium = ["opt/chrome", "chromium", "opt/edge"].flatMap((name) => [
      `linux/etc/${name}/policies/managed/tenken-install.json`,
      `linux/etc/${name}/policies/managed/tenken-settings.json`,
    ]);
    expect([...files.keys()].sort()).toEqual(
      [
        ...perBrowser,
        ...guides,
        ...chromium,
        "linux/etc/firefox/policies/policies.json",
        "policy.json",
        "windows/group-policy/values.txt",
        "windows/powershell/tenken-remove.ps1",
        "windows/powershell/tenken-set.ps1",
        "windows/powershell/tenken-verify.ps1",
      ].sort(),
    );
  });

  it("stands in one zip, too, which is the same each time", () => {
    const zip = kitZip(CITY, PLACES);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual([...files.keys()].sort());
    expect(Buffer.compare(zip, kitZip(CITY, PLACES))).toBe(0);
  });

  it("is left out for a browser that the kit is not for", () => {
    const paths = kitFiles(CITY, { edge: PLACES.edge }).map(({ path }) => path);
    expect(paths.filter((path) => /chrome|chromium|firefox/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.includes("edge"))).toHaveLength(8);
  });
});

it("the guides name the city, the revision, and what was not tried", () => {
  const { text } = kit(CITY);
  for (const [language, words] of [
    ["ja", ["星見市", "2026-11-01", ID.chrome, ID.edge, FIREFOX_ID, "実機", "シークレット"]],
    ["en", ["星見市", "2026-11-01", ID.chrome, "Nothing was run on Windows or macOS, or in Edge"]],
  ] as const) {
    for (const word of words) expect(text(`README.${language}.txt`)).toContain(word);
  }
  // Notepad and PowerShell take a text without the mark for another encoding.
  for (const [path, bytes] of kit(CITY).files) {
    if (/\.(txt|ps1)$/.test(path)) expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  }
});

const READERS: Record<string, (expected: Expected) => void | Promise<void>> = {
  "JSON files for Linux": ({ settings, kit }) => {
    const json = (path: string) => JSON.parse(kit.text(`linux/etc/${path}`));
    for (const [folder, browser] of [
      ["opt/chrome", "chrome"],
      ["chromium", "chrome"],
      ["opt/edge", "edge"],
    ] as const) {
      const managed = `${folder}/policies/managed`;
      expect(json(`${managed}/tenken-settings.json`)).toEqual({
        "3rdparty": { extensions: { [ID[browser]]: settings } },
      });
      expect(json(`${managed}/tenken-install.json`)).toEqual({
        ExtensionSettings: { [ID[browser]]: INSTALLATION[browser] },
      });
    }
    expect(json("firefox/policies/policies.json")).toEqual({
      policies: {
        ExtensionSettings: { [FIREFOX_ID]: INSTALLATION.firefox },
        "3rdparty": { Extensions: { [FIREFOX_ID]: settings } },
      },
    });
    expect(JSON.parse(kit.text("policy.json"))).toEqual(settings);
  },

  "configuration profiles for macOS": ({ settings, kit }) => {
    const uuids: unknown[] = [];
    for (const browser of BROWSERS) {
      const profile = parsePlist(kit.text(`macos/tenken-${browser}.mobileconfig`));
      const { PayloadContent, PayloadUUID } = profile as Record<string, unknown>;
      const payloads = PayloadContent as Record<string, unknown>[];
      uuids.push(PayloadUUID, ...payloads.map((payload) => payload.PayloadUUID));
      const contents = Object.fromEntries(
        payloads.map((payload) => [
          payload.PayloadType,
          Object.fromEntries(Object.entries(payload).filter(([name]) => !/^Payload/.test(name))),
        ]),
      );
      const ExtensionSettings = { [PLACES[browser].id]: INSTALLATION[browser] };
      const domain = { chrome: "com.google.Chrome", edge: "com.microsoft.Edge" };
      expect(contents).toEqual(
        browser === "firefox"
          ? {
              "org.mozilla.firefox": {
                EnterprisePoliciesEnabled: true,
                ExtensionSettings,
                "3rdparty": { Extensions: { [FIREFOX_ID]: settings } },
              },
            }
          : {
              [domain[browser]]: { ExtensionSettings },
              [`${domain[browser]}.extensions.${ID[browser]}`]: settings,
            },
      );
    }
    expect(new Set(uuids).size).toBe(uuids.length);
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  },

  "PowerShell scripts": async ({ settings, kit }) => {
    const root = await parseScript(kit.text("windows/powershell/tenken-set.ps1"));
    expect(errorsOf(root)).toEqual([]);
    const targets = assignedTo("targets", root) as unknown as Target[];
    expect(targets.map(({ Browser }) => Browser)).toEqual(BROWSERS);
    for (const [index, browser] of BROWSERS.entries()) {
      const target = targets[index] ?? expect.fail();
      expect([target.Settings.Path, target.Installation.Path]).toEqual(Object.values(SET[browser]));
      expect(SET[browser].settings.startsWith(target.Own)).toBe(true);
      expect(JSON.parse(target.InstallationJson)).toEqual({
        [PLACES[browser].id]: INSTALLATION[browser],
      });
      expectValues(browser, fromEntries(target.Settings.Entries), settings);
      expectValues(browser, fromEntries(target.Installation.Entries), INSTALLATION[browser]);
    }
  },
};

it.each(["verify", "remove"])(
  "the script %s is of PowerShell's grammar and knows the same places",
  async (name) => {
    const { text } = kit(CITY);
    const root = await parseScript(text(`windows/powershell/tenken-${name}.ps1`));
    expect(errorsOf(root)).toEqual([]);
    const set = await parseScript(text("windows/powershell/tenken-set.ps1"));
    const targets = assignedTo("targets", set) as unknown as Target[];
    // Whoever removes needs no values.
    const known = targets.map((target) => ({
      ...target,
      Settings: { ...target.Settings, Entries: [] },
    }));
    expect(assignedTo("targets", root)).toEqual(name === "remove" ? known : targets);
  },
);

interface Entry {
  Name: string;
  Kind: string;
  Data: string | number;
}
interface Target {
  Browser: string;
  Own: string;
  Settings: { Path: string; Entries: Entry[] };
  Installation: { Path: string; Entries: Entry[] };
  InstallationJson: string;
}

function fromEntries(entries: readonly Entry[]): Map<string, HiveValue> {
  return new Map(
    entries.map(({ Name, Kind, Data }) => {
      expect(typeof Data).toBe(Kind === "DWord" ? "number" : "string");
      return [Name, Kind === "MultiString" ? [String(Data)] : Data];
    }),
  );
}

describe("every file reads back to the same policy", () => {
  const expected = { settings: portable(CITY), kit: kit(CITY) };

  it.each(Object.keys(READERS))("from %s", (name) => READERS[name]?.(expected));

  it.each(Object.keys(READERS))(
    "from %s, whatever the texts are",
    async (name) => {
      await fc.assert(
        fc.asyncProperty(policies, async (policy) => {
          await READERS[name]?.({ settings: portable(policy), kit: kit(policy) });
        }),
        { numRuns: 20 },
      );
    },
    30_000,
  );

  it("and the extension takes the registry's values for what they are", () => {
    const values = Object.entries(CITY).map(([name, value]) => [
      name,
      typeof value === "boolean" ? Number(value) : value,
      typeof value === "object" ? JSON.stringify(value) : value,
    ]);
    const inRegistry = Object.fromEntries(
      values.map(([name, asNumber, asText]) => [
        name,
        typeof asText === "string" ? asText : asNumber,
      ]),
    );
    expect(readPolicy(inRegistry)).toEqual({ policy: CITY, rejected: [] });
  });

  it("and the values to enter by hand are the registry's", () => {
    const blocks = expected.kit.text("windows/group-policy/values.txt").split(/\r\n(?=\[\w+\] )/);
    const entered = blocks.map((block) => {
      const [, name = "", value = ""] =
        block.match(/^\uFEFF?\[(\w+)\] [^\r\n]+\r\n(.*?)\r\n$/s) ?? [];
      const wanted = (expected.settings as Record<string, unknown>)[name];
      return [
        name,
        typeof wanted === "string" ? value.replaceAll("\r\n", "\n") : JSON.parse(value),
      ];
    });
    expect(Object.fromEntries(entered)).toEqual(expected.settings);
  });
});
