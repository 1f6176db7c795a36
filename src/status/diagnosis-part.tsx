import { useId, useState } from "preact/hooks";
import type { SettingsAnswer } from "../messages.ts";
import { Button } from "../pages/button.tsx";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";
import { diagnosis } from "./diagnosis.ts";

export interface DiagnosisProps {
  answer: SettingsAnswer;
  t: Translate;
  page: OpenPage;
}

/** One button that copies everything that whoever helps needs to know, and what it copied. */
export function Diagnosis({ answer, t, page }: DiagnosisProps) {
  const [outcome, setOutcome] = useState<{ text: string; isCopied: boolean } | null>(null);
  const id = useId();

  async function copy(): Promise<void> {
    const text = diagnosis(answer, t, new Date().toLocaleString(page.lang));
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome({ text, isCopied });
    page.say(t(isCopied ? "status_copied" : "status_not_copied"));
  }

  return (
    <section class="part" id="diagnosis" aria-labelledby="diagnosis-title">
      <h2 id="diagnosis-title">{t("status_diagnosis")}</h2>
      <p>{t("status_diagnosis_lead")}</p>
      <div class="buttons">
        <Button look="main" onPress={() => void copy()}>
          {t("status_copy")}
        </Button>
        {outcome && <span>{t(outcome.isCopied ? "status_copied" : "status_not_copied")}</span>}
      </div>
      {outcome && (
        <div class="field">
          <label for={id}>{t("status_copied_text")}</label>
          <textarea id={id} class="textarea code" readonly rows={8} value={outcome.text} />
        </div>
      )}
    </section>
  );
}
