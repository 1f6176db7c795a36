import { KEYS } from "../policy/keys.ts";
import { utf16, utf16Units } from "./bytes.ts";
import { type Browser, installationOf, type Json, type Place } from "./targets.ts";

/** A value of the Windows registry. Lists and objects are JSON, as each browser reads them. */
export type RegistryValue = { name: string } & (
  | { type: "dword"; data: number }
  | { type: "text" | "multi"; data: string }
);

/** A key under HKEY_LOCAL_MACHINE. */
export interface RegistryKey {
  path: string;
  values: RegistryValue[];
}

const POLICIES: Record<Browser, string> = {
  chrome: "SOFTWARE\\Policies\\Google\\Chrome",
  edge: "SOFTWARE\\Policies\\Microsoft\\Edge",
  firefox: "SOFTWARE\\Policies\\Mozilla\\Firefox",
};

/** Where all policies of a browser stand. */
export const policiesPath = (target: Browser): string => POLICIES[target];

/** What is set for the extension, and nothing else, stands under this key. */
export function ownPath(target: Browser, id: string): string {
  const folder = target === "firefox" ? "Extensions" : "extensions";
  return `${POLICIES[target]}\\3rdparty\\${folder}\\${id}`;
}

/** Where the settings of the extension stand. */
export function settingsPath(target: Browser, id: string): string {
  return target === "firefox" ? ownPath(target, id) : `${ownPath(target, id)}\\policy`;
}

/** Where its forced installation stands. */
export function installationPath(target: Browser, id: string): string {
  return `${POLICIES[target]}\\ExtensionSettings\\${id}`;
}

/** Whether a policy's key is a list or an object, and so stands in the registry as JSON. */
export function isJsonKey(key: string): boolean {
  const kind = KEYS[key as keyof typeof KEYS]?.shape.kind;
  return kind === "list" || kind === "map" || kind === "record";
}

export function settingsKey(
  target: Browser,
  { id }: Place,
  policy: Readonly<Record<string, Json>>,
): RegistryKey {
  return {
    path: settingsPath(target, id),
    values: Object.entries(policy).map(([name, value]) => registryValue(target, name, value)),
  };
}

export function installationKey(target: Browser, place: Place): RegistryKey {
  return {
    path: installationPath(target, place.id),
    values: Object.entries(installationOf(target, place)).map(([name, value]) =>
      registryValue(target, name, value),
    ),
  };
}

function registryValue(target: Browser, name: string, value: Json): RegistryValue {
  if (typeof value === "boolean") return { name, type: "dword", data: value ? 1 : 0 };
  if (typeof value === "number") return { name, type: "dword", data: value };
  if (typeof value === "string") return { name, type: "text", data: value };
  // Firefox reads JSON from a value of several lines; Chromium from one of a single line.
  const type = target === "firefox" ? "multi" : "text";
  return { name, type, data: JSON.stringify(value) };
}

/**
 * A .reg file. Each key is emptied first, so that what the policy no longer says does not stay behind;
 * a key without values is only removed.
 */
export function regFile(keys: readonly RegistryKey[]): Uint8Array {
  const blocks = keys.flatMap(({ path, values }) => {
    const lines = values.map(regLine);
    return [
      [`[-HKEY_LOCAL_MACHINE\\${path}]`],
      ...(lines.length > 0 ? [[`[HKEY_LOCAL_MACHINE\\${path}]`, ...lines]] : []),
    ];
  });
  const text = [["Windows Registry Editor Version 5.00"], ...blocks]
    .map((lines) => `${lines.join("\r\n")}\r\n`)
    .join("\r\n");
  return utf16(text);
}

function regLine(value: RegistryValue): string {
  const name = `"${escaped(value.name)}"=`;
  switch (value.type) {
    case "dword":
      return `${name}dword:${value.data.toString(16).padStart(8, "0")}`;
    case "multi":
      return hexLine(`${name}hex(7):`, `${value.data}\0\0`);
    case "text":
      // Between quotes nothing may end the line.
      return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value.data)
        ? hexLine(`${name}hex(1):`, `${value.data}\0`)
        : `${name}"${escaped(value.data)}"`;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, "\\$&");
}

const COLUMNS = 78;

/** Bytes in hexadecimal, in lines as long as the registry editor writes them. */
function hexLine(head: string, text: string): string {
  const bytes = Array.from(utf16Units(text), (byte) => byte.toString(16).padStart(2, "0"));
  const lines: string[] = [];
  let line = head;
  for (const [index, byte] of bytes.entries()) {
    const end = index < bytes.length - 1 ? "," : "";
    if (line.length + byte.length + end.length > COLUMNS) {
      lines.push(`${line}\\`);
      line = "  ";
    }
    line += byte + end;
  }
  return [...lines, line].join("\r\n");
}
