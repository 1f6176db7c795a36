import { readdirSync, readFileSync } from "node:fs";
import type { Session } from "../../src/demo/launch.ts";
import type { Figure } from "./figures.ts";

/**
 * The private memory of the extension's process (pages of no other process, in files or not), as
 * Linux counts it. Of shared pages, most are the browser's own code, there with or without us.
 * null: another system, which counts otherwise.
 */
export function extensionMemory(session: Session): Figure | null {
  if (process.platform !== "linux") return null;
  const browser = session.browser.process()?.pid;
  if (browser === undefined) throw new Error("the browser runs somewhere else");
  const kilobytes = descendants(browser)
    .filter((pid) => commandOf(pid).includes("--extension-process"))
    .map(privateMemory);
  if (kilobytes.length === 0) throw new Error("no extension's process runs");
  return {
    name: "extension's process, private memory",
    unit: "MB",
    values: kilobytes.map((size) => (size * 1024) / 1e6),
    limit: { of: "median", under: 60 },
  };
}

function descendants(of: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const found: number[] = [];
  const queue = [of];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const children = parents.filter(({ parent }) => parent === at).map(({ pid }) => pid);
    found.push(...children);
    queue.push(...children);
  }
  return found;
}

/** A process may end while it is looked at. */
function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(readOr(`/proc/${pid}/status`, ""))?.[1] ?? 0);
}

function commandOf(pid: number): string {
  return readOr(`/proc/${pid}/cmdline`, "");
}

/** In kB of 1024 bytes. */
function privateMemory(pid: number): number {
  const sizes = readOr(`/proc/${pid}/smaps_rollup`, "").matchAll(
    /^Private_(?:Clean|Dirty):\s*(\d+) kB/gm,
  );
  return [...sizes].reduce((sum, [, size]) => sum + Number(size), 0);
}
