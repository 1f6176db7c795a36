import { useEffect, useRef } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import type { PolicyStatus } from "../policy/status.ts";
import { useSettings } from "./model.ts";
import { pathWords, reasonWords } from "./problem-words.ts";
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
  const told = useRef<HTMLDivElement>(null);
  // The button that was pressed may be far from what it has to say.
  useEffect(() => {
    if (outcome === null || outcome === "saved") return;
    told.current?.scrollIntoView({ block: "center" });
    told.current?.focus();
  }, [outcome]);
  return (
    <>
      {isAllLocked(status) && !isCopy && (
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
      <div ref={told} tabIndex={-1} class="told">
        {(outcome === "refused" || outcome === "no_answer") && (
          <Banner level="stop" title={t(`settings_outcome_${outcome}`)} />
        )}
        {outcome === "problems" && problems.list.length > 0 && (
          <Banner level="stop" title={t("settings_problems", String(problems.list.length))}>
            <ul class="problems">
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
      </div>
    </>
  );
}

/** Nothing can be set on this machine. */
export function isAllLocked(status: PolicyStatus): boolean {
  return status.isManaged && !status.policy.allowLocalSettings;
}
