import { LevelMark, type Translate } from "../ui/parts.tsx";

export interface PartBadgeProps {
  t: Translate;
  /** How many values on this part cannot be taken. */
  problems: number;
  /** Something on it is not saved. */
  isChanged: boolean;
}

/** What is to be done on a part of the settings, beside its name in the list. */
export function PartBadge({ t, problems, isChanged }: PartBadgeProps) {
  if (problems > 0) {
    return (
      <span class="badge stop">
        <LevelMark level="stop" />
        <span class="quiet">{t("settings_part_problems")}</span>
        {problems}
      </span>
    );
  }
  return isChanged ? (
    <span class="badge dot">
      <span class="quiet">{t("settings_part_changed")}</span>
    </span>
  ) : null;
}
