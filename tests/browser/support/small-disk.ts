import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import type { FoundBrowser } from "../../../src/demo/browsers.ts";

/**
 * A browser whose databases lie on a small disk of their own, which can be filled to the last byte and
 * emptied again: a file system in memory, laid over that folder of the profile in a mount namespace that
 * the browser alone has, so that neither the machine nor a test beside this one sees it. The rest of the
 * profile has room, or the browser would make some by tidying up.
 */
const IN_ITS_OWN_NAMESPACE = ["--mount", "--propagation", "private"];

const DATABASES = { chromium: "Default/IndexedDB", firefox: "storage" };
/** More than fresh databases take. */
const MEGABYTES = 16;

/**
 * Finds the profile among the browser's arguments, as either driver passes it, and becomes the browser:
 * the process that the driver knows stays the same.
 */
const SCRIPT = `for one; do
  case "$one" in --user-data-dir=*) profile="\${one#*=}" ;; esac
  case "$before" in --profile) profile="$one" ;; esac
  before="$one"
done
mkdir -p "$profile/FOLDER" &&
exec unshare ${IN_ITS_OWN_NAMESPACE.join(" ")} sh -c '
mount -t tmpfs -o size=${MEGABYTES}m tmpfs "$1" && shift && exec "$@"' sh "$profile/FOLDER" 'PROGRAM' "$@"
`;

/** Why such a disk cannot be had here, for a person; null: it can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== "linux") return "only on Linux can a process have a disk of its own";
  if (process.getuid?.() !== 0) return "only root may mount a disk: run as root";
  const tried = spawnSync("unshare", [
    ...IN_ITS_OWN_NAMESPACE,
    ...["sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt && mount --move /mnt /tmp"],
  ]);
  if (tried.status === 0) return null;
  return `this machine lets nobody mount a disk (${tried.error?.message ?? tried.stderr.toString().trim()})`;
}

/** The browser, to be started on such a disk. `remove` when it has ended. */
export function onSmallDisk(browser: FoundBrowser): FoundBrowser & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "tenken-small-disk-"));
  const path = join(folder, "browser");
  const program = browser.path.replaceAll("'", `'\\''`);
  const script = SCRIPT.replaceAll("FOLDER", DATABASES[browser.kind]);
  writeFileSync(path, `#!/bin/sh\n${script.replace("PROGRAM", () => program)}`);
  chmodSync(path, 0o755);
  return { ...browser, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The small disk of a running browser, as seen from outside of its namespace. */
export class SmallDisk {
  readonly #filler: string;

  constructor(kind: FoundBrowser["kind"], browser: Browser) {
    const { pid, spawnargs = [] } = browser.process() ?? {};
    const given = spawnargs.find((one) => one.startsWith("--user-data-dir="));
    const profile =
      given?.slice(given.indexOf("=") + 1) ?? spawnargs[spawnargs.indexOf("--profile") + 1];
    this.#filler = `/proc/${pid}/root${profile}/${DATABASES[kind]}/filler`;
  }

  /** Leaves not a byte. */
  fill(): void {
    const file = openSync(this.#filler, "a");
    try {
      for (let size = 1 << 20; size > 0; size >>= 1) while (hasRoom(file, size));
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.#filler);
  }
}

function hasRoom(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}
