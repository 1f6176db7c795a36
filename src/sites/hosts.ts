import type { Platform } from "../contract.ts";

/** Hosts whose compose boxes are checked (design: X and Facebook, each under all its names). */
export const X_HOSTS = ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"] as const;
export const FACEBOOK_HOSTS = [
  "www.facebook.com",
  "facebook.com",
  "m.facebook.com",
  "web.facebook.com",
] as const;
/** Matched only to say "not checked here". */
export const UNCHECKED_HOSTS = ["business.facebook.com", "pro.x.com"] as const;
export const SITE_HOSTS: readonly string[] = [...X_HOSTS, ...FACEBOOK_HOSTS, ...UNCHECKED_HOSTS];

/** Which site a host is of; null where nothing is checked (and that is said). */
export function platformOf(host: string): Platform | null {
  if ((X_HOSTS as readonly string[]).includes(host)) return "x";
  return (FACEBOOK_HOSTS as readonly string[]).includes(host) ? "facebook" : null;
}
