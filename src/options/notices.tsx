import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { isKey } from "../policy/policy.ts";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { useSettings } from "./model.ts";
import { reasonWords } from "./problem-words.ts";
import type { SaveOutcome } from "./use-settings.ts";

export interface NoticesProps {
  /** What became of the last attempt to save; null: nothing that is still of interest. */
  outcome: SaveOutcome | null;
  isOvertaken: boolean;
  onTakeOver(): void;
  /** Edit a copy of what holds, to hand it out; end that. */
  onCopy(): void;
  onCopyEnd(): void;
}

/** What is to be known before one goes on, above the part that is shown. */
export function Notices({ outcome, isOvertaken, onTakeOver, onCopy, onCopyEnd }: NoticesProps) {
  const { t, status, problems, isCopy, goTo } = useSettings();
  const isAllLocked = status.isManaged && !status.policy.allowLocalSettings;
  return (
    <>
      {isAllLocked && !isCopy && (
        <Banner level="lock" title={t("settings_managed")}>
          <p>{t("settings_managed_hint")}</p>
          <div class="buttons">
            <Button isSmall onPress={onCopy}>
              {t("settings_copy")}
            </Button>
          </div>
        </Banner>
      )}
      {isCopy && (
        <Banner level="hint" title={t("settings_copying")}>
          <p>{t("settings_copying_hint")}</p>
          <div class="buttons">
            <Button isSmall onPress={onCopyEnd}>
              {t("settings_copy_end")}
            </Button>
          </div>
        </Banner>
      )}
      {isOvertaken && (
        <Banner level="care" title={t("settings_overtaken")}>
          <p>{t("settings_overtaken_hint")}</p>
          <div class="buttons">
            <Button isSmall onPress={onTakeOver}>
              {t("settings_overtaken_take")}
            </Button>
          </div>
        </Banner>
      )}
      {outcome === "saved" && (
        <Banner level="done" title={t("settings_outcome_saved")}>
          <p>{t("settings_outcome_saved_hint")}</p>
        </Banner>
      )}
      {(outcome === "refused" || outcome === "no_answer") && (
        <Banner level="stop" title={t(`settings_outcome_${outcome}`)} />
      )}
      {outcome === "problems" && problems.list.length > 0 && (
        <Banner level="stop" title={t("settings_problems", String(problems.list.length))}>
          <ul>
            {problems.list.map(({ path, reason }) => (
              <li key={path}>
                <button type="button" class="link" onClick={() => goTo(path)}>
                  {pathWords(t, path)}
                </button>{" "}
                {reasonWords(t, reason)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

/** `accounts[2].terms.conduct` as a person calls it. */
function pathWords(t: Translate, path: string): string {
  const [key = "", ...rest] = path.split(/(?=[.[])/);
  if (!isKey(key)) return path;
  const fields = rest.filter((part) => part.startsWith(".")).map((part) => part.slice(1));
  const row = rest.map((part) => /^\[(\d+)\]$/.exec(part)?.[1]).find(Boolean);
  const words = [t(titleOf([key]))];
  if (row !== undefined) words.push(t("settings_row_number", String(Number(row) + 1)));
  if (fields.length > 0) words.push(t(titleOf([key, ...fields])));
  return words.filter(Boolean).join(" ");
}
