import { render } from "preact";
import { browser } from "wxt/browser";
import { Documents, type DocumentsPort } from "../../src/documents/documents.tsx";
import { askSettings, onPolicyChanged } from "../../src/messages.ts";
import { openPage } from "../../src/pages/open.ts";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
const page = openPage(t, "pages_documents");

const port: DocumentsPort = {
  status: () => askSettings({ type: "policy-status" }),
  onChanged: onPolicyChanged,
};

const place = document.getElementById("documents");
if (place) render(<Documents t={t} page={page} port={port} store={localStorage} />, place);
