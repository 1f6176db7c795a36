import { render } from "preact";
import { browser } from "wxt/browser";
import { ask, askSettings, askTrial, onPolicyChanged } from "../../src/messages.ts";
import { Settings } from "../../src/options/settings.tsx";
import { openPage } from "../../src/pages/open.ts";
import "./style.css";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
const page = openPage(t, "pages_settings");

const place = document.getElementById("settings");
if (place) {
  render(
    <Settings
      t={t}
      page={page}
      port={{
        status: () => askSettings({ type: "policy-status" }),
        setLocal: (raw) => askSettings({ type: "set-local", raw }),
        onChanged: onPolicyChanged,
      }}
      preview={{
        tryOut: (draft, policy) => askTrial({ type: "try", draft, policy: { ...policy } }),
        expand: (urls) => ask({ type: "expand", urls }),
        guide: (rule) => ask({ type: "guide", rule }),
      }}
    />,
    place,
  );
}
