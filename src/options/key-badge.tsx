import type { Policy } from "../contract.ts";
import { Button } from "../pages/button.tsx";
import { Mark } from "../pages/marks.tsx";
import { KEYS } from "../policy/keys.ts";
import type { Lock } from "../policy/status.ts";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { useSettings } from "./model.ts";
import { valueAt } from "./values.ts";

/** Where a value that is chosen from few comes from, and the way back to the default. */
export function KeyBadge({ name }: { name: keyof Policy }) {
  const { t, shown, lockOf, change, say } = useSettings();
  const { shape } = KEYS[name];
  if (lockOf(name) !== null) {
    return (
      <span class="badge">
        <Mark name="lock" />
        {t("settings_locked")}
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

export function lockKey(lock: Lock): string {
  return `settings_lock_${lock}`;
}

export function LockBanner({ name, t }: { name: keyof Policy; t: Translate }) {
  const { lockOf } = useSettings();
  const lock = lockOf(name);
  return lock === null ? null : (
    <p class="hint-text">
      <span class="lock-text">
        <Mark name="lock" />
        {t(lockKey(lock))}
      </span>
    </p>
  );
}
