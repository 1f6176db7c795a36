import type { Level } from "../contract.ts";
import { durationWords } from "./duration.ts";
import type { StatusView } from "./model.ts";
import { accountName, LevelMark, Seal, type Translate } from "./parts.tsx";
import { trusted } from "./trusted.ts";

const LEVELS: readonly Level[] = ["stop", "care", "hint"];

/** The state in words, as a screen reader says it and as the card repeats it. */
export function stateWords(view: StatusView, t: Translate): string {
  switch (view.state) {
    case "empty":
      return "";
    case "checking":
      return t("ui_status_checking");
    case "clear":
      return t("ui_status_clear") + t("ui_status_clear_limits");
    case "ignored":
      return t("ui_status_ignored");
    case "unchecked":
      return [t("ui_status_unchecked"), ...(view.reason ? [t(view.reason)] : [])].join(" ");
    case "findings":
      return LEVELS.filter((level) => view.counts[level] > 0)
        .map((level) => t(`ui_count_${level}`, String(view.counts[level])))
        .join(t("ui_list_separator"));
  }
}

/** "": no emergency. */
function emergencyWords({ minutes }: StatusView, t: Translate): string {
  if (minutes === undefined) return "";
  return minutes === null
    ? t("ui_mode_emergency")
    : t("ui_mode_emergency_left", durationWords(minutes * 60_000, t("locale_tag")));
}

function statusName(view: StatusView, t: Translate): string {
  const pilot = view.enforcement === "hold" ? [] : [t(`ui_status_${view.enforcement}`)];
  const parts = [
    emergencyWords(view, t),
    accountName(view.account, t),
    stateWords(view, t),
    ...pilot,
    ...(view.isUnrecorded ? [t("ui_record_failed")] : []),
    t("ui_status_open"),
  ];
  return t("ui_status_name", parts.filter(Boolean).join(t("ui_list_separator")));
}

export interface StatusProps {
  view: StatusView;
  isOpen: boolean;
  t: Translate;
  onPress(): void;
  onMount(element: HTMLElement | null): void;
}

export function Status({ view, isOpen, t, onPress, onMount }: StatusProps) {
  const name = statusName(view, t);
  const emergency = emergencyWords(view, t);
  return (
    <button
      type="button"
      ref={onMount}
      class={`status ${view.state}${emergency && " emergency"}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={name}
      title={name}
      onClick={trusted(onPress)}
    >
      <Seal isHollow={view.state === "unchecked" || view.state === "ignored"} />
      {emergency && <b class="emergency">{emergency}</b>}
      {view.state === "unchecked" ? (
        <>
          <b class="say first">{t("ui_status_unchecked")}</b>
          {view.reason && <span class="say limits">{t(view.reason)}</span>}
        </>
      ) : (
        <span class="who">
          <b>{view.account?.name ?? t("ui_status_no_account")}</b> {view.account?.department}
        </span>
      )}
      {view.state === "ignored" && <span class="say">{t("ui_status_ignored")}</span>}
      {view.isUnrecorded && <b class="say first">{t("ui_status_unrecorded")}</b>}
      {view.state === "checking" && <span class="spin" />}
      {view.state === "clear" && (
        <span class="say">
          {t("ui_status_clear")}
          <span class="limits">{t("ui_status_clear_limits")}</span>
        </span>
      )}
      {view.state === "findings" && (
        <span class="counts">
          {LEVELS.filter((level) => view.counts[level] > 0).map((level) => (
            <span key={level} class={`count ${level}`}>
              <LevelMark level={level} />
              {view.counts[level]}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
