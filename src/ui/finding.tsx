import type { FindingView } from "./model.ts";
import { clauseName, Leads, type Translate, wordsOf } from "./parts.tsx";
import { trusted } from "./trusted.ts";

export interface FindingBodyProps {
  finding: FindingView;
  guidelineTitle: string;
  /** `_locales` key of something that went wrong with its repair. */
  notice?: string | undefined;
  /** Names by which the surface around it refers to its parts; each once in a document. */
  ids: { words: string; message: string };
  t: Translate;
  onGuide(): void;
}

/** What is said about one finding, the same wherever it is shown: where, what, whither and why. */
export function FindingBody({
  finding,
  guidelineTitle,
  notice,
  ids,
  t,
  onGuide,
}: FindingBodyProps) {
  const name = clauseName(finding.clause);
  return (
    <>
      <div class={`sentence ${finding.level}`} id={ids.words}>
        {finding.before}
        <b>{wordsOf(finding, t)}</b>
        {finding.after}
      </div>
      <div class="message" id={ids.message}>
        {finding.message}
      </div>
      {notice && <div class="notice">{t(notice)}</div>}
      {finding.isAsking && <div class="leads">{t("ui_card_asking")}</div>}
      {finding.destination && <Leads destination={finding.destination} t={t} />}
      <div class="why">
        {finding.clause.text
          ? t("ui_card_clause", guidelineTitle, name, finding.clause.text)
          : t("ui_card_clause_bare", guidelineTitle, name)}
        <button
          type="button"
          class="more"
          aria-label={t("ui_card_more_name", name)}
          onClick={trusted(onGuide)}
        >
          {t("ui_card_more")}
        </button>
      </div>
    </>
  );
}
