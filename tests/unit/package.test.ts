import { execFile } from "node:child_process";
import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PART_NAMES, type Part, packed } from "../../src/cli/packaging.ts";

const run = promisify(execFile);

/** What this project's build left, packed here; `npm test` has just made it. */
const here = new Map(PART_NAMES.map((part) => [part, packed(part)]));
/** The same from nothing but the sources that were packed here, and elsewhere in every respect. */
const elsewhere = new Map<Part, Buffer>();
let temporary = "";
let folder = "";

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "tenken-package-"));
  folder = join(temporary, "さらに 深く", "elsewhere");
  for (const [path, bytes] of Object.entries(unzipSync(here.get("sources") ?? Buffer.of()))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  // As a person would, without what the test runner set: NODE_ENV=test makes another build.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await run("npm", ["run", "-s", "package"], {
    cwd: folder,
    env: { ...env, TZ: "America/Anchorage" },
    shell: process.platform === "win32",
  });
  for (const name of globSync("*.zip", { cwd: join(folder, ".output") })) {
    const part = PART_NAMES.find((one) => name.endsWith(`-${one}.zip`)) ?? expect.fail(name);
    elsewhere.set(part, readFileSync(join(folder, ".output", name)));
  }
}, 180_000);
afterAll(() => rm(temporary, { recursive: true }));

it("writes what the stores take, and the sources, named by version", () => {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(globSync("*.zip", { cwd: join(folder, ".output") }).sort()).toEqual(
    PART_NAMES.map((part) => `tenken-${version}-${part}.zip`),
  );
});

it("gives the same bytes from two clean builds, in two folders and time zones", () => {
  for (const [part, bytes] of here) {
    const isSame = elsewhere.get(part)?.equals(bytes);
    // Not so: something of the folder or the day got into the build, or the build here is an old one.
    expect({ part, isSame }).toEqual({ part, isSame: true });
  }
});

it("packs what the folder of the build holds, and nothing else", () => {
  for (const part of ["chrome", "firefox"] as const) {
    const files = globSync("**/*", { cwd: `.output/${part}-mv3`, withFileTypes: true });
    const packedFiles = Object.keys(unzipSync(here.get(part) ?? Buffer.of()));
    expect(packedFiles).toHaveLength(files.filter((file) => file.isFile()).length);
    expect(packedFiles).toContain("manifest.json");
  }
});

/** Preact can set innerHTML; our own sources may not ask it to, which a wall holds. */
const KNOWN = ["UNSAFE_VAR_ASSIGNMENT"];

it("has no error and no new warning where the Firefox store looks", async () => {
  const zip = join(temporary, "firefox.zip");
  writeFileSync(zip, here.get("firefox") ?? Buffer.of());
  const { errors, warnings, notices } = await lint(zip);
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
