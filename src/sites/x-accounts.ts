import type { SeenAccount } from "../accounts/seen.ts";
import type { AccountsOnPage } from "./accounts.ts";
import { correctable } from "./selectors.ts";

const corrections = correctable({
  account: '[data-testid="User-Name"], [data-testid="UserCell"]',
  profile: '[data-testid="UserName"]',
  profileItems: '[data-testid="UserProfileHeader_Items"]',
  profileLinks: '[data-testid="UserUrl"], [data-testid="UserDescription"] a',
});
const S = corrections.selectors;
const AVATAR = '[data-testid^="UserAvatar-Container-"]';
const HANDLE = /^@(\w{1,20})$/;

export const xAccounts: AccountsOnPage = {
  ...corrections,

  seen: (document, most) =>
    [...document.querySelectorAll(`${S.account}, ${S.profile}`)]
      .slice(0, most)
      .flatMap((place) => accountIn(place) ?? []),

  profile(document) {
    const place = document.querySelector(S.profile);
    // Place and address stand in one list, so that a profile without it has not come whole yet.
    if (!place || !document.querySelector(S.profileItems)) return null;
    const account = accountIn(place);
    if (!account) return null;
    const links = [...document.querySelectorAll(S.profileLinks)];
    return { account, addresses: links.map(({ textContent }) => textContent?.trim() ?? "") };
  },
};

/** The handle is what stands last: a name may be written like a handle. In a list the picture tells. */
function accountIn(place: Element): SeenAccount | null {
  const text = place.textContent ?? "";
  const pictured = place.querySelector(AVATAR)?.getAttribute("data-testid")?.slice(21);
  const written = [...place.querySelectorAll("*")].flatMap(
    ({ childElementCount, textContent }) =>
      (childElementCount === 0 && HANDLE.exec(textContent?.trim() ?? "")?.[1]) || [],
  );
  const handle = written.find((one) => one === pictured) ?? written.at(-1);
  if (!handle) return null;
  const end = pictured ? text.indexOf(`@${handle}`) : text.lastIndexOf(`@${handle}`);
  return { handle, name: text.slice(0, end).trim() };
}
