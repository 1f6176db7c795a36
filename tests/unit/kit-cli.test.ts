import { spawnSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forwardingBuild } from "../../src/demo/forwarding-build.ts";
import { FIREFOX_ID } from "../../src/deploy/targets.ts";

const ID = "abcdefghijklmnopabcdefghijklmnop";
const UPDATES = "https://sns.city.example.jp/tenken/updates.xml";
const XPI = "https://sns.city.example.jp/tenken/tenken.xpi";

// Each test starts programs, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = "";
let policy = "";
let key = "";
let kits = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenken-kit-"));
  policy = join(folder, "policy.json");
  writeFileSync(policy, JSON.stringify({ organizationName: "星見市", override: "never" }));
  key = join(folder, "key.pem");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }));
});
afterAll(() => rm(folder, { recursive: true }));

function kit(args: readonly string[], into?: string) {
  kits += 1;
  const out = into ?? join(folder, `kit-${kits}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["src/cli/kit.ts", "--policy", policy, "--out", out, ...args],
    { encoding: "utf8" },
  );
  const json = (path: string) => JSON.parse(readFileSync(join(out, path), "utf8"));
  return { status, stdout, stderr, out, json };
}

const MANAGED = "linux/etc/opt/chrome/policies/managed/tenken-install.json";
const EDGE = "linux/etc/opt/edge/policies/managed/tenken-install.json";
const FIREFOX = "linux/etc/firefox/policies/policies.json";

describe("a kit", () => {
  it("is for three browsers where one id is given, from their stores", () => {
    const { status, stdout, json } = kit(["--id", ID]);
    expect(status).toBe(0);
    expect(stdout).toContain("README.ja.txt");
    expect(json(MANAGED).ExtensionSettings[ID].update_url).toMatch(/google\.com/);
    expect(json(EDGE).ExtensionSettings[ID].update_url).toMatch(/edge\.microsoft\.com/);
    const { install_url } = json(FIREFOX).policies.ExtensionSettings[FIREFOX_ID];
    expect(install_url).toMatch(/^https:\/\/addons\.mozilla\.org\/.*\.xpi$/);
  });

  it("has an id and a place for each browser where they differ", () => {
    const [chrome, edge] = [ID, "p".repeat(32)];
    const ids = ["--id", `chrome=${chrome}`, "--id", `edge=${edge}`];
    const { json } = kit([...ids, "--update-url", `edge=${UPDATES}`, "--install-url", XPI]);
    expect(Object.keys(json(MANAGED).ExtensionSettings)).toEqual([chrome]);
    expect(json(MANAGED).ExtensionSettings[chrome].update_url).toMatch(/google\.com/);
    expect(json(EDGE).ExtensionSettings[edge].update_url).toBe(UPDATES);
    expect(json(FIREFOX).policies.ExtensionSettings[FIREFOX_ID].install_url).toBe(XPI);
    expect(json(FIREFOX).policies["3rdparty"].Extensions[FIREFOX_ID].override).toBe("never");
  });

  it("leaves out the browsers that have no id", () => {
    const { out } = kit(["--id", `chrome=${ID}`]);
    expect(existsSync(join(out, MANAGED))).toBe(true);
    expect([EDGE, FIREFOX].filter((path) => existsSync(join(out, path)))).toEqual([]);
  });

  it("explains itself in both languages", () => {
    const { status, stdout } = kit(["--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/--update-url URL +ChromeとEdge/);
    expect(stdout).toMatch(/--update-url URL +where Chrome and Edge/);
  });
});

describe("what cannot be used ends with 2 and says what to do", () => {
  it.each<[string, string[], RegExp]>([
    ["no id", [], /--id で指定/],
    ["an id that is none", ["--id", "tenken"], /aからpまでの32文字/],
    ["another id for Firefox", ["--id", "firefox=a@b"], /--id firefox=… は省けます/],
    ["an address that is none", ["--id", ID, "--update-url", "sns"], /https:\/\/ で始まる/],
    ["an option that is none", ["--ids", ID], /--ids というオプションはありません/],
    ["an option without its value", ["--id"], /--id には値が必要/],
    ["a value without its option", ["--id", ID, UPDATES], /--id のようなオプションに続けて/],
    ["a language that is none", ["--id", ID, "--lang", "fr"], /ja か en/],
    ["English", ["--lang", "en"], /Give the extension's id by --id/],
    ["a missing key", ["--key", "/nowhere.pem"], /RSA秘密鍵/],
  ])("%s", (_, args, words) => {
    const { status, stderr, out } = kit(args);
    expect(stderr).toMatch(words);
    expect({ status, isWritten: existsSync(out) }).toEqual({ status: 2, isWritten: false });
  });

  it("a folder that holds something", () => {
    const { status, stderr } = kit(["--id", ID], folder);
    expect(stderr).toMatch(/空のフォルダー/);
    expect(status).toBe(2);
  });

  it("a policy with something in it that is not taken, with where and why", () => {
    const bad = join(folder, "bad.json");
    writeFileSync(bad, JSON.stringify({ override: "sometimes", phoneBook: [{ name: "代表" }] }));
    const { status, stderr, out } = kit(["--id", ID, "--policy", bad]);
    expect(stderr).toMatch(/override/);
    expect(stderr).toMatch(/phoneBook\[0\]\.phone/);
    expect({ status, isWritten: existsSync(out) }).toEqual({ status: 2, isWritten: false });
  });

  it("a key without safe places, or with another key's id", () => {
    expect(kit(["--key", key]).stderr).toMatch(/--update-url と --install-url/);
    const insecure = XPI.replace("https:", "http:");
    const http = kit(["--key", key, "--update-url", UPDATES, "--install-url", insecure]);
    expect(http.stderr).toMatch(/https:\/\/ で始めて/);
    const hosting = ["--key", key, "--update-url", UPDATES, "--install-url", XPI];
    const { status, stderr } = kit([...hosting, "--id", ID]);
    expect(stderr).toMatch(/この鍵のIDではありません/);
    expect(status).toBe(2);
  });
});

describe("hosting it oneself", () => {
  let made: ReturnType<typeof kit>;
  beforeAll(() => {
    made = kit(["--key", key, "--update-url", UPDATES, "--install-url", XPI]);
    expect(made.stderr).toBe("");
  });
  const publicKey = () =>
    createPublicKey(readFileSync(key)).export({ type: "spki", format: "der" });
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  const read = (path: string) => readFileSync(join(made.out, "own-hosting", path));

  it("gives the id of the key", () => {
    const digits = createHash("sha256").update(publicKey()).digest("hex").slice(0, 32);
    const id = [...digits].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
    const settings = made.json(MANAGED).ExtensionSettings;
    expect(settings[id]).toMatchObject({ update_url: UPDATES, override_update_url: true });
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      read("chrome-edge/updates.xml").toString(),
      "text/xml",
    );
    const [app, check] = ["app", "updatecheck"].map((name) => root.getElementsByTagName(name)[0]);
    expect(app?.getAttribute("appid")).toBe(id);
    expect(check?.getAttribute("codebase")).toBe(new URL(`tenken-${version}.crx`, UPDATES).href);
    expect(check?.getAttribute("version")).toBe(version);
  });

  it("signs the package for Chromium, which knows where its next version is", () => {
    const crx = read(`chrome-edge/tenken-${version}.crx`);
    expect([crx.toString("latin1", 0, 4), crx.readUInt32LE(4)]).toEqual(["Cr24", 3]);
    const end = 12 + crx.readUInt32LE(8);
    const header = fields(crx.subarray(12, end));
    const proof = fields(header.get(2) ?? Buffer.of());
    const signedData = header.get(10_000) ?? Buffer.of();
    const length = Buffer.alloc(4);
    length.writeUInt32LE(signedData.length);
    const zip = crx.subarray(end);
    const signed = Buffer.concat([Buffer.from("CRX3 SignedData\0"), length, signedData, zip]);
    expect(proof.get(1)).toEqual(publicKey());
    expect(
      verify("sha256", signed, createPublicKey(readFileSync(key)), proof.get(2) ?? Buffer.of()),
    ).toBe(true);
    expect(manifestIn(zip).update_url).toBe(UPDATES);
    expect(Object.keys(unzipSync(zip))).toHaveLength(
      globSync("**/*.*", { cwd: ".output/chrome-mv3" }).length,
    );
  });

  it("packs the same bytes each time", () => {
    const again = kit(["--key", key, "--update-url", UPDATES, "--install-url", XPI]);
    for (const path of [`chrome-edge/tenken-${version}.crx`, "firefox/tenken.xpi"]) {
      const other = readFileSync(join(again.out, "own-hosting", path));
      expect({ path, isSame: other.equals(read(path)) }).toEqual({ path, isSame: true });
    }
  });

  it("packs another build, under the id that Firefox knows that by", () => {
    const folder = ".tenken/forwarding";
    const { gecko } = JSON.parse(
      readFileSync(join(forwardingBuild("firefox"), "manifest.json"), "utf8"),
    ).browser_specific_settings;
    const hosting = ["--key", key, "--update-url", UPDATES, "--install-url", XPI];
    const other = kit([...hosting, "--built", folder]);
    expect(other.status).toBe(0);
    const file = (path: string) => readFileSync(join(other.out, "own-hosting", path));
    for (const path of [`chrome-edge/tenken-${version}.crx`, "firefox/tenken.xpi"]) {
      const zip = file(path);
      expect(manifestIn(zip.subarray(zip.indexOf("PK\u0003\u0004"))).name).toBe(
        "__MSG_extension_name_forwarding__",
      );
    }
    expect(Object.keys(JSON.parse(file("firefox/updates.json").toString()).addons)).toEqual([
      gecko.id,
    ]);
    expect(Object.keys(other.json(FIREFOX).policies.ExtensionSettings)).toEqual([gecko.id]);
    expect(kit([...hosting, "--built", "nowhere"])).toMatchObject({ status: 2 });
    // Where that build is missing, it is made here.
  }, 180_000);

  it("packs for Firefox, which knows where its next version is", () => {
    const { gecko } = manifestIn(read("firefox/tenken.xpi")).browser_specific_settings;
    expect(gecko).toMatchObject({ id: FIREFOX_ID, update_url: new URL("updates.json", XPI).href });
    const { updates } = JSON.parse(read("firefox/updates.json").toString()).addons[FIREFOX_ID];
    expect(updates).toMatchObject([{ version, update_link: XPI }]);
  });
});

function manifestIn(zip: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(unzipSync(zip)["manifest.json"]));
}

/** The fields of a protocol buffer that has fields of bytes alone. */
function fields(bytes: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes.readUInt8(at);
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    expect(tag % 8).toBe(2);
    const length = varint();
    found.set(Math.floor(tag / 8), bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}
