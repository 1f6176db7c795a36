import { render } from "preact";
import { browser } from "wxt/browser";
import type { Channel } from "../../src/composer/channel.ts";
import { ask } from "../../src/messages.ts";
import { Popup } from "../../src/popup/popup.tsx";
import { createLiveRegion } from "../../src/ui/live-region.ts";
import { STYLES } from "../../src/ui/styles.ts";

/** Keys are put together in places; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "popup_title", args);
document.documentElement.lang = t("locale_tag") === "en" ? "en" : "ja";
document.title = t("extension_name");

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
document.adoptedStyleSheets = [sheet];

const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => {
  document.body.className = dark.matches ? "theme dark" : "theme";
};
paint();
dark.addEventListener("change", paint);

const channel: Channel = {
  check: (draft) => ask({ type: "check", draft }),
  expand: (urls) => ask({ type: "expand", urls }),
  guide: (rule) => ask({ type: "guide", rule }),
  // An update closes the extension's own pages before it puts new ones in their place.
  isAlive: () => true,
};

const live = createLiveRegion(document, new AbortController().signal);
document.body.append(live.element);
const place = document.getElementById("popup");
if (place) {
  render(
    <Popup
      channel={channel}
      t={t}
      say={(words) => live.say(words)}
      guide={browser.runtime.getURL("/guide.html")}
    />,
    place,
  );
}
