import { useEffect, useRef } from "preact/hooks";
import { missingItems, REQUIRED_ITEMS } from "../accounts/required-items.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { titleOf } from "../policy/words.ts";
import { nameOf } from "./account-name.ts";
import { FlagField, SpotField } from "./key-field.tsx";
import { useSettings } from "./model.ts";
import { fieldSpot, itemSpot, keySpot, type Spot } from "./paths.ts";
import { RecordTable } from "./record-table.tsx";
import { valueAt } from "./values.ts";

/** How the form is divided; what the catalogue has beyond this stands at the end. */
const GROUPS = [
  { key: "settings_account_what", fields: ["platform", "name", "handle", "id", "url", "status"] },
  { key: "settings_account_who", fields: ["department", "departments", "manager", "operators"] },
  { key: "settings_account_how", fields: ["purpose", "topics", "hours", "replies", "privacy"] },
  { key: "settings_account_terms", fields: ["terms"] },
  { key: "settings_account_delegate", fields: ["delegate"] },
] as const;

/** Everything that is to be said of one account, and which clause asks for it. */
export function AccountForm({ index }: { index: number }) {
  const { t, shown, change, lockOf, say, goTo } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const spot = itemSpot(keySpot("accounts"), index);
  const account = valueAt(shown, spot.place);
  const missing = missingItems(account);
  const isLocked = lockOf("accounts") !== null;
  const all = spot.shape.kind === "record" ? Object.keys(spot.shape.fields) : [];
  const grouped = GROUPS.flatMap(({ fields }): readonly string[] => fields);
  const groups: { key: string; fields: readonly string[] }[] = [
    ...GROUPS,
    { key: "settings_account_more", fields: all.filter((field) => !grouped.includes(field)) },
  ];
  // The list is gone and with it what had the focus.
  useEffect(() => heading.current?.focus(), []);

  function remove(): void {
    location.hash = "#accounts";
    change(spot.place, undefined);
    say(t("settings_account_removed"));
  }

  return (
    <section>
      <a class="back" href="#accounts">
        {t("settings_account_back")}
      </a>
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(account) || t("settings_account_new")}
      </h2>
      {missing.length > 0 && (
        <Banner level="care" title={t("settings_account_lacks", String(missing.length))}>
          <ul class="in-line">
            {missing.map(({ clause, path }) => (
              <li key={path.join(".")}>
                <button
                  type="button"
                  class="link"
                  onClick={() => goTo([spot.path, ...path].join("."))}
                >
                  {t("settings_account_item", t(titleOf(["accounts", ...path])), clause)}
                </button>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {groups.map(({ key, fields }) => (
        <section key={key} class="part">
          <h3>{t(key)}</h3>
          {fields.map((field) => (
            <AccountField key={field} spot={fieldSpot(spot, field)} account={account} />
          ))}
        </section>
      ))}
      {!isLocked && (
        <div class="part buttons">
          <Button look="grave" onPress={remove}>
            {t("settings_account_remove")}
          </Button>
        </div>
      )}
    </section>
  );
}

function AccountField({ spot, account }: { spot: Spot; account: unknown }) {
  const { shape } = spot;
  if (shape.kind === "flag") return <FlagField spot={spot} />;
  if (shape.kind === "list" && shape.of.kind === "record") return <RecordTable spot={spot} />;
  if (shape.kind === "record") {
    return (
      <>
        {Object.keys(shape.fields).map((name) => (
          <AccountField key={name} spot={fieldSpot(spot, name)} account={account} />
        ))}
      </>
    );
  }
  return <SpotField spot={spot} badge={<ClauseBadge spot={spot} account={account} />} />;
}

/** Which clause asks for it, and whether it is still missing. */
function ClauseBadge({ spot, account }: { spot: Spot; account: unknown }) {
  const { t } = useSettings();
  const field = spot.words.slice(1).join(".");
  const item = REQUIRED_ITEMS.find(({ path }) => path.join(".") === field);
  if (!item) return null;
  const isMissing = missingItems(account).includes(item);
  return (
    <span class={isMissing ? "badge care" : "badge"}>
      {isMissing ? t("settings_account_asked_missing", item.clause) : item.clause}
    </span>
  );
}
