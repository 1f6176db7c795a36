import { facebook } from "./facebook.ts";
import { FACEBOOK_HOSTS, X_HOSTS } from "./hosts.ts";
import type { Site } from "./site.ts";
import { x } from "./x.ts";

/** The site file for a host; null where nothing is checked (and that is said). */
export function siteOf(host: string): Site | null {
  if ((X_HOSTS as readonly string[]).includes(host)) return x;
  if ((FACEBOOK_HOSTS as readonly string[]).includes(host)) return facebook;
  return null;
}
