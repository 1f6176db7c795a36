import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The collector of the build with forwarding that tests look at: a host that only tests know. */
export const TEST_COLLECTOR = "https://collector.hoshimi.example/v1/logs";
/** Away from `.output`, so that no test build is ever handed out. */
export const TEST_BUILD = ".tenken/forwarding";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folder of that build for a browser, made now where `npm test` has not made it. */
export function forwardingBuild(target: "chrome" | "firefox"): string {
  const folder = join(ROOT, TEST_BUILD, `${target}-mv3`);
  if (!existsSync(folder)) build();
  return folder;
}

/** Two tests at once may find it missing: each builds by itself, and the first one's stays. */
function build(): void {
  const own = `${TEST_BUILD}-${process.pid}`;
  const command = ["src/cli/build-forwarding.ts", "--endpoint", TEST_COLLECTOR, "--out", own];
  execFileSync(process.execPath, command, { cwd: ROOT, stdio: "ignore" });
  try {
    renameSync(join(ROOT, own), join(ROOT, TEST_BUILD));
  } catch (error) {
    rmSync(join(ROOT, own), { recursive: true });
    if (!existsSync(join(ROOT, TEST_BUILD))) throw error;
  }
}
