import type { SeenAccount, SeenProfile } from "../accounts/seen.ts";
import type { AccountsAnswer } from "../messages.ts";
import type { AccountsOnPage } from "../sites/accounts.ts";

/** From the first change of a page to the look at it, and so between two looks, in ms. */
const BEFORE_LOOKING = 1500;
/** After this a page that is never idle is looked at all the same. In ms. */
const IDLE = 2000;
/** Accounts in one look; a page that shows more is looked at again after its next change. */
const MOST = 60;
/** What is remembered of one page. */
const MOST_KNOWN = 3000;

export interface LookoutOptions {
  site: AccountsOnPage;
  ask(seen: readonly SeenAccount[], profile: SeenProfile | null): Promise<AccountsAnswer>;
  tell(answer: AccountsAnswer, seen: readonly SeenAccount[]): void;
  /** The page is nobody's profile any more. */
  left(): void;
  /** Nothing answers: the extension is gone, or its worker is ill. */
  failed(): void;
  signal: AbortSignal;
}

/**
 * Looks now and then at who is named on a page, and asks about each account once. Between the looks it is
 * deaf: the first change wakes it, and no other is heard until it has looked, so that scrolling costs nothing.
 */
export function startLookout({ site, ask, tell, left, failed, signal }: LookoutOptions): void {
  const known = new Set<string>();
  let lastProfile = "null";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer = setTimeout(lookWhenIdle, BEFORE_LOOKING);
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  function lookWhenIdle(): void {
    // A page that nobody sees is not looked at; showing it is what wakes then.
    if (document.hidden) {
      document.addEventListener("visibilitychange", lookWhenIdle, { once: true, signal });
      return;
    }
    requestIdleCallback(() => void look().catch(failed), { timeout: IDLE });
  }

  async function look(): Promise<void> {
    if (signal.aborted) return;
    const fresh = site.seen(document, MOST).filter((one) => {
      const key = JSON.stringify(one);
      if (known.has(key)) return false;
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(key);
      return true;
    });
    const profile = site.profile(document);
    const shown = JSON.stringify(profile);
    const isNews = profile !== null && shown !== lastProfile;
    if (profile === null && lastProfile !== shown) left();
    lastProfile = shown;
    if (fresh.length > 0 || isNews) tell(await ask(fresh, isNews ? profile : null), fresh);
    if (!signal.aborted) observer.observe(document.body, { childList: true, subtree: true });
  }

  lookWhenIdle();
}
