import { Component, createRef } from "preact";
import type { DialogAnswer, DialogView, FindingView } from "./model.ts";
import { clauseName, Icon, LevelMark, type Translate, wordsOf } from "./parts.tsx";
import { trusted } from "./trusted.ts";

export interface DialogProps {
  view: DialogView;
  t: Translate;
  onAnswer(answer: DialogAnswer | null): void;
  onMount(element: HTMLDialogElement | null): void;
}

interface DialogState {
  reason: string;
  isReasonMissing: boolean;
}

/** A class, since it alone needs state and the hooks would be a kilobyte for every page. */
export class Dialog extends Component<DialogProps, DialogState> {
  override state: DialogState = { reason: "", isReasonMissing: false };
  field = createRef<HTMLInputElement>();

  publish = trusted((event: MouseEvent) => {
    // The second half of a double click on the page's publish button, which this dialog got under.
    if (event.detail > 1) return;
    const reason = this.state.reason.trim();
    if (needsReason(this.props.view) && !reason) {
      this.setState({ isReasonMissing: true });
      this.field.current?.focus();
      return;
    }
    this.props.onAnswer({ choice: "publish", reason });
  });

  write = trusted(() => {
    this.setState({ reason: this.field.current?.value ?? "", isReasonMissing: false });
  });

  override render() {
    const { view, t, onAnswer, onMount } = this.props;
    const { reason, isReasonMissing } = this.state;
    const mayPublish =
      view.state === "unchecked" || (view.state === "findings" && view.override !== "never");
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
          {needsReason(view) && (
            <div class="field">
              <label for="reason">{t("ui_dialog_reason")}</label>
              <input
                id="reason"
                ref={this.field}
                type="text"
                maxLength={200}
                autocomplete="off"
                placeholder={t("ui_dialog_reason_hint")}
                value={reason}
                aria-required="true"
                aria-invalid={isReasonMissing}
                aria-describedby={isReasonMissing ? "reason-missing" : undefined}
                onInput={this.write}
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
            <button type="button" class="button plain" data-publish="" onClick={this.publish}>
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
}

function needsReason({ state, override }: DialogView): boolean {
  return state === "findings" && override === "reason";
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
