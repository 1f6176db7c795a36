import { useState } from "preact/hooks";
import { Button } from "../pages/button.tsx";
import type { Translate } from "../ui/parts.tsx";

/** A piece of a settings file, to be seen and copied. `name`: what it is about, for screen readers. */
export function Copy({ t, text, name }: { t: Translate; text: string; name: string }) {
  const [outcome, setOutcome] = useState<"" | "status_copied" | "status_not_copied">("");
  async function copy(): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? "status_copied" : "status_not_copied");
  }
  return (
    <details class="snippet">
      <summary>{t("review_snippet")}</summary>
      <pre class="code">{text}</pre>
      <div class="buttons">
        <Button isSmall name={t("review_copy_of", name)} onPress={() => void copy()}>
          {t("review_copy")}
        </Button>
        <span role="status">{outcome && t(outcome)}</span>
      </div>
    </details>
  );
}
