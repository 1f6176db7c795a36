import { useState } from "preact/hooks";
import type { SettingsAnswer } from "../messages.ts";
import { Button } from "../pages/button.tsx";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";
import { AccountStates } from "./account-states.tsx";
import { Confirm } from "./confirm.tsx";
import { forgetAll, type Store } from "./drafts.ts";
import { OCCASIONS } from "./texts/index.ts";
import { wordsOf } from "./words.ts";

export interface OverviewProps {
  t: Translate;
  page: OpenPage;
  store: Store;
  answer: SettingsAnswer;
}

/** Which document is for what, how the accounts stand, and what is kept here. */
export function Overview({ t, page, store, answer }: OverviewProps) {
  return (
    <>
      <p class="lead">{t("documents_lead")}</p>
      {OCCASIONS.map(({ id, documents }) => (
        <section key={id} class="part">
          <h2>{t(`documents_occasion_${id}`)}</h2>
          <dl class="occasion">
            {documents.map((one) => (
              <div key={one.id}>
                <dt>
                  <a href={`#${one.id}`}>{t(wordsOf("name", one.id))}</a>
                  <span class="badge">{one.clause}</span>
                </dt>
                <dd>{t(wordsOf("lead", one.id))}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <AccountStates t={t} answer={answer} />
      <Kept t={t} page={page} store={store} />
    </>
  );
}

/** What was written stays on this machine until somebody removes it; it may name residents. */
function Kept({ t, page, store }: Pick<OverviewProps, "t" | "page" | "store">) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="part">
      <h2>{t("documents_kept")}</h2>
      <p>{t("documents_kept_words")}</p>
      <div class="buttons">
        <Button look="grave" onPress={() => setAsking(true)}>
          {t("documents_forget_all")}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          t={t}
          title={t("documents_forget_all_ask")}
          words={t("documents_forget_words")}
          action={t("documents_forget_all")}
          onDo={() => {
            forgetAll(store);
            page.say(t("documents_forgotten"));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
