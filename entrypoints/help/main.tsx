import { render } from "preact";
import { browser } from "wxt/browser";
import privacy from "../../PRIVACY.md?raw";
import { Help } from "../../src/help/help.tsx";
import { privacyNotice } from "../../src/help/privacy.ts";
import { openPage } from "../../src/pages/open.ts";

/** Keys are put together from guides and parts; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "help_title", args);
const { lang } = openPage(t, "help_title");

const place = document.getElementById("help");
if (place) render(<Help t={t} privacy={privacyNotice(privacy, lang)} />, place);
