import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The collector of the build with forwarding that tests look at: a host that only tests know. */
export const TEST_COLLECTOR = "https://collector.hoshimi.example/v1/logs";
/** Away from `.output`, so that no test build is ever handed out. */
export const TEST_BUILD = ".tenken/forwarding";

/** Folder of that build for a browser, made now where `npm test` has not made it. */
export function forwardingBuild(target: "chrome" | "firefox"): string {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const folder = `${root}${TEST_BUILD}/${target}-mv3`;
  if (!existsSync(`${folder}/manifest.json`)) {
    const command = [
      "src/cli/build-forwarding.ts",
      "--endpoint",
      TEST_COLLECTOR,
      "--out",
      TEST_BUILD,
    ];
    execFileSync(process.execPath, command, { cwd: root, stdio: "ignore" });
  }
  return folder;
}
