import { useEffect, useState } from "preact/hooks";
import type { Account } from "../contract.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import type { Translate } from "../ui/parts.tsx";
import { accountKey } from "./drafts.ts";
import { wordsOf } from "./words.ts";

export interface HandedProps {
  t: Translate;
  /** What the page that led here hands over, by field. */
  values: Readonly<Record<string, string>>;
  accounts: readonly Account[];
  /** Key of the account that is chosen. */
  chosen: string;
  form: Readonly<Record<string, string>>;
  onAccount(key: string): void;
  onTake(values: Readonly<Record<string, string>>): void;
}

/** What was handed over goes into empty fields; where something is written, a person decides. */
export function Handed({ t, values, accounts, chosen, form, onAccount, onTake }: HandedProps) {
  const [left, setLeft] = useState(values);
  useEffect(() => setLeft(values), [values]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what was handed over, and for its account
  useEffect(() => {
    if (Object.keys(left).length === 0) return;
    const { account, ...fields } = left;
    if (account !== undefined) {
      const found = accounts.find((one) => isNamed(one, account));
      if (found && accountKey(found) !== chosen) onAccount(accountKey(found));
      setLeft(fields);
      return;
    }
    const entries = Object.entries(fields);
    const free = entries.filter(([field]) => (form[field] ?? "") === "");
    if (free.length > 0) onTake(Object.fromEntries(free));
    setLeft(Object.fromEntries(entries.filter(([field, value]) => isOther(form[field], value))));
    // A reload shall not hand it over once more.
    history.replaceState(null, "", location.hash.split("?")[0]);
  }, [left, chosen]);

  if (!Object.entries(left).some(([field, value]) => isOther(form[field], value))) return null;
  return (
    <Banner level="care" title={t("documents_handed")}>
      <ul>
        {Object.entries(left).map(([field, value]) => (
          <li key={field}>{t("documents_handed_value", t(wordsOf("field", field)), value)}</li>
        ))}
      </ul>
      <div class="buttons">
        <Button
          isSmall
          onPress={() => {
            onTake(left);
            setLeft({});
          }}
        >
          {t("documents_handed_take")}
        </Button>
        <Button isSmall look="plain" onPress={() => setLeft({})}>
          {t("documents_handed_leave")}
        </Button>
      </div>
    </Banner>
  );
}

const isOther = (written = "", handed: string) => written !== "" && written !== handed;

/** As `accountKey` names it, or by any of its names. */
function isNamed(account: Account, named: string): boolean {
  const wanted = named.replace(/^@/, "").toLowerCase();
  const names = [accountKey(account), account.handle, account.id, account.name];
  return names.some((name) => name !== undefined && name.toLowerCase() === wanted);
}
