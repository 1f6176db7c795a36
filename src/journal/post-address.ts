import type { Platform } from "../contract.ts";

/** What of an address names the post; the rest tells the site who pressed where. */
const NAMING = ["story_fbid", "fbid", "v", "id", "comment_id", "reply_comment_id"];

/**
 * The address of a published post as anybody may open it, without what a site adds to follow people.
 * null: no post stands at such an address.
 */
export function postAddress(platform: Platform, address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" || url.port || url.username) return null;
  return platform === "x" ? onX(url) : onFacebook(url);
}

function onX({ hostname, pathname }: URL): string | null {
  if (!/^(?:mobile\.)?(?:x|twitter)\.com$/.test(hostname)) return null;
  const [, path] = /^(\/\w{1,20}\/status\/\d{1,20})(?:\/|$)/.exec(pathname) ?? [];
  return path ? `https://x.com${path}` : null;
}

function onFacebook({ hostname, pathname, searchParams }: URL): string | null {
  if (!/^(?:(?:www|m|web)\.)?facebook\.com$/.test(hostname)) return null;
  const kept = new URLSearchParams(
    NAMING.flatMap((name) => {
      const value = searchParams.get(name);
      return value && /^[\w.=-]{1,200}$/.test(value) ? [[name, value]] : [];
    }),
  );
  const isNamed =
    /^\/(?:[\w.-]+|groups\/[\w.-]+)\/(?:posts|videos|permalink)\/[\w.-]+\/?$/.test(pathname) ||
    /^\/reel\/\d+\/?$/.test(pathname) ||
    (/^\/(?:permalink|story)\.php$/.test(pathname) && kept.has("story_fbid") && kept.has("id")) ||
    (/^\/(?:photo(?:\.php)?\/?|watch\/?)$/.test(pathname) && (kept.has("fbid") || kept.has("v")));
  if (!isNamed) return null;
  const query = kept.size > 0 ? `?${kept}` : "";
  return `https://www.facebook.com${pathname.replace(/\/$/, "")}${query}`;
}
