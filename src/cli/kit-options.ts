import type { Lang } from "../contract.ts";
import { BROWSERS, type Browser, isIdOf, isPlaceUrl } from "../deploy/targets.ts";
import { readArguments, type Wrong } from "./arguments.ts";

export interface KitArguments {
  lang: Lang;
  policyFile: string;
  /** The folder to write to. */
  out: string;
  /** The private key that signs the package for Chromium; null: a store hosts it. */
  keyFile: string | null;
  /** The folder with the builds that are packed; null: the ordinary ones. */
  builtFolder: string | null;
  ids: PerBrowser;
  urls: PerBrowser;
}

export type PerBrowser = { [B in Browser]?: string };

export type ParsedKit = { state: "run"; arguments: KitArguments } | { state: "help" } | Wrong;

const OPTIONS = {
  policy: { type: "string" },
  id: { type: "string", multiple: true },
  "update-url": { type: "string", multiple: true },
  "install-url": { type: "string", multiple: true },
  key: { type: "string" },
  built: { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the command line of `npm run kit`. */
export function parseKitArguments(args: string[]): ParsedKit {
  const read = readArguments(args, OPTIONS);
  if (read.state !== "read") return read;
  const { lang, values, positionals, wrong } = read;
  if (positionals[0] !== undefined) return wrong("cli_kit_unexpected", positionals[0]);
  // Every value was looked at above: those of text options are texts.
  const one = (name: "policy" | "key" | "out" | "built") =>
    (values[name] as string | undefined) ?? null;
  const many = (name: "id" | "update-url" | "install-url") =>
    (values[name] as string[] | undefined) ?? [];
  const [policyFile, out, keyFile] = [one("policy"), one("out"), one("key")];
  const builtFolder = one("built");
  if (policyFile === null) return wrong("cli_kit_missing", "--policy");
  if (out === null) return wrong("cli_kit_missing", "--out");
  const ids = perBrowser(many("id"), ["chrome", "edge"]);
  const urls = {
    ...perBrowser(many("update-url"), ["chrome", "edge"]),
    ...perBrowser(many("install-url"), ["firefox"]),
  };
  for (const browser of BROWSERS) {
    const [id, url] = [ids[browser], urls[browser]];
    if (id !== undefined && !isIdOf(browser, id)) {
      return wrong(browser === "firefox" ? "cli_kit_firefox_id" : "cli_kit_bad_id", id);
    }
    if (url !== undefined && !isPlaceUrl(url)) return wrong("cli_kit_bad_url", url);
  }
  return { state: "run", arguments: { lang, policyFile, out, keyFile, builtFolder, ids, urls } };
}

/** A bare value is for `usual`; "edge=value" is for one browser, and beats a bare one. */
function perBrowser(values: readonly string[], usual: readonly Browser[]): PerBrowser {
  const found: PerBrowser = {};
  const named: PerBrowser = {};
  for (const value of values) {
    const browser = BROWSERS.find((name) => value.startsWith(`${name}=`));
    if (browser) named[browser] = value.slice(browser.length + 1);
    else for (const name of usual) found[name] = value;
  }
  return { ...found, ...named };
}
