import type { Policy } from "../contract.ts";
import { admxFiles } from "./admx.ts";
import { utf8 } from "./bytes.ts";
import { guides, valuesFile } from "./guide.ts";
import { linuxFiles } from "./linux.ts";
import { mobileconfig } from "./mobileconfig.ts";
import { powershellFiles } from "./powershell.ts";
import { installationKey, installationPath, ownPath, regFile, settingsKey } from "./registry.ts";
import { BROWSERS, type Browser, type Json, type Place, type Places, portable } from "./targets.ts";
import { type File, zipOf } from "./zip.ts";

/**
 * Everything that a supervisor hands to the machines: the policy for each of these browsers on Windows,
 * macOS and Linux, with the forced installation, and guides. Pure; the same files for the same input.
 * @param policy only the keys that are to be set; the others stay at their defaults.
 */
export function kitFiles(policy: Partial<Policy>, places: Places): File[] {
  const clean = portable(policy);
  const chosen = BROWSERS.flatMap((target) => {
    const place = places[target];
    return place ? [[target, place] as const] : [];
  });
  return [
    { path: "policy.json", bytes: utf8(`${JSON.stringify(clean, null, 2)}\n`) },
    ...chosen.flatMap(([target, place]) => filesOf(target, place, clean)),
    ...inFolder("windows/powershell", powershellFiles(chosen, clean)),
    ...inFolder("windows/group-policy", [valuesFile(clean)]),
    ...guides(chosen, clean),
  ];
}

export function kitZip(policy: Partial<Policy>, places: Places): Uint8Array {
  return zipOf(kitFiles(policy, places));
}

function filesOf(target: Browser, place: Place, policy: Readonly<Record<string, Json>>): File[] {
  const set = regFile([settingsKey(target, place, policy), installationKey(target, place)]);
  const remove = regFile([
    { path: ownPath(target, place.id), values: [] },
    { path: installationPath(target, place.id), values: [] },
  ]);
  return [
    { path: `windows/registry/tenken-${target}-set.reg`, bytes: set },
    { path: `windows/registry/tenken-${target}-remove.reg`, bytes: remove },
    ...inFolder("windows/group-policy", admxFiles(target, place)),
    {
      path: `macos/tenken-${target}.mobileconfig`,
      bytes: mobileconfig(target, place, policy),
    },
    ...inFolder("linux", linuxFiles(target, place, policy)),
  ];
}

function inFolder(folder: string, files: readonly File[]): File[] {
  return files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
}
