import { render } from "preact";
import { browser } from "wxt/browser";
import { openJournal } from "../../src/journal/store.ts";
import { askSettings, onPolicyChanged } from "../../src/messages.ts";
import { openPage } from "../../src/pages/open.ts";
import { Review, type ReviewPort } from "../../src/review/review.tsx";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
const page = openPage(t, "pages_review");

const port: ReviewPort = {
  journal: openJournal(),
  settings: () => askSettings({ type: "policy-status" }),
  onChanged: onPolicyChanged,
};

const place = document.getElementById("review");
if (place) render(<Review t={t} page={page} port={port} />, place);
