import type { Policy } from "../contract.ts";

export type Browser = "chrome" | "edge" | "firefox";
export const BROWSERS: readonly Browser[] = ["chrome", "edge", "firefox"];

/** Tenken in one browser. */
export interface Place {
  /** Chromium's are 32 letters a–p, other in each store; Firefox's is fixed in the manifest. */
  id: string;
  /** Where the browser fetches it: Chromium's update manifest, Firefox's XPI. */
  url: string;
}

/** The browsers that a kit is for. */
export type Places = { readonly [B in Browser]?: Place };

/** Set in the manifest, so that it is the same wherever Tenken comes from. */
export const FIREFOX_ID = "{8d7c1f52-4b3e-4f0a-9a57-2f6c1f0e7b31}";

/**
 * A build that forwards the record is another extension in Firefox: under the id of the ordinary one it
 * would be updated to that. Mozilla signs an id for one account only, so each address has its own.
 * @param digest Of the address it forwards to: 16 hexadecimal digits.
 */
export const forwardingFirefoxId = (digest: string): string => `${digest}@forwarding.tenken`;
const FORWARDING_ID = /^[0-9a-f]{16}@forwarding\.tenken$/;

/** Where a browser fetches an extension of its own store. */
export function storeUrl(target: Browser, id: string): string {
  switch (target) {
    case "chrome":
      return "https://clients2.google.com/service/update2/crx";
    case "edge":
      return "https://edge.microsoft.com/extensionwebstorebase/v1/crx";
    case "firefox":
      return `https://addons.mozilla.org/firefox/downloads/latest/${encodeURIComponent(id)}/latest.xpi`;
  }
}

/** What an administrative template may write as one text. */
const LONGEST = 255;

export const isPlaceUrl = (url: string): boolean =>
  URL.canParse(url) && /^(https?|file):$/.test(new URL(url).protocol) && url.length <= LONGEST;

export function isIdOf(target: Browser, id: string): boolean {
  if (target !== "firefox") return /^[a-p]{32}$/.test(id);
  return id === FIREFOX_ID || FORWARDING_ID.test(id);
}

/** What the browser's policy `ExtensionSettings` says under the extension's id. */
export type Installation = Readonly<Record<string, string | boolean>>;

export function installationOf(target: Browser, { id, url }: Place): Installation {
  switch (target) {
    case "chrome":
      return { ...chromium(target, id, url), toolbar_pin: "force_pinned" };
    case "edge":
      return { ...chromium(target, id, url), toolbar_state: "force_shown" };
    case "firefox":
      return {
        installation_mode: "force_installed",
        install_url: url,
        default_area: "navbar",
        private_browsing: true,
      };
  }
}

function chromium(target: Browser, id: string, url: string): Installation {
  return {
    installation_mode: "force_installed",
    update_url: url,
    // Else later versions are looked for where the extension's own manifest says.
    ...(url === storeUrl(target, id) ? {} : { override_update_url: true }),
  };
}

/** What XML and the registry cannot hold: control characters but tab and line ends, and no characters at all. */
const UNPORTABLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * The policy as every format of the kit can carry it, so that it is the same in all of them: without
 * control characters (line ends and tabs stay) and without halves of characters.
 */
export function portable(policy: Partial<Policy>): Readonly<Record<string, Json>> {
  const entries = Object.entries(policy).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, clean(value)]));
}

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

function clean(value: unknown): Json {
  if (typeof value === "string") return value.replace(UNPORTABLE, "");
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) throw new TypeError("not a policy's value");
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [String(clean(name)), clean(item)]),
  );
}
