import type { Policy } from "../contract.ts";
import { Button } from "../pages/button.tsx";
import { Mark } from "../pages/marks.tsx";
import { KEYS } from "../policy/keys.ts";
import { titleOf } from "../policy/words.ts";
import { useSettings } from "./model.ts";
import { valueAt } from "./values.ts";

/** Who locked a value, or where one that is chosen from few comes from, and the way back to the default. */
export function KeyBadge({ name }: { name: keyof Policy }) {
  const { t, shown, lockOf, change, say } = useSettings();
  const { shape } = KEYS[name];
  const lock = lockOf(name);
  if (lock !== null) {
    return (
      <span class="badge">
        <Mark name="lock" />
        {t(`settings_lock_${lock}`)}
      </span>
    );
  }
  const isChosen = shape.kind === "choice" || shape.kind === "flag" || shape.kind === "integer";
  if (!isChosen) return null;
  const value = valueAt(shown, [name]);
  if (value === undefined || value === KEYS[name].default) {
    return <span class="badge">{t("settings_default")}</span>;
  }
  return (
    <Button
      look="plain"
      isSmall
      name={t("settings_to_default_name", t(titleOf([name])))}
      onPress={() => {
        change([name], undefined);
        say(t("settings_to_default_done"));
      }}
    >
      {t("settings_to_default")}
    </Button>
  );
}
