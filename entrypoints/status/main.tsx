import { render } from "preact";
import { browser } from "wxt/browser";
import { askSettings, onPolicyChanged } from "../../src/messages.ts";
import { openPage } from "../../src/pages/open.ts";
import { Status, type StatusPort } from "../../src/status/status.tsx";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
const page = openPage(t, "pages_status");

const port: StatusPort = {
  status: () => askSettings({ type: "policy-status" }),
  refresh: () => askSettings({ type: "policy-refresh" }),
  onChanged: onPolicyChanged,
};

const place = document.getElementById("status");
if (place) render(<Status t={t} page={page} port={port} />, place);
