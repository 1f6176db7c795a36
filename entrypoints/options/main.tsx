import { render } from "preact";
import { browser } from "wxt/browser";
import { Settings } from "../../src/options/settings.tsx";
import { openPage } from "../../src/pages/open.ts";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "pages_title", args);
const page = openPage(t, "pages_settings");

const place = document.getElementById("settings");
if (place) render(<Settings t={t} page={page} />, place);
