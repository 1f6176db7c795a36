import { facebook } from "./facebook.ts";
import { platformOf } from "./hosts.ts";
import type { Site } from "./site.ts";
import { x } from "./x.ts";

/** The site file for a host; null where nothing is checked (and that is said). */
export function siteOf(host: string): Site | null {
  const platform = platformOf(host);
  return platform && { x, facebook }[platform];
}
