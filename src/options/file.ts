import { KEY_NAMES, KEYS } from "../policy/keys.ts";
import { isKey, readPolicy } from "../policy/policy.ts";
import { isObject, type Rejection, readShape } from "../policy/schema.ts";
import type { PolicyStatus } from "../policy/status.ts";
import { tidy } from "./problems.ts";
import type { Raw } from "./values.ts";

/** What stands in a settings file. Nothing is taken yet. */
export type SettingsFile =
  | { settings: Raw; problems: readonly Rejection[] }
  | { failure: "not_json" | "not_settings" };

/**
 * Reads a settings file. What can be read is in the form in which it will be stored; what cannot stands
 * as it came, so that the form shows it with its reason, and is listed. Keys that no version knew are
 * listed and left out.
 */
export function readFile(text: string): SettingsFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { failure: "not_json" };
  }
  if (!isObject(raw)) return { failure: "not_settings" };
  const settings = Object.entries(raw).flatMap(([name, value]) => {
    if (!isKey(name)) return [];
    let isWhole = true;
    const read = readShape(KEYS[name].shape, value, name, () => {
      isWhole = false;
    });
    return [[name, isWhole && read.ok ? read.value : value]];
  });
  if (settings.length === 0) return { failure: "not_settings" };
  return { settings: Object.fromEntries(settings), problems: readPolicy(raw).rejected };
}

/**
 * What is exported: the settings as they stand in the form, saved or not, and where managed policy sets
 * a key its value. In the catalogue's order, so that two files can be compared.
 * @param isCopy the draft is a copy of what holds, and managed policy has no say in it.
 */
export function settingsFile(draft: Raw, status: PolicyStatus, isCopy: boolean): string {
  const written = tidy(draft);
  const entries = KEY_NAMES.flatMap((name): [string, unknown][] => {
    const { source, lock } = status.keys[name];
    if (!isCopy && source === "managed") return [[name, status.policy[name]]];
    const isFree = isCopy || lock === null;
    return isFree && Object.hasOwn(written, name) ? [[name, written[name]]] : [];
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** "tenken-settings-2026-11-01.json": what is not fit for a file's name is left out. */
export function fileName(
  what: "settings" | "kit",
  revision: string,
  extension: "json" | "zip",
): string {
  const part = revision.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `tenken-${what}${part === "" ? "" : `-${part.slice(0, 60)}`}.${extension}`;
}
