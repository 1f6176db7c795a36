import { readdirSync, readFileSync } from "node:fs";
import type { Session } from "../../../src/demo/launch.ts";

/**
 * Kills the process in which the extension's worker runs (SIGKILL), as the system does where memory is
 * short: nothing in it gets a chance to finish. false: there was none. Where there is a /proc.
 */
export function killExtensionProcess({
  kind,
  browser,
}: Pick<Session, "kind" | "browser">): boolean {
  const own = browser.process()?.pid;
  if (own === undefined) throw new Error("this browser was not started here");
  const victims = descendantsOf(own).filter((pid) =>
    kind === "chromium"
      ? read(pid, "cmdline").includes("--extension-process")
      : read(pid, "comm").startsWith("WebExtensions"),
  );
  for (const pid of victims) process.kill(pid, "SIGKILL");
  return victims.length > 0;
}

function descendantsOf(root: number): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .map(Number)
      .filter(Number.isInteger)
      .map((pid) => [pid, parentOf(pid)]),
  );
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function parentOf(pid: number): number {
  // Behind the name, which may hold anything: state, then parent.
  return Number(/\) \S (\d+)/.exec(read(pid, "stat"))?.[1] ?? 0);
}

/** "" for a process that ended meanwhile. */
function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
