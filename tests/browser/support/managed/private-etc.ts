import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A browser reads its policies from /etc. These tests never write there: the browser alone is started
 * in a mount namespace of its own, in which a folder of the test lies over the one in /etc, so that
 * neither the machine nor a test beside this one sees it. Edits in the test's folder show in it at once.
 */
const IN_ITS_OWN_NAMESPACE = ["--mount", "--propagation", "private"];

/**
 * The shell's part within the namespace: $1 a folder of ours over all of /etc for what is new, $2 the
 * test's folder, $3 the folder in /etc that it stands for; then the browser and its arguments. /etc
 * itself is laid over first, because the folder may not exist there.
 */
const MOUNT = `set -e
mount -t tmpfs tmpfs "$1"
mkdir "$1/upper" "$1/work"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/upper,workdir=$1/work" /etc
mkdir -p "$3"
mount --bind "$2" "$3"
shift 3
exec "$@"`;

/** Why a private /etc cannot be had here, for a person; null: it can. */
export function whyNoPrivateEtc(): string | null {
  if (process.platform !== "linux") return "only on Linux do browsers read policies from /etc";
  if (process.getuid?.() !== 0) return "only root may lay a folder over /etc: run as root";
  const tried = spawnSync("unshare", [
    ...IN_ITS_OWN_NAMESPACE,
    ...["sh", "-c", MOUNT, "sh", "/mnt", "/mnt", "/etc/tenken-trial", "true"],
  ]);
  if (tried.status === 0) return null;
  const said = tried.error?.message ?? tried.stderr.toString().trim();
  return `this machine lets nobody lay a folder over /etc (${said})`;
}

/**
 * Writes a program into `folder` that runs `program` with `policies` lying over `etc` ("/etc/firefox/
 * policies") and passes its arguments on. Returns its path. `policies` is made if it is not there.
 */
export function withPrivateEtc(
  folder: string,
  { program, policies, etc }: { program: string; policies: string; etc: string },
): string {
  const over = join(folder, "over-etc");
  for (const path of [over, policies]) mkdirSync(path, { recursive: true });
  const path = join(folder, "browser");
  const quoted = ["sh", "-c", MOUNT, "sh", over, policies, etc, program].map(quote).join(" ");
  writeFileSync(path, `#!/bin/sh\nexec unshare ${IN_ITS_OWN_NAMESPACE.join(" ")} ${quoted} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
