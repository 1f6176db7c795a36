import { useEffect, useRef, useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { readHomepage } from "./homepage.ts";

export interface SetUpProps {
  t: Translate;
  /** What is set on this machine already. */
  local: Readonly<Record<string, unknown>>;
  /** The last try to save was not answered. */
  isMissing: boolean;
  onSave(set: { organizationName: string; homepageUrl: string }): void;
  onSkip(): void;
}

/** Two questions: whose posts these are, and which sites are their own. */
export function SetUp({ t, local, isMissing, onSave, onSkip }: SetUpProps) {
  const [name, setName] = useState(textOf(local.organizationName));
  const [site, setSite] = useState(textOf(local.homepageUrl));
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const homepage = readHomepage(site);
  const isNamed = name.trim() !== "";

  function submit(event: Event): void {
    event.preventDefault();
    if (isNamed && homepage) {
      onSave({ organizationName: name.trim(), homepageUrl: homepage.url });
    } else {
      setTries(tries + 1);
    }
  }
  useEffect(() => {
    // The first field that is to be mended is where the person goes on, with the reason beside it.
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [tries]);

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <p class="ask">{t("welcome_ask")}</p>
      <Field
        label={t(titleOf(["organizationName"]))}
        error={tries > 0 && !isNamed ? t("welcome_name_missing") : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            class="input"
            autocomplete="organization"
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t("welcome_site")}
        hint={homepage ? t("welcome_site_means", homepage.domain) : t("welcome_site_hint")}
        error={tries > 0 && !homepage ? t("welcome_site_wrong") : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            class="input"
            inputMode="url"
            autocomplete="url"
            spellcheck={false}
            value={site}
            onInput={({ currentTarget }) => setSite(currentTarget.value)}
          />
        )}
      </Field>
      {isMissing && <Banner level="stop" title={t("welcome_missing")} />}
      <div class="buttons">
        <button type="submit" class="button main">
          {t("welcome_save")}
        </button>
        <Button look="plain" onPress={onSkip}>
          {t("welcome_skip")}
        </Button>
      </div>
      <p class="hint-text">{t("welcome_later")}</p>
    </form>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
