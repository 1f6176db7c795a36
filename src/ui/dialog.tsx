import { useState } from "preact/hooks";
import type { DialogAnswer, DialogView, FindingView } from "./model.ts";
import { clauseName, Icon, LevelMark, type Translate, wordsOf } from "./parts.tsx";
import { trusted } from "./trusted.ts";

export interface DialogProps {
  view: DialogView;
  t: Translate;
  onAnswer(answer: DialogAnswer | null): void;
  onMount(element: HTMLDialogElement | null): void;
}

/**
 * A press this soon after the dialog appeared was meant for the page: the second half of a double
 * click on the publish button must not publish. Milliseconds.
 */
const SETTLE = 400;

export function Dialog({ view, t, onAnswer, onMount }: DialogProps) {
  const [reason, setReason] = useState("");
  const [isReasonMissing, setReasonMissing] = useState(false);
  const [since, setSince] = useState({ state: view.state, at: performance.now() });
  if (since.state !== view.state) setSince({ state: view.state, at: performance.now() });

  const needsReason = view.state === "findings" && view.override === "reason";
  const mayPublish =
    view.state === "unchecked" || (view.state === "findings" && view.override !== "never");
  const publish = trusted((event: MouseEvent) => {
    if (event.timeStamp - since.at < SETTLE) return;
    const words = reason.trim();
    if (needsReason && !words) {
      setReasonMissing(true);
      fieldBeside(event.currentTarget)?.focus();
      return;
    }
    onAnswer({ choice: "publish", reason: needsReason ? words : "" });
  });
  const stops = view.findings.filter((finding) => finding.level === "stop");
  const others = view.findings.filter((finding) => finding.level !== "stop");
  const repair = (finding: FindingView | null) => onAnswer({ choice: "repair", finding });

  return (
    <dialog
      ref={onMount}
      aria-labelledby="dialog-title"
      aria-describedby="dialog-from"
      onCancel={(event) => {
        event.preventDefault();
        if (event.isTrusted) onAnswer(null);
      }}
      onClose={() => onAnswer(null)}
    >
      <div class="body">
        <h2 id="dialog-title" class={view.state === "waiting" ? "waiting" : ""}>
          {view.state === "waiting" && <span class="spin" />}
          {title(view, stops.length, t)}
        </h2>
        <p class="from" id="dialog-from">
          {from(view, t)}
        </p>
        {view.state === "waiting" && <p class="say-more">{t("ui_dialog_waiting")}</p>}
        {view.state === "unchecked" && <p class="say-more">{t("ui_dialog_unchecked")}</p>}
        {view.state === "findings" && <Items findings={stops} t={t} onRepair={repair} />}
        {view.state === "findings" && others.length > 0 && (
          <details>
            <summary>{t("ui_dialog_others", String(others.length))}</summary>
            <Items findings={others} t={t} onRepair={repair} />
          </details>
        )}
        {view.state === "findings" && view.override === "never" && (
          <p class="say-more">{t("ui_dialog_never")}</p>
        )}
        {needsReason && (
          <div class="field">
            <label for="reason">{t("ui_dialog_reason")}</label>
            <input
              id="reason"
              type="text"
              maxLength={200}
              autocomplete="off"
              placeholder={t("ui_dialog_reason_hint")}
              value={reason}
              aria-required="true"
              aria-invalid={isReasonMissing}
              aria-describedby={isReasonMissing ? "reason-missing" : undefined}
              onInput={trusted((event) => {
                setReason(event.currentTarget.value);
                setReasonMissing(false);
              })}
            />
            {isReasonMissing && (
              <p class="error" id="reason-missing" role="alert">
                {t("ui_dialog_reason_missing")}
              </p>
            )}
          </div>
        )}
        {mayPublish && <p class="permanent">{t("ui_dialog_permanent")}</p>}
      </div>
      <div class="foot">
        {mayPublish && (
          <button type="button" class="button plain" data-publish="" onClick={publish}>
            {t("ui_dialog_publish")}
          </button>
        )}
        {view.state === "unchecked" && (
          <button type="button" class="button" key="back" onClick={trusted(() => onAnswer(null))}>
            {t("ui_dialog_back")}
          </button>
        )}
        <MainButton view={view} t={t} onAnswer={onAnswer} first={stops[0] ?? null} />
      </div>
    </dialog>
  );
}

function fieldBeside(button: EventTarget | null): HTMLElement | null {
  return button instanceof Element
    ? (button.closest("dialog")?.querySelector<HTMLElement>("input") ?? null)
    : null;
}

interface MainButtonProps extends Pick<DialogProps, "view" | "t" | "onAnswer"> {
  first: FindingView | null;
}

function MainButton({ view, t, onAnswer, first }: MainButtonProps) {
  const kinds = {
    findings: ["ui_dialog_repair", { choice: "repair", finding: first }],
    unchecked: ["ui_dialog_again", { choice: "again" }],
    waiting: ["ui_dialog_back", null],
  } as const;
  const [words, answer] = kinds[view.state];
  return (
    <button
      type="button"
      key={view.state}
      class={view.state === "waiting" ? "button" : "button main"}
      data-first=""
      onClick={trusted(() => onAnswer(answer))}
    >
      {t(words)}
    </button>
  );
}

function title(view: DialogView, count: number, t: Translate): string {
  if (view.state !== "findings") return t(`ui_dialog_title_${view.state}`);
  if (count === 1) return t("ui_dialog_title_one");
  // 「ひとつ…ここのつ」 counts to nine; from ten on it is 件.
  return t(count < 10 ? "ui_dialog_title_few" : "ui_dialog_title_many", String(count));
}

function from({ account, platform }: DialogView, t: Translate): string {
  const where = t(`ui_platform_${platform}`);
  if (!account) return t("ui_dialog_from_unknown", where);
  return account.department
    ? t("ui_dialog_from", account.name, account.department, where)
    : t("ui_dialog_from_plain", account.name, where);
}

interface ItemsProps {
  findings: readonly FindingView[];
  t: Translate;
  onRepair(finding: FindingView): void;
}

function Items({ findings, t, onRepair }: ItemsProps) {
  return (
    <ul class="items">
      {findings.map((finding) => (
        <li key={finding.id}>
          <button
            type="button"
            class={`item ${finding.level}`}
            onClick={trusted(() => onRepair(finding))}
          >
            <LevelMark level={finding.level} />
            <span>
              <b>{wordsOf(finding, t)}</b> {finding.message}
              <small>
                {clauseName(finding.clause)}
                {finding.fixes.length > 0 &&
                  ` → ${finding.fixes.map((fix) => fix.label).join(" / ")}`}
              </small>
            </span>
            <Icon name="go" />
          </button>
        </li>
      ))}
    </ul>
  );
}
