import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { forwardingBuild, TEST_COLLECTOR } from "../../src/demo/forwarding-build.ts";
import { FIREFOX_ID, isIdOf } from "../../src/deploy/targets.ts";
import { closure, codeFiles } from "./source.ts";

/** What the ordinary build has of the room: two doors without anything behind them. */
const DOORS = ["src/forwarding/in-pages.ts", "src/forwarding/in-worker.ts"];
const room = codeFiles("src/forwarding").filter((path) => !DOORS.includes(path));

/** Words that code which forwards cannot do without, and no other code says. */
const SIGNS = [
  "resourceLogs",
  "logRecords",
  "timeUnixNano",
  "log.record.uid",
  "partialSuccess",
  "retry-after",
  "tenken-forwarding",
  "forwarding-state",
];
const texts = (folder: string) =>
  globSync(`${folder}/**/*.{js,html,json,css}`)
    .filter((path) => !/[\\/]_locales[\\/]/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const manifestOf = (folder: string) => JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
const TARGETS = ["chrome", "firefox"] as const;

it("nothing that an ordinary build starts from leads to what forwards", () => {
  const entries = codeFiles("entrypoints");
  const reached = new Set(entries.flatMap(closure));
  expect(DOORS.filter((door) => !reached.has(door))).toEqual([]);
  expect(room.filter((path) => reached.has(path))).toEqual([]);
});

describe.each(TARGETS)("the ordinary build for %s", (target) => {
  const folder = `.output/${target}-mv3`;

  it("has no code that forwards, and no way to ask for it", () => {
    const found = texts(folder).flatMap(({ path, text }) =>
      SIGNS.filter((sign) => text.includes(sign)).map((sign) => `${path}: ${sign}`),
    );
    expect(found).toEqual([]);
  });

  it("is called by its own name, and says that it collects nothing", () => {
    const manifest = manifestOf(folder);
    expect(manifest.name).toBe("__MSG_extension_name__");
    expect(manifest.description).toBe("__MSG_extension_description__");
    if (target === "firefox") {
      const { gecko } = manifest.browser_specific_settings;
      expect(gecko.data_collection_permissions).toEqual({ required: ["none"] });
      expect(gecko.id).toBe(FIREFOX_ID);
    }
  });
});

describe.each(TARGETS)("the build with forwarding for %s", (target) => {
  const folder = forwardingBuild(target);
  const [ordinary, manifest] = [manifestOf(`.output/${target}-mv3`), manifestOf(folder)];

  it("has all the signs that the wall looks for", () => {
    const all = texts(folder)
      .map(({ text }) => text)
      .join("\n");
    expect(SIGNS.filter((sign) => !all.includes(sign))).toEqual([]);
  });

  it("differs in its manifest by the one address, and by what it says of itself", () => {
    const added = (list: string[], other: string[]) => list.filter((one) => !other.includes(one));
    const { origin, hostname } = new URL(TEST_COLLECTOR);
    expect(added(manifest.host_permissions, ordinary.host_permissions)).toEqual([
      target === "firefox" ? `https://${hostname}/*` : `${origin}/*`,
    ]);
    const sources = (one: typeof manifest) =>
      one.content_security_policy.extension_pages.split(/[ ;]+/);
    expect(added(sources(manifest), sources(ordinary))).toEqual([TEST_COLLECTOR]);
    expect(manifest.permissions).toEqual(ordinary.permissions);
    expect(manifest.content_scripts).toEqual(ordinary.content_scripts);
    expect(manifest.name).toBe("__MSG_extension_name_forwarding__");
    expect(manifest.description).toBe("__MSG_extension_description_forwarding__");
  });

  it("forwards from its worker alone: no page's script knows the address", () => {
    const knowing = texts(folder).filter(({ text }) => text.includes(TEST_COLLECTOR));
    expect(knowing.map(({ path }) => path.replaceAll("\\", "/").slice(folder.length + 1))).toEqual(
      expect.arrayContaining(["background.js", "manifest.json"]),
    );
    expect(knowing.length).toBe(2);
  });
});

it("the build with forwarding tells Firefox what is sent, under an id of its own", () => {
  const { gecko } = manifestOf(forwardingBuild("firefox")).browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({
    required: ["personallyIdentifyingInfo", "websiteActivity", "websiteContent"],
  });
  expect(gecko.id).not.toBe(FIREFOX_ID);
  expect(isIdOf("firefox", gecko.id)).toBe(true);
});
