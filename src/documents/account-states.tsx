import { isReviewDue, lastReview, statusSince } from "../accounts/overdue.ts";
import type { Account } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";
import { fieldHashOf } from "../options/sections.ts";
import { Banner } from "../pages/banner.tsx";
import { Table } from "../pages/table.tsx";
import { KEYS } from "../policy/keys.ts";
import { choiceOf, titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { registerPaths } from "./register-paths.ts";
import { nameOf, platformName } from "./texts/writer.ts";
import { isoToday } from "./today.ts";

/** How each account stands, since when, and which ones nobody has looked at for a year. */
export function AccountStates({ t, answer }: { t: Translate; answer: SettingsAnswer }) {
  const { accounts } = answer.status.policy;
  const today = isoToday();
  const pathOf = registerPaths(answer);
  const due = accounts.filter((account) => isReviewDue(account, today));
  const nameFor = (account: Account) => nameOf(account) || t("documents_account_unnamed");
  return (
    <section class="part" id="accounts">
      <h2>{t("documents_accounts")}</h2>
      {accounts.length === 0 ? (
        <p class="empty">
          {t("documents_accounts_none")}{" "}
          <a href="/options.html#accounts">{t("documents_to_register")}</a>
        </p>
      ) : (
        <>
          {due.length > 0 && (
            <Banner level="care" title={t("documents_review_due", String(due.length))}>
              <ul>
                {due.map((account) => (
                  <li key={pathOf(account)}>
                    <a href={`/options.html${fieldHashOf(`${pathOf(account)}.reviewedOn`)}`}>
                      {nameFor(account)}
                    </a>
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          <Table
            caption={t("documents_accounts")}
            isCaptionHidden
            rows={accounts}
            columns={[
              {
                title: t(titleOf(["accounts", "name"])),
                isHeader: true,
                cell: (account) => (
                  <a href={`/options.html${fieldHashOf(`${pathOf(account)}.status`)}`}>
                    {nameFor(account)}
                  </a>
                ),
              },
              {
                title: t(titleOf(["accounts", "platform"])),
                cell: ({ platform }) => platformName(platform),
              },
              {
                title: t(titleOf(["accounts", "status"])),
                cell: (account) => statusWords(account, t),
              },
              {
                title: t("documents_status_since"),
                cell: (account) => statusSince(account) ?? t("documents_no_date"),
              },
              {
                title: t(titleOf(["accounts", "statusHistory"])),
                cell: (account) => <History account={account} t={t} />,
              },
              {
                title: t(titleOf(["accounts", "reviewedOn"])),
                cell: (account) => (
                  <>
                    {lastReview(account) ?? t("documents_no_date")}
                    {due.includes(account) && <span class="badge care">{t("documents_due")}</span>}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function History({ account: { statusHistory = [] }, t }: { account: Account; t: Translate }) {
  if (statusHistory.length === 0) return t("documents_no_date");
  return (
    <ul class="history">
      {statusHistory.map(({ status, on }) => (
        <li key={`${status} ${on}`}>
          {on} {statusWords({ status }, t)}
        </li>
      ))}
    </ul>
  );
}

function statusWords({ status }: { status?: string }, t: Translate): string {
  const register = KEYS.accounts.shape;
  const account = register.kind === "list" ? register.of : register;
  const shape = account.kind === "record" ? account.fields.status : undefined;
  if (status === undefined) return t("documents_no_status");
  return shape?.kind === "choice" && shape.of.includes(status)
    ? t(choiceOf(["accounts", "status"], shape, status))
    : status;
}
