import { render } from "preact";
import { browser } from "wxt/browser";
import { RuleReference } from "../../src/guide/rule-reference.tsx";

/** Keys are put together from rule ids; a test holds that each exists. */
const t = (key: string, ...args: string[]) => browser.i18n.getMessage(key as "guide_title", args);
const lang = t("locale_tag") === "en" ? "en" : "ja";
document.documentElement.lang = lang;
document.title = t("guide_title");

const place = document.getElementById("guide");
if (place) render(<RuleReference lang={lang} t={t} />, place);

/** A card's link names its rule; the page is made after the browser looked for the place. */
function goToRule(): void {
  const rule = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  rule?.scrollIntoView();
  rule?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
}
goToRule();
window.addEventListener("hashchange", goToRule);
