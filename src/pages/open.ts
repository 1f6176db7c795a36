import { FINDING_STYLES, THEME_STYLES } from "../ui/finding-styles.ts";
import { createLiveRegion } from "../ui/live-region.ts";
import type { Translate } from "../ui/parts.tsx";
import "./pages.css";

export interface OpenPage {
  lang: "ja" | "en";
  /** Says something to screen readers, politely. */
  say(words: string): void;
}

/**
 * Makes this document one of the extension's own pages: its language and title, the theme that the
 * machine asks for, the styles, and a voice for screen readers. To be called once, before anything is
 * rendered.
 * @param title `_locales` key of the document's title.
 */
export function openPage(t: Translate, title: string): OpenPage {
  const lang = t("locale_tag") === "en" ? "en" : "ja";
  document.documentElement.lang = lang;
  document.title = t("pages_title", t(title), t("extension_name"));

  const sheet = new CSSStyleSheet();
  // Adopted sheets come after linked ones; in a layer they stand below, so that pages.css has its say.
  sheet.replaceSync(`@layer shared { ${THEME_STYLES} ${FINDING_STYLES} }`);
  document.adoptedStyleSheets = [sheet];

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    document.body.className = dark.matches ? "theme dark" : "theme";
  };
  paint();
  dark.addEventListener("change", paint);
  // Paper is white.
  addEventListener("beforeprint", () => {
    document.body.className = "theme";
  });
  addEventListener("afterprint", paint);

  const live = createLiveRegion(document, new AbortController().signal);
  document.body.append(live.element);
  return { lang, say: (words) => live.say(words) };
}
