import type { ComponentChildren } from "preact";
import { Seal, type Translate } from "../ui/parts.tsx";

/** The extension's own pages, in the order in which each names the others. */
const PAGES = [
  { path: "/options.html", key: "pages_settings" },
  { path: "/documents.html", key: "pages_documents" },
  { path: "/status.html", key: "pages_status" },
  { path: "/review.html", key: "pages_review" },
  { path: "/help.html", key: "pages_help" },
  { path: "/guide.html", key: "pages_guide" },
] as const;

export interface Section {
  /** The part of the address after "#". */
  id: string;
  name: string;
  /** A few words beside the name: how much is missing, say. */
  badge?: ComponentChildren;
}

export interface FrameProps {
  t: Translate;
  /** Path of this page, such as "/options.html". */
  path: string;
  /** A list of this page's sections at its side; none: the whole width is the page's. */
  sections?: readonly Section[];
  /** `id` of the section that is shown. */
  current?: string;
  children: ComponentChildren;
}

/** What every own page has around it: whose it is, the way to the others, its sections, its main part. */
export function Frame({ t, path, sections = [], current, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">
        {t("pages_skip")}
      </a>
      <header class="page-head">
        <p class="page-name">
          <Seal />
          {t("extension_name")}
        </p>
        <nav class="page-links" aria-label={t("pages_others")}>
          {PAGES.map((page) => (
            <a
              key={page.path}
              href={page.path}
              {...(page.path === path ? { "aria-current": "page" as const } : {})}
            >
              {t(page.key)}
            </a>
          ))}
        </nav>
      </header>
      <div class={sections.length > 0 ? "page-body with-sections" : "page-body"}>
        {sections.length > 0 && (
          <nav class="page-sections" aria-label={t("pages_sections")}>
            <ul>
              {sections.map(({ id, name, badge }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    {...(id === current ? { "aria-current": "page" as const } : {})}
                  >
                    {name}
                    {badge}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main class="page-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
