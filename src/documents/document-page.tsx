import { useEffect, useState } from "preact/hooks";
import type { Account } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import type { OpenPage } from "../pages/open.ts";
import { isKey } from "../policy/policy.ts";
import type { Translate } from "../ui/parts.tsx";
import { compose, titleOf } from "./compose.ts";
import { Confirm } from "./confirm.tsx";
import { accountKey, keepChosen, readChosen, type Store } from "./drafts.ts";
import { Editor } from "./editor.tsx";
import { Form } from "./form.tsx";
import { Handed } from "./handed.tsx";
import { MissingList } from "./missing-list.tsx";
import { Outputs } from "./outputs.tsx";
import { Paper } from "./paper.tsx";
import { registerPaths } from "./register-paths.ts";
import { accountList, officialAccounts } from "./texts/account-list.ts";
import { type DocumentText, nameOf } from "./texts/writer.ts";
import { isoToday } from "./today.ts";
import { useDraft } from "./use-draft.ts";
import { wordsOf } from "./words.ts";

export interface DocumentPageProps {
  t: Translate;
  page: OpenPage;
  store: Store;
  text: DocumentText;
  /** Handed over by the page that led here, by field. */
  values: Readonly<Record<string, string>>;
  answer: SettingsAnswer;
}

/** One document: its form, what it lacks, the ways out, and the paper itself, which can be edited. */
export function DocumentPage({ t, page, store, text, values, answer }: DocumentPageProps) {
  const { policy } = answer.status;
  const [chosen, setChosen] = useState(() => readChosen(store));
  const hasAccount = text.fields.some(({ kind }) => kind === "account");
  const account = hasAccount
    ? (policy.accounts.find((one) => accountKey(one) === chosen) ?? null)
    : null;
  const draft = useDraft(store, text, accountKey(account));
  const [isEditing, setEditing] = useState(false);
  const [asking, setAsking] = useState<"clear" | "undo" | null>(null);
  const today = isoToday();
  const { form, edits } = draft;

  const source = { policy, account, pathOf: registerPaths(answer), form, today };
  const { made, blocks, missing, overtaken } = compose(text, source, edits);

  usePrintTitle(titleOf(blocks));

  function choose(key: string): void {
    keepChosen(store, key);
    setChosen(key);
  }

  const isLocked = (key: string) => isKey(key) && answer.status.keys[key].lock !== null;
  const note = t(wordsOf("note", text.id));
  return (
    <>
      <p class="lead">{t(wordsOf("lead", text.id))}</p>
      {note && (
        <Banner level="hint">
          <p>{note}</p>
        </Banner>
      )}
      <Handed
        t={t}
        values={values}
        accounts={policy.accounts}
        chosen={accountKey(account)}
        form={form}
        onAccount={choose}
        onTake={draft.write}
      />
      {text === accountList && <LeftOut t={t} accounts={policy.accounts} />}
      {draft.isLost && <Banner level="stop" title={t("documents_not_kept")} />}
      <div class="desk">
        <div class="desk-form">
          <Form
            t={t}
            lang={page.lang}
            policy={policy}
            text={text}
            form={form}
            account={account}
            onAccount={choose}
            onChange={(field, value) => draft.write({ [field]: value })}
          />
          <div class="part buttons">
            <Button isSmall look="grave" onPress={() => setAsking("clear")}>
              {t("documents_clear")}
            </Button>
          </div>
        </div>
        <div class="desk-paper">
          <MissingList t={t} missing={missing} isLocked={isLocked} />
          <Outputs t={t} page={page} blocks={blocks} missing={missing.length} today={today} />
          <section class="part" aria-labelledby="paper-title">
            <div class="paper-head">
              <h2 id="paper-title">{t("documents_paper")}</h2>
              <Button isSmall onPress={() => setEditing(!isEditing)}>
                {t(isEditing ? "documents_edit_end" : "documents_edit")}
              </Button>
              {isEditing && Object.keys(edits).length > 0 && (
                <Button isSmall look="plain" onPress={() => setAsking("undo")}>
                  {t("documents_undo_all")}
                </Button>
              )}
            </div>
            <p class="hint-text">
              {t(isEditing ? "documents_edit_words" : "documents_paper_words")}
            </p>
            {overtaken.length > 0 && (
              <Banner level="care" title={t("documents_overtaken", String(overtaken.length))}>
                <p>{t("documents_overtaken_words")}</p>
                {!isEditing && (
                  <div class="buttons">
                    <Button isSmall onPress={() => setEditing(true)}>
                      {t("documents_edit")}
                    </Button>
                  </div>
                )}
              </Banner>
            )}
            {isEditing && <Editor t={t} made={made} edits={edits} onEdit={draft.edit} />}
            <div class={isEditing ? "print-only" : ""}>
              <Paper blocks={blocks} name={t(wordsOf("name", text.id))} />
            </div>
          </section>
        </div>
      </div>
      {asking === "clear" && (
        <Confirm
          t={t}
          title={t("documents_clear_ask")}
          words={t("documents_clear_words")}
          action={t("documents_clear")}
          onDo={() => {
            draft.clear();
            page.say(t("documents_cleared"));
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "undo" && (
        <Confirm
          t={t}
          title={t("documents_undo_all_ask")}
          words={t("documents_undo_all_words")}
          action={t("documents_undo_all")}
          onDo={() => draft.edit({})}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** Only official accounts are published; which ones are not shall be plain to whoever publishes. */
function LeftOut({ t, accounts }: { t: Translate; accounts: readonly Account[] }) {
  const official = officialAccounts(accounts);
  const others = accounts.filter((account) => !official.includes(account));
  if (others.length === 0) return null;
  const names = others.map((account) => nameOf(account) || t("documents_account_unnamed"));
  return (
    <Banner level="hint" title={t("documents_left_out", String(others.length))}>
      <p>
        {names.join(t("ui_list_separator"))} <a href="#overview">{t("documents_accounts")}</a>
      </p>
    </Banner>
  );
}

/** A browser names the PDF after the page. */
function usePrintTitle(title: string): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let before = "";
    window.addEventListener(
      "beforeprint",
      () => {
        before = document.title;
        document.title = title;
      },
      { signal },
    );
    window.addEventListener(
      "afterprint",
      () => {
        document.title = before;
      },
      { signal },
    );
    return () => controller.abort();
  }, [title]);
}
