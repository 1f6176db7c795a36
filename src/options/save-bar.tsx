import { Button } from "../pages/button.tsx";
import { Mark } from "../pages/marks.tsx";
import type { Translate } from "../ui/parts.tsx";

export interface SaveBarProps {
  t: Translate;
  /** Names of the parts in which something is not saved. */
  changed: readonly string[];
  canUndo: boolean;
  canRedo: boolean;
  isSaving: boolean;
  /** It has just been saved. */
  isSaved: boolean;
  /** A copy is not saved on this machine, but as a file. */
  isCopy: boolean;
  onUndo(): void;
  onRedo(): void;
  onDiscard(): void;
  onSave(): void;
}

/** What is not saved yet, and what can be done about it; always at the same place. */
export function SaveBar({
  t,
  changed,
  canUndo,
  canRedo,
  isSaving,
  isSaved,
  isCopy,
  onUndo,
  onRedo,
  onDiscard,
  onSave,
}: SaveBarProps) {
  const isChanged = changed.length > 0;
  return (
    <section class="page-bar" aria-label={t("settings_bar")}>
      <p class={isChanged ? "bar-state changed" : "bar-state"}>
        {!isChanged && <Mark name="done" />}
        {isChanged
          ? t("settings_not_saved", changed.join(t("ui_list_separator")))
          : t(isSaved ? "settings_outcome_saved" : "settings_all_saved")}
      </p>
      <Button isSmall look="plain" isDisabled={!canUndo} onPress={onUndo}>
        {t("settings_undo")}
      </Button>
      <Button isSmall look="plain" isDisabled={!canRedo} onPress={onRedo}>
        {t("settings_redo")}
      </Button>
      <Button isSmall look="plain" isDisabled={!isChanged} onPress={onDiscard}>
        {t("settings_discard")}
      </Button>
      <Button look="main" isDisabled={!isChanged || isSaving} onPress={onSave}>
        {t(isCopy ? "settings_export_button" : "settings_save")}
      </Button>
    </section>
  );
}
