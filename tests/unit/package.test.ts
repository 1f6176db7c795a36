import { execFile } from "node:child_process";
import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesOf } from "../../src/cli/packaging.ts";

const run = promisify(execFile);
const TWO_BUILDS_TAKE_MS = 120_000;

let temporary = "";
let first = new Map<string, Buffer>();
let second = new Map<string, Buffer>();

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "tenken-package-"));
  const here = filesOf("sources").map(({ path, bytes }) => [path, bytes] as const);
  first = await packageIn(join(temporary, "one"), Object.fromEntries(here), "Asia/Tokyo");
  // The second time from nothing but what the first one packed, and elsewhere in every respect.
  const archive = [...first].find(([name]) => name.endsWith("-sources.zip"))?.[1];
  const elsewhere = join(temporary, "two", "さらに 深く");
  second = await packageIn(elsewhere, unzipSync(archive ?? Buffer.of()), "America/Anchorage");
}, TWO_BUILDS_TAKE_MS);
afterAll(() => rm(temporary, { recursive: true }));

/** Builds and packs these sources in that folder, with the packages that are installed here. */
async function packageIn(
  folder: string,
  sources: Record<string, Uint8Array>,
  timeZone: string,
): Promise<Map<string, Buffer>> {
  for (const [path, bytes] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  // As a person would, without what the test runner set: NODE_ENV=test makes another build.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await run("npm", ["run", "-s", "package"], {
    cwd: folder,
    env: { ...env, TZ: timeZone },
    shell: process.platform === "win32",
  });
  const zips = globSync("*.zip", { cwd: join(folder, ".output") }).sort();
  return new Map(zips.map((name) => [name, readFileSync(join(folder, ".output", name))]));
}

it("writes what the stores take, and the sources", () => {
  expect([...first.keys()].map((name) => name.replace(/\d+\.\d+\.\d+/, "VERSION"))).toEqual([
    "tenken-VERSION-chrome.zip",
    "tenken-VERSION-firefox.zip",
    "tenken-VERSION-sources.zip",
  ]);
});

it("gives the same bytes from two clean builds", () => {
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [name, bytes] of first) {
    expect({ name, isSame: second.get(name)?.equals(bytes) }).toEqual({ name, isSame: true });
  }
});

it("packs what the folder of the build holds, and nothing else", () => {
  for (const target of ["chrome", "firefox"]) {
    const zip = [...first].find(([name]) => name.endsWith(`-${target}.zip`))?.[1];
    const folder = join(temporary, "one", ".output", `${target}-mv3`);
    const files = globSync("**/*", { cwd: folder, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(Object.keys(unzipSync(zip ?? Buffer.of()))).toHaveLength(files.length);
    expect(files.length).toBeGreaterThan(10);
  }
});

/** Preact can set innerHTML; our own sources may not ask it to, which a wall holds. */
const KNOWN = ["UNSAFE_VAR_ASSIGNMENT"];

it("has no error and no new warning where the Firefox store looks", async () => {
  const name = [...first.keys()].find((file) => file.endsWith("-firefox.zip")) ?? "";
  const { errors, warnings, notices } = await lint(join(temporary, "one", ".output", name));
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect(warnings.filter(({ code }) => !KNOWN.includes(code))).toEqual([]);
}, 60_000);

interface Message {
  code: string;
  message: string;
  file: string;
}

async function lint(zip: string): Promise<Record<"errors" | "warnings" | "notices", Message[]>> {
  const { stdout } = await run("npx", ["addons-linter", "--output=json", zip], {
    shell: process.platform === "win32",
  });
  return JSON.parse(stdout);
}
