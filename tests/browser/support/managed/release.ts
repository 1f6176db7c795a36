import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FoundBrowser } from "../../../../src/demo/browsers.ts";
import { builtExtension } from "../../../../src/demo/launch.ts";
import { PROBE, PROBED_HOST } from "./probe.ts";

/** Where this machine's server hands out releases. */
export const RELEASES = "extension.city.example";

/**
 * Copies what was built for this browser to `folder`, as the release that follows it by `step`: a fourth
 * number, which both browsers count. With it comes the probe. `from`: another build than the ordinary one.
 */
export function copyRelease(
  kind: FoundBrowser["kind"],
  folder: string,
  step: number,
  change: (manifest: Record<string, unknown>) => void = () => {},
  from = builtExtension(kind),
): { folder: string; version: string } {
  cpSync(from, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const version = `${manifest.version}.${step}`;
  manifest.version = version;
  writeFileSync(join(folder, "probe.js"), PROBE);
  manifest.content_scripts.push({ matches: [`https://${PROBED_HOST}/*`], js: ["probe.js"] });
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, version };
}
