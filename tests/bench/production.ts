import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtExtension } from "../../src/demo/launch.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What a build is made of. */
const SOURCES = [
  "entrypoints/**",
  "src/**",
  "assets/{_locales,icons,lexicons}/**",
  "wxt.config.ts",
  "package-lock.json",
];

/** The folder of the production build for Chromium, built anew where it is missing or older than its sources. */
export function productionBuild(): string {
  const folder = builtExtension("chromium");
  const built = join(folder, "manifest.json");
  const sources = globSync(SOURCES, { cwd: ROOT });
  if (existsSync(built)) {
    const made = statSync(built).mtimeMs;
    if (sources.every((path) => statSync(join(ROOT, path)).mtimeMs <= made)) return folder;
  }
  // Its own output would stand before the JSON.
  execFileSync("wxt", ["build", "-b", "chrome"], {
    cwd: ROOT,
    stdio: ["ignore", process.stderr, "inherit"],
    shell: process.platform === "win32",
  });
  return folder;
}
