import { render } from "preact";
import { browser } from "wxt/browser";
import { RuleReference } from "../../src/guide/rule-reference.tsx";
import { openPage } from "../../src/pages/open.ts";

/** Keys are put together from rule ids; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "guide_title", args);
const { lang } = openPage(t, "guide_title");

const place = document.getElementById("guide");
if (place) render(<RuleReference lang={lang} t={t} />, place);

/** A card's link names its rule; the page is made after the browser looked for the place. */
function goToRule(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  named?.scrollIntoView();
  named?.querySelector<HTMLElement>("h2, h3")?.focus({ preventScroll: true });
}
goToRule();
window.addEventListener("hashchange", goToRule);
