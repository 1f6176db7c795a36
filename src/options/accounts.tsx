import { useState } from "preact/hooks";
import { missingItems } from "../accounts/required-items.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Mark } from "../pages/marks.tsx";
import { Table } from "../pages/table.tsx";
import { choiceOf, descriptionOf, titleOf } from "../policy/words.ts";
import { AccountForm } from "./account-form.tsx";
import { nameOf } from "./account-name.ts";
import { textOf } from "./control.tsx";
import { KeyBadge } from "./key-badge.tsx";
import { KeyField } from "./key-field.tsx";
import { useSettings } from "./model.ts";
import { fieldSpot, itemSpot, keySpot } from "./paths.ts";
import { TakeRows } from "./take-rows.tsx";
import { valueAt } from "./values.ts";

/** The register: every account in a table, or one of them with everything that is to be said of it. */
export function Accounts({ account }: { account: number | null }) {
  const { shown } = useSettings();
  const value = valueAt(shown, ["accounts"]);
  const accounts = Array.isArray(value) ? value : [];
  if (account !== null && account < accounts.length)
    return <AccountForm key={account} index={account} />;
  return (
    <>
      <Register accounts={accounts} />
      <KeyField name="trustedAccounts" />
      <div class="part">
        <KeyField name="unregisteredAccounts" />
        <KeyField name="requireManagedDevice" />
      </div>
    </>
  );
}

function Register({ accounts }: { accounts: readonly unknown[] }) {
  const { t, change, lockOf, problems } = useSettings();
  const [isTaking, setTaking] = useState(false);
  const isLocked = lockOf("accounts") !== null;
  const spot = keySpot("accounts");
  const missing = accounts.filter((account) => missingItems(account).length > 0).length;

  function add(): void {
    change(["accounts", accounts.length], { platform: "x" });
    location.hash = `#accounts/${accounts.length}`;
  }

  return (
    <section>
      <div class="part-head">
        <h2>{t(titleOf(["accounts"]))}</h2>
        <KeyBadge name="accounts" />
      </div>
      <p class="hint-text">{t(descriptionOf(["accounts"]))}</p>
      {missing > 0 && (
        <Banner level="care" title={t("settings_accounts_missing", String(missing))}>
          <p>{t("settings_accounts_missing_hint")}</p>
        </Banner>
      )}
      {accounts.length === 0 ? (
        <p class="empty">{t("settings_accounts_none")}</p>
      ) : (
        <Table
          isCaptionHidden
          caption={t("settings_table", t(titleOf(["accounts"])), String(accounts.length))}
          rows={accounts}
          columns={[
            {
              title: t(titleOf(["accounts", "name"])),
              isHeader: true,
              cell: (account, index) => (
                <a href={`#accounts/${index}`}>{nameOf(account) || t("settings_account_new")}</a>
              ),
            },
            {
              title: t(titleOf(["accounts", "platform"])),
              cell: (account) => choiceWords("platform", account),
            },
            {
              title: t(titleOf(["accounts", "handle"])),
              cell: (account) => textOf(valueAt(account, ["handle"])),
            },
            {
              title: t(titleOf(["accounts", "department"])),
              cell: (account) => textOf(valueAt(account, ["department"])),
            },
            {
              title: t(titleOf(["accounts", "status"])),
              cell: (account) => choiceWords("status", account),
            },
            {
              title: t("settings_accounts_items"),
              cell: (account, index) => stateOf(account, index),
            },
          ]}
        />
      )}
      {!isLocked && (
        <div class="buttons under">
          <Button isSmall onPress={add}>
            <Mark name="add" />
            {t("settings_account_add")}
          </Button>
          <Button isSmall onPress={() => setTaking(true)}>
            {t("settings_take_rows")}
          </Button>
        </div>
      )}
      {isTaking && <TakeRows spot={spot} pasted="" onClose={() => setTaking(false)} />}
    </section>
  );

  function choiceWords(field: "platform" | "status", account: unknown): string {
    const value = textOf(valueAt(account, [field]));
    const { shape, words } = fieldSpot(itemSpot(spot, 0), field);
    const isKnown = shape.kind === "choice" && shape.of.includes(value);
    return isKnown ? t(choiceOf(words, shape, value)) : value;
  }

  function stateOf(account: unknown, index: number) {
    const count = missingItems(account).length;
    const isWrong = problems.list.some(({ path }) => path.startsWith(`accounts[${index}]`));
    if (isWrong) return <span class="badge stop">{t("settings_account_wrong")}</span>;
    return count === 0 ? (
      t("settings_account_whole")
    ) : (
      <span class="badge care">{t("settings_account_lacks", String(count))}</span>
    );
  }
}
