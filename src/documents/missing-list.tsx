import { fieldHashOf } from "../options/sections.ts";
import { Banner } from "../pages/banner.tsx";
import { isKey } from "../policy/policy.ts";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import type { Composed } from "./compose.ts";
import type { Place } from "./texts/writer.ts";
import { wordsOf } from "./words.ts";

export interface MissingListProps {
  t: Translate;
  missing: Composed["missing"];
  /** Whether only the organisation's managed policy can set this key of the settings. */
  isLocked(key: string): boolean;
}

/** What the document lacks, each with the way to where it is filled in. */
export function MissingList({ t, missing, isLocked }: MissingListProps) {
  if (missing.length === 0) return <Banner level="done" title={t("documents_whole")} />;
  return (
    <Banner level="care" title={t("documents_lacks", String(missing.length))}>
      <ul class="missing">
        {missing.map(({ label, place }) => (
          <li key={label}>
            <Way t={t} label={label} place={place} />
          </li>
        ))}
      </ul>
      {missing.some(({ place }) => place?.at === "settings" && isLocked(keyOf(place.path))) && (
        <p>{t("documents_locked")}</p>
      )}
    </Banner>
  );
}

function Way({ t, label, place }: { t: Translate; label: string; place: Place | null }) {
  if (place?.at === "settings") {
    return (
      <a href={`/options.html${fieldHashOf(place.path)}`}>
        {t("documents_in_settings", settingWords(place.path, label, t))}
      </a>
    );
  }
  const isForm = place?.at === "form";
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        const selector = isForm
          ? `[data-field="${CSS.escape(place.field)}"]`
          : `mark[data-missing="${CSS.escape(label)}"]`;
        const found = document.querySelector<HTMLElement>(selector);
        found?.scrollIntoView({ block: "center" });
        found?.focus();
      }}
    >
      {isForm
        ? t("documents_in_form", t(wordsOf("field", place.field)))
        : t("documents_in_text", label)}
    </button>
  );
}

const keyOf = (path: string) => /^\w*/.exec(path)?.[0] ?? "";

/** What the settings call it; of a list of accounts, which one stands in the document's own words. */
function settingWords(path: string, label: string, t: Translate): string {
  const [key = "", ...fields] = path.replace(/\[\d+\]/, "").split(".");
  const title = isKey(key) ? t(titleOf([key, ...fields])) : label;
  const account = /（(.*)）$/.exec(label)?.[1];
  return account === undefined ? title : t("documents_of_account", title, account);
}
