import type { SeenAccount, SeenProfile } from "../accounts/seen.ts";
import type { Correctable } from "./selectors.ts";

/** What knows where a site's pages name accounts. Keeps no state: the page is asked anew each time. */
export interface AccountsOnPage extends Correctable {
  /** Whoever the page names now, at most so many. */
  seen(document: Document, most: number): SeenAccount[];
  /** Whose profile the page is, as far as it has come; null: it is another page. */
  profile(document: Document): SeenProfile | null;
}
