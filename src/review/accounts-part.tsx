import { useMemo } from "preact/hooks";
import { Table } from "../pages/table.tsx";
import type { Columns } from "./columns.ts";
import type { Words } from "./names.ts";
import { type AccountState, accountStates } from "./register.ts";

/** Accounts that nobody has reviewed for a year, or that have been silent for half of one. */
export function AccountsPart({ words, columns }: { words: Words; columns: Columns }) {
  const { t, policy } = words;
  const states = useMemo(() => accountStates(policy, columns, Date.now()), [policy, columns]);
  const found = states.filter(({ isOverdue, isSilent }) => isOverdue || isSilent === "yes");
  const unknown = states.filter(({ isSilent }) => isSilent === "unknown").length;
  return (
    <section class="part" id="accounts" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t("review_part_accounts")}</h2>
      <p class="hint-text">{t("review_accounts_lead")}</p>
      {states.length === 0 ? (
        <p class="empty">
          {t("review_accounts_no_register")}{" "}
          <a href="/options.html#accounts">{t("review_accounts_open")}</a>
        </p>
      ) : found.length === 0 ? (
        <p class="empty">{t("review_accounts_none")}</p>
      ) : (
        <Table<AccountState>
          caption={t("review_accounts_found", String(found.length), String(states.length))}
          columns={[
            {
              title: t("journal_column_account"),
              isHeader: true,
              cell: ({ account }) => (
                <a href={`/options.html#accounts/${policy.accounts.indexOf(account)}`}>
                  {t(
                    "review_account",
                    account.name ?? account.handle ?? account.id ?? "",
                    t(`ui_platform_${account.platform}`),
                  )}
                </a>
              ),
            },
            {
              title: t("review_accounts_department"),
              cell: ({ account }) => account.department ?? "",
            },
            {
              title: t("review_accounts_reviewed"),
              cell: ({ reviewedOn, isOverdue }) => (
                <>
                  {reviewedOn ?? t("review_accounts_never")}
                  {isOverdue && reviewedOn && (
                    <span class="badge care">{t("review_accounts_overdue")}</span>
                  )}
                </>
              ),
            },
            {
              title: t("review_accounts_last"),
              cell: ({ lastPost, isSilent }) => (
                <>
                  {lastPost ?? t("review_accounts_no_post")}
                  {isSilent === "yes" && (
                    <span class="badge care">{t("review_accounts_silent")}</span>
                  )}
                </>
              ),
            },
          ]}
          rows={found}
          keyOf={(_, index) => index}
        />
      )}
      {unknown > 0 && <p class="hint-text">{t("review_accounts_unknown", String(unknown))}</p>}
    </section>
  );
}
