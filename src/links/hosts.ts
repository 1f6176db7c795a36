/**
 * Public URL shorteners and the short forms that one service owns: the one list from which the
 * manifest's host permissions, the pages' connect-src, the expander and the rules are made.
 */
export const SHORTENER_HOSTS: readonly string[] = ["bit.ly"];
export const BRAND_SHORT_HOSTS: readonly string[] = ["youtu.be"];
/** Hosts that the extension may ask where a link leads. */
export const ASKABLE_HOSTS: readonly string[] = [...SHORTENER_HOSTS, ...BRAND_SHORT_HOSTS, "t.co"];
