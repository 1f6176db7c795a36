import { render } from "preact";
import { browser } from "wxt/browser";
import type { Channel } from "../../src/composer/channel.ts";
import { isPageState, PAGE_STATE } from "../../src/composer/page-state.ts";
import { ask, askMode, askSettings, onPolicyChanged } from "../../src/messages.ts";
import type { PageView } from "../../src/popup/page.ts";
import { Popup } from "../../src/popup/popup.tsx";
import type { Where } from "../../src/popup/self-test-words.ts";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";
import { isSelfTest, type SelfTest } from "../../src/sites/self-test.ts";
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

const sites = SITE_HOSTS.map((host) => `https://${host}/*`);

/** Connects to the script in the page of the tab in front, which tells how it stands there. */
async function watchPage(tell: (view: PageView) => void): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return tell({ kind: "elsewhere" });
  const { id } = tab;
  const port = browser.tabs.connect(id, { name: PAGE_STATE, frameId: 0 });
  port.onMessage.addListener((message: unknown) => {
    if (isPageState(message)) tell({ kind: "watched", state: message });
  });
  // At once where nobody listens in the page; later where it was left.
  port.onDisconnect.addListener(() => void unanswered(id).then(tell));
}

/** Why no script answers from a tab. Its address is shown to us where the sites are, and nowhere else. */
async function unanswered(id: number): Promise<PageView> {
  const { url = "" } = await browser.tabs.get(id);
  if (SITE_HOSTS.includes(URL.parse(url)?.hostname ?? "")) return { kind: "silent" };
  const isAllowed = await browser.permissions.contains({ origins: sites });
  return { kind: isAllowed ? "elsewhere" : "forbidden" };
}

/** Looks through the page of the tab in front, as it stands now. */
async function runSelfTest(): Promise<SelfTest> {
  const { id } = await frontTab();
  const [outcome] = await browser.scripting.executeScript({
    target: { tabId: id },
    files: ["/self-test.js"],
  });
  const result: unknown = outcome?.result;
  if (!isSelfTest(result)) throw new Error("no result came from the page");
  return result;
}

async function frontTab(): Promise<{ id: number; url: string }> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error("no tab is in front");
  return { id: tab.id, url: tab.url ?? "" };
}

const whereTested = async (): Promise<Where> => ({
  version: browser.runtime.getManifest().version,
  browser: navigator.userAgent,
  host: URL.parse((await frontTab()).url)?.hostname ?? "",
  now: new Date().toLocaleString(document.documentElement.lang),
});
const modes = { ask: askMode, onChange: onPolicyChanged };

const readSettings = () => askSettings({ type: "policy-status" });

const live = createLiveRegion(document, new AbortController().signal);
document.body.append(live.element);
const place = document.getElementById("popup");
if (place) {
  render(
    <Popup
      channel={channel}
      watchPage={(tell) => void watchPage(tell)}
      selfTest={{ run: runSelfTest, where: whereTested }}
      modes={modes}
      t={t}
      lang={document.documentElement.lang}
      say={(words) => live.say(words)}
      askSettings={readSettings}
      pages={{
        documents: browser.runtime.getURL("/documents.html"),
        guide: browser.runtime.getURL("/guide.html"),
        help: browser.runtime.getURL("/help.html"),
        options: browser.runtime.getURL("/options.html"),
        status: browser.runtime.getURL("/status.html"),
        review: browser.runtime.getURL("/review.html"),
        welcome: browser.runtime.getURL("/welcome.html"),
      }}
    />,
    place,
  );
}
