import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { RecordingChannel } from "../../src/composer/channel.ts";
import { removeStaleMarks } from "../../src/composer/marks.ts";
import { PAGE_STATE } from "../../src/composer/page-state.ts";
import { startComposer, startUnchecked, type Watch } from "../../src/composer/start.ts";
import { ask, onPolicyChanged } from "../../src/messages.ts";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";
import { siteOf } from "../../src/sites/index.ts";
import { removeStaleHosts } from "../../src/ui/host.ts";
import { createOverlay } from "../../src/ui/overlay.tsx";

/** Keys of the words that a page shows, listed at build time. */
declare const __PAGE_WORDS__: readonly Parameters<typeof browser.i18n.getMessage>[0][];

export default defineContentScript({
  matches: SITE_HOSTS.map((host) => `https://${host}/*`),
  runAt: "document_start",
  main() {
    if (!takeOver()) return;
    let life = watchPage();
    let written = document.documentElement;
    // A page that writes itself anew (document.open) takes every listener from the window with it.
    new MutationObserver(() => {
      if (document.documentElement === written || life.signal.aborted) return;
      written = document.documentElement;
      life.abort();
      life = watchPage();
    }).observe(document, { childList: true });
  },
});

/** Watches the page until it ends, or until a script of a newer version takes over. */
function watchPage(): AbortController {
  const life = new AbortController();
  const words = pageWords();
  const t = (key: string, ...args: string[]) =>
    (words()[key] ?? "").replace(/\$([1-9])/g, (_, mark) => args[Number(mark) - 1] ?? "");
  const options = {
    t,
    signal: life.signal,
    createOverlay: () =>
      createOverlay({ document, t, lang: t("locale_tag") === "en" ? "en" : "ja" }),
  };
  const site = siteOf(location.hostname);
  const watch = site ? startComposer({ ...options, site, channel }) : startUnchecked(options);
  tellState(watch, life.signal);
  // Without an answer the built-in selectors stand.
  const correct = () =>
    ask({ type: "selectors" })
      .then((corrections) => site?.correct(corrections))
      .catch(() => {})
      .then(() => watch.renew());
  void correct();
  onPolicyChanged(correct, life.signal);
  window.addEventListener(
    SUCCESSOR,
    () => {
      if (!channel.isAlive()) life.abort();
    },
    { signal: life.signal },
  );
  return life;
}

/** Tells whoever of the extension's own pages connects how this page stands, now and after each change. */
function tellState(watch: Watch, life: AbortSignal): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PAGE_STATE || life.aborted) return;
    const ended = new AbortController();
    port.onDisconnect.addListener(() => ended.abort());
    const tell = () => port.postMessage(watch.state());
    watch.onChange(tell, ended.signal);
    tell();
  });
}

/** Sent in the page by each script as it starts, so that an orphan of an older version steps aside. */
const SUCCESSOR = "tenken:successor";

/**
 * false: this very script runs here already (installed twice into one tab). An orphan obeys the call;
 * a script that is alive does not, so a page that forges it gains nothing.
 */
function takeOver(): boolean {
  if (Object.hasOwn(globalThis, SUCCESSOR)) return false;
  Object.defineProperty(globalThis, SUCCESSOR, { value: true });
  window.dispatchEvent(new Event(SUCCESSOR));
  removeStaleHosts(document);
  removeStaleMarks();
  return true;
}

/**
 * Words are fetched all at once, at the first focus: once the extension was updated under the page,
 * the browser gives none, and that is when people must be told.
 */
function pageWords(): () => Record<string, string> {
  let known: Record<string, string> | undefined;
  return () => {
    // Placeholders are given themselves, so that the words stay templates.
    known ??= Object.fromEntries(
      __PAGE_WORDS__.map((key) => [key, browser.i18n.getMessage(key, PLACEHOLDERS)]),
    );
    return known;
  };
}

const PLACEHOLDERS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `$${number}`);

const channel: RecordingChannel = {
  check: (draft) => ask({ type: "check", draft }),
  expand: (urls) => ask({ type: "expand", urls }),
  guide: (rule) => ask({ type: "guide", rule }),
  speakers: (draft) => ask({ type: "speakers", draft }),
  device: (reason) => ask({ type: "device", reason }),
  emergency: () => ask({ type: "emergency" }),
  record: (event) => ask({ type: "record", event }),
  // After an update or removal the id is gone from the orphaned script (measured).
  isAlive: () => {
    try {
      return browser.runtime.id !== undefined;
    } catch {
      return false;
    }
  },
};
