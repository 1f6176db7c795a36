import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Frame } from "../pages/frame.tsx";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";
import { addressOf, OVERVIEW } from "./address.ts";
import { DocumentPage } from "./document-page.tsx";
import type { Store } from "./drafts.ts";
import { Overview } from "./overview.tsx";
import { DOCUMENTS } from "./texts/index.ts";
import { wordsOf } from "./words.ts";

/** The worker's end, as far as this page uses it. */
export interface DocumentsPort {
  status(): Promise<SettingsAnswer>;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export interface DocumentsProps {
  t: Translate;
  page: OpenPage;
  port: DocumentsPort;
  store: Store;
}

/** The documents that the guideline asks for, each made from register, settings and a small form. */
export function Documents({ t, page, port, store }: DocumentsProps) {
  const [answer, setAnswer] = useState<SettingsAnswer | "asking" | "missing">("asking");
  const [address, setAddress] = useState(() => addressOf(location.hash));

  const load = useCallback(async () => {
    try {
      setAnswer(await port.status());
    } catch {
      setAnswer("missing");
    }
  }, [port]);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    port.onChanged(() => void load(), signal);
    window.addEventListener("hashchange", () => setAddress(addressOf(location.hash)), { signal });
    void load();
    return () => life.abort();
  }, [port, load]);

  const { document: text, values } = address;
  const id = text?.id ?? OVERVIEW;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document begins at its top
  useLayoutEffect(() => window.scrollTo(0, 0), [id]);

  return (
    <Frame
      t={t}
      path="/documents.html"
      current={id}
      sections={[
        { id: OVERVIEW, name: t("documents_overview") },
        ...DOCUMENTS.map((one) => ({ id: one.id, name: t(wordsOf("name", one.id)) })),
      ]}
    >
      <h1>{text ? t(wordsOf("name", text.id)) : t("pages_documents")}</h1>
      {answer === "asking" && <p role="status">{t("status_asking")}</p>}
      {answer === "missing" && (
        <Banner level="stop" title={t("settings_missing")}>
          <div class="buttons">
            <Button onPress={() => void load()}>{t("status_again")}</Button>
          </div>
        </Banner>
      )}
      {typeof answer === "object" &&
        (text ? (
          <DocumentPage
            key={text.id}
            t={t}
            page={page}
            store={store}
            text={text}
            values={values}
            answer={answer}
          />
        ) : (
          <Overview t={t} page={page} store={store} answer={answer} />
        ))}
    </Frame>
  );
}
