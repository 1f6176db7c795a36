import { type Browser, browser } from "wxt/browser";
import { createDismissed } from "../../src/accounts/dismissed.ts";
import { answerOn, removalRequest } from "../../src/accounts/notes.ts";
import type { Answers, Request } from "../../src/messages.ts";
import { clauseOf } from "../../src/policy/clauses.ts";
import type { PolicyStore } from "../../src/policy/store.ts";
import type { TrustedStorage } from "../../src/policy/trusted-storage.ts";
import { platformOf } from "../../src/sites/hosts.ts";

/** What a page's scripts ask about the page itself: how to find its parts, and who is named on it. */
export type PageRequest = Extract<
  Request,
  { type: "selectors" | "accounts" | "dismiss" | "removal-request" }
>;

export function answerPages(policies: PolicyStore, storage: TrustedStorage) {
  const dismissed = createDismissed(() => storage);
  return async (
    request: PageRequest,
    { url = "", tab }: Browser.runtime.MessageSender,
  ): Promise<Answers[PageRequest["type"]]> => {
    await policies.ready;
    const policy = policies.current();
    // The site is the sender's, whatever the message says.
    const platform = platformOf(URL.parse(url)?.hostname ?? "");
    switch (request.type) {
      case "selectors":
        return (platform && policy.siteSelectors[platform]) ?? {};
      case "accounts": {
        const lang = browser.i18n.getMessage("locale_tag") === "en" ? "en" : "ja";
        return answerOn(policy, platform, request, await dismissed.all(), (clause) =>
          [clause, clauseOf(policy, clause, lang).label].join(" "),
        );
      }
      case "dismiss":
        // What is done in a private window leaves no trace on the machine.
        if (tab?.incognito === false) await dismissed.add(request.note);
        return null;
      case "removal-request": {
        const form = removalRequest(request.impostor, request.of, url);
        await browser.tabs.create({
          url: browser.runtime.getURL(`/documents.html#removal-request?${form}`),
        });
        return null;
      }
    }
  };
}
