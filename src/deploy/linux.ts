import { utf8 } from "./bytes.ts";
import { type Browser, installationOf, type Json, type Place } from "./targets.ts";
import type { File } from "./zip.ts";

/** Chromium builds, among them Debian's own, look in a folder of their own. */
const FOLDERS: Record<Browser, readonly string[]> = {
  chrome: ["etc/opt/chrome/policies/managed", "etc/chromium/policies/managed"],
  edge: ["etc/opt/edge/policies/managed"],
  firefox: ["etc/firefox/policies"],
};

/** Files for Linux, at the paths where they belong. */
export function linuxFiles(
  target: Browser,
  place: Place,
  policy: Readonly<Record<string, Json>>,
): File[] {
  const ExtensionSettings = { [place.id]: installationOf(target, place) };
  const contents: Record<string, Json> =
    target === "firefox"
      ? {
          "policies.json": {
            policies: {
              ExtensionSettings,
              "3rdparty": { Extensions: { [place.id]: policy } },
            },
          },
        }
      : {
          // Apart, since an organisation may have its own ExtensionSettings to add the one entry to.
          "tenken-install.json": { ExtensionSettings },
          "tenken-settings.json": { "3rdparty": { extensions: { [place.id]: policy } } },
        };
  return FOLDERS[target].flatMap((folder) =>
    Object.entries(contents).map(([name, content]) => ({
      path: `${folder}/${name}`,
      bytes: utf8(`${JSON.stringify(content, null, 2)}\n`),
    })),
  );
}
