import type { SeenAccount } from "../accounts/seen.ts";
import type { AccountsOnPage } from "./accounts.ts";
import { correctable } from "./selectors.ts";

const corrections = correctable({
  /** A post or a comment; its first link with words is its author's. */
  account: '[role="article"]',
  profile: '[role="main"] h1',
  profileLinks: 'a[href^="https://l.facebook.com/l.php?u="]',
});
const S = corrections.selectors;

/** First steps of addresses that are nobody's. */
const NOBODY =
  /^(?:|ads|bookmarks|events|friends|gaming|groups|hashtag|help|home\.php|login|marketplace|messages|me|notifications|pages|permalink\.php|photo|photo\.php|photos|reel|reels|search|settings|share|sharer|stories|story\.php|video|videos|watch)$/;

export const facebookAccounts: AccountsOnPage = {
  ...corrections,

  seen(document, most) {
    const authors = [...document.querySelectorAll(S.account)].slice(0, most - 1).flatMap((post) => {
      for (const link of post.querySelectorAll<HTMLAnchorElement>("a[href]")) {
        const name = link.textContent?.trim();
        const who = name && whoAt(link.href);
        if (who) return [{ ...who, name }];
      }
      return [];
    });
    const own = ownerOf(document);
    return own ? [own, ...authors] : authors;
  },

  profile(document) {
    const account = ownerOf(document);
    if (!account) return null;
    const links = [...document.querySelectorAll<HTMLAnchorElement>(S.profileLinks)];
    return {
      account,
      addresses: links
        .filter((link) => !link.closest(S.account))
        .map(({ href }) => URL.parse(href)?.searchParams.get("u") ?? ""),
    };
  },
};

/** Whose page this is. */
function ownerOf(document: Document): SeenAccount | null {
  const who = whoAt(document.location.href);
  const name = document.querySelector(S.profile)?.textContent?.trim();
  return who && name ? { ...who, name } : null;
}

/** Who an address is of: a number, or the name that was chosen for it. */
function whoAt(address: string): Omit<SeenAccount, "name"> | null {
  const url = URL.parse(address);
  if (!url || !/(?:^|\.)facebook\.com$/.test(url.hostname)) return null;
  const [first = "", second, third] = url.pathname.split("/").slice(1);
  const id =
    first === "profile.php"
      ? url.searchParams.get("id")
      : first === "people"
        ? third
        : first === "groups" && second && third === "user"
          ? url.pathname.split("/")[4]
          : undefined;
  if (id && /^\d+$/.test(id)) return { id };
  return NOBODY.test(first) || !/^[\w.]+$/.test(first) || first === "profile.php"
    ? null
    : { handle: first };
}
