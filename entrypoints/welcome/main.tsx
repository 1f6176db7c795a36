import { render } from "preact";
import { browser } from "wxt/browser";
import { askSettings, onPolicyChanged } from "../../src/messages.ts";
import { openPage } from "../../src/pages/open.ts";
import { Welcome, type WelcomePort } from "../../src/welcome/welcome.tsx";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
openPage(t, "welcome_title");

const port: WelcomePort = {
  status: () => askSettings({ type: "policy-status" }),
  setLocal: (raw) => askSettings({ type: "set-local", raw }),
  onChanged: onPolicyChanged,
};

const place = document.getElementById("welcome");
if (place) render(<Welcome t={t} port={port} />, place);
