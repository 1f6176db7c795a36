import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether Debian's `libwin-hivex-perl` is here, which writes and reads hives of the Windows registry. */
export const hasHivex = spawnSync("hivexregedit", ["--version"]).error === undefined;

const ROOT = "HKEY_LOCAL_MACHINE";

export type HiveValue = number | string | string[];

/** Key paths of HKEY_LOCAL_MACHINE to their values. */
export type Hive = Map<string, Map<string, HiveValue>>;

/**
 * Imports .reg files, one after the other, into an empty hive of the Windows registry, and exports what
 * then stands in it.
 */
export function importReg(...files: Uint8Array[]): Hive {
  const folder = mkdtempSync(join(tmpdir(), "tenken-hive-"));
  try {
    const hive = join(folder, "hive");
    writeFileSync(hive, emptyHive());
    for (const bytes of files) {
      const reg = join(folder, "file.reg");
      // The tool wants its text in UTF-8 and lines as Linux ends them; fatal: half characters are a slip.
      const text = new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
      writeFileSync(reg, withParents(text.replaceAll("\r\n", "\n")));
      // PERL_UNICODE: it takes a file's bytes for Latin letters otherwise.
      execFileSync("hivexregedit", ["--merge", "--prefix", ROOT, hive, reg], {
        env: { ...process.env, PERL_UNICODE: "D" },
      });
    }
    const exported = join(folder, "exported.reg");
    writeFileSync(exported, execFileSync("hivexregedit", ["--export", hive, "\\"]));
    return parseExport(readFileSync(exported, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Windows makes the keys above a new one by itself; the tool wants them said. */
function withParents(text: string): string {
  const [head = "", ...rest] = text.split("\n");
  const parents = [...text.matchAll(/^\[HKEY_LOCAL_MACHINE\\(.*)\]$/gm)].flatMap(
    ([, path = ""]) => {
      const names = path.split("\\");
      return names.slice(1).map((_, index) => `[${ROOT}\\${names.slice(0, index + 1).join("\\")}]`);
    },
  );
  return [head, ...new Set(parents), rest.join("\n")].join("\n\n");
}

/** The tool writes every text as bytes in hexadecimal, which leaves nothing to escape. */
function parseExport(text: string): Hive {
  const hive: Hive = new Map();
  let values = new Map<string, HiveValue>();
  for (const line of text.split("\n")) {
    const key = line.match(/^\[\\?(.*)\]$/)?.[1];
    if (key !== undefined) {
      values = new Map();
      hive.set(key, values);
      continue;
    }
    const [, name, type, data = ""] = line.match(/^"(.*?)"=(dword|hex\(\d\)):(.*)$/) ?? [];
    if (name !== undefined && type !== undefined) values.set(name, valueFrom(type, data));
  }
  return hive;
}

function valueFrom(type: string, data: string): HiveValue {
  if (type === "dword") return Number.parseInt(data, 16);
  const bytes = Buffer.from(data.replaceAll(",", ""), "hex");
  const text = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (type === "hex(1)") return withoutEnd(text, "\0");
  if (type === "hex(7)") return withoutEnd(text, "\0\0").split("\0");
  throw new Error(`${type} is not expected in a policy`);
}

function withoutEnd(text: string, end: string): string {
  if (!text.endsWith(end)) throw new Error("a text of the registry ends with zero");
  return text.slice(0, -end.length);
}

const BLOCK = 4096;
const NONE = 0xffffffff;

/** A hive with nothing but its root: a header, and one bin with the root's key and its security. */
function emptyHive(): Buffer {
  const hive = Buffer.alloc(2 * BLOCK);
  hive.write("regf", 0);
  for (const [at, value] of [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 3],
    [32, 1],
    [36, 0x20],
    [40, BLOCK],
    [44, 1],
  ] as const) {
    hive.writeUInt32LE(value, at);
  }
  let checksum = 0;
  for (let at = 0; at < 508; at += 4) checksum ^= hive.readUInt32LE(at);
  hive.writeInt32LE(checksum, 508);

  const bin = hive.subarray(BLOCK);
  bin.write("hbin", 0);
  bin.writeUInt32LE(BLOCK, 8);
  const [root, security, free] = [0x20, 0x80, 0xb0];
  bin.writeInt32LE(root - security, root);
  const key = bin.subarray(root + 4);
  key.write("nk", 0);
  key.writeUInt16LE(0x2c, 2);
  for (const at of [28, 32, 40, 48]) key.writeUInt32LE(NONE, at);
  key.writeUInt32LE(security, 44);
  key.writeUInt16LE(4, 72);
  key.write("root", 76);
  bin.writeInt32LE(security - free, security);
  const descriptor = bin.subarray(security + 4);
  descriptor.write("sk", 0);
  for (const at of [4, 8]) descriptor.writeUInt32LE(security, at);
  descriptor.writeUInt32LE(1, 12);
  descriptor.writeUInt32LE(20, 16);
  descriptor.writeUInt8(1, 20);
  bin.writeInt32LE(BLOCK - free, free);
  return hive;
}
