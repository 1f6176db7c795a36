import { Component, createRef } from "preact";
import { Items } from "./items.tsx";
import type { CardHandlers, DialogAnswer, DialogView, FindingView } from "./model.ts";
import type { Translate } from "./parts.tsx";
import { HeldQuestion, isWritten, QuestionPart, type WrittenQuestion } from "./question.tsx";
import { Sight } from "./sight.ts";
import { trusted } from "./trusted.ts";

export interface DialogProps {
  view: DialogView;
  handlers: Pick<CardHandlers, "answer">;
  t: Translate;
  onAnswer(answer: DialogAnswer | null): void;
  onMount(element: HTMLDialogElement | null): void;
  /** "Publish" was pressed while something lay over it. */
  onCovered(): void;
}

/** A press that was on its way to something else when the dialog, or the button, came up under it. In ms. */
const BEFORE_PUBLISHING = 400;

interface DialogState {
  reason: string;
  /** By finding: the decision's number as it is written so far. */
  numbers: Readonly<Record<string, string>>;
  /** What was missing when the person wanted to publish. */
  missing: "reason" | WrittenQuestion | null;
}

/** A class, since it alone needs state and the hooks would be a kilobyte for every page. */
export class Dialog extends Component<DialogProps, DialogState> {
  override state: DialogState = { reason: "", numbers: {}, missing: null };
  field = createRef<HTMLInputElement>();
  body = createRef<HTMLDivElement>();
  shownAt = performance.now();
  sight = new Sight();

  override componentDidUpdate({ view }: DialogProps) {
    if (isAnother(view, this.props.view)) this.shownAt = performance.now();
  }

  publish = trusted((event: MouseEvent) => {
    // The second half of a double click on the page's publish button, which this dialog got under.
    if (event.detail > 1) return;
    // By key it is led to first, so that none comes upon it unawares.
    if (event.detail === 1 && event.timeStamp - this.shownAt < BEFORE_PUBLISHING) return;
    if (this.sight.isCovered) {
      this.props.onCovered();
      return;
    }
    const { view, onAnswer } = this.props;
    const { numbers } = this.state;
    const reason = this.state.reason.trim();
    const open = unanswered(view, numbers);
    if (open.length > 0 && view.state === "findings" && view.override !== "allow") {
      // A number is what is asked for; a reason is the way round it, where there is one.
      const asked = open.every(({ asks }) => isWritten(asks)) ? open[0] : undefined;
      if (asked && isWritten(asked.asks) && !reason) {
        this.setState({ missing: asked.asks });
        const fields = this.body.current?.querySelectorAll<HTMLInputElement>(".number input") ?? [];
        [...fields].find(({ name }) => name === asked.id)?.focus();
        return;
      }
      if (!reason) {
        this.setState({ missing: "reason" });
        this.field.current?.focus();
        return;
      }
    }
    onAnswer({ choice: "publish", reason, numbers: trimmed(numbers) });
  });

  write = trusted(() => {
    this.setState({ reason: this.field.current?.value ?? "", missing: null });
  });

  number = trusted((event: Event) => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement)) return;
    this.setState({ numbers: { ...this.state.numbers, [field.name]: field.value }, missing: null });
  });

  override render() {
    const { view, handlers, t, onAnswer, onMount } = this.props;
    const { reason, numbers, missing } = this.state;
    const stops = stopsOf(view);
    const settled = isSettled(view);
    const endsByNumber = stops.length > 0 && stops.every(({ asks }) => isWritten(asks));
    // The device's reason is the reason.
    const isOfDevice = endsByNumber && stops.every(({ asks }) => asks === "device");
    const mayPublish =
      view.state === "unchecked" ||
      settled ||
      (view.state === "findings" && (view.override !== "never" || endsByNumber));
    const questions = view.findings.filter(({ level, asks }) => level !== "stop" && asks);
    const others = view.findings.filter(({ level, asks }) => level !== "stop" && !asks);
    const question = (finding: FindingView) => (
      <QuestionPart
        finding={finding}
        t={t}
        onAnswer={(answer) => handlers.answer(finding, answer)}
      />
    );
    const publishing = { ref: this.sight.on, "data-publish": "", onClick: this.publish };
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
        onClose={({ currentTarget }) => {
          // Heard later: by then it may have been shown anew, above something of the page's.
          if (!currentTarget.open) onAnswer(null);
        }}
      >
        <div class="body" ref={this.body}>
          <h2 id="dialog-title" class={view.state === "waiting" ? "waiting" : ""}>
            {view.state === "waiting" && <span class="spin" />}
            {title(view, stops.length, t)}
          </h2>
          <p class="from" id="dialog-from">
            {from(view, t)}
          </p>
          {view.state === "waiting" && <p class="say-more">{t("ui_dialog_waiting")}</p>}
          {view.state === "unchecked" && <p class="say-more">{t("ui_dialog_unchecked")}</p>}
          {view.state === "findings" && (
            <Items
              findings={stops}
              t={t}
              onRepair={repair}
              below={(finding) =>
                isWritten(finding.asks) ? (
                  <HeldQuestion
                    finding={finding}
                    t={t}
                    words={numbers[finding.id] ?? ""}
                    missing={missing}
                    onInput={this.number}
                    onFix={(fix) => onAnswer({ choice: "fix", finding, fix })}
                  />
                ) : (
                  question(finding)
                )
              }
            />
          )}
          {missing && missing !== "reason" && (
            <p class="error" id="number-missing" role="alert">
              {t(`ui_ask_${missing}_missing`)}
            </p>
          )}
          {view.state === "findings" && questions.length > 0 && (
            <Items findings={questions} t={t} onRepair={repair} below={question} />
          )}
          {view.state === "findings" && others.length > 0 && (
            <details>
              <summary>{t("ui_dialog_others", String(others.length))}</summary>
              <Items findings={others} t={t} onRepair={repair} />
            </details>
          )}
          {view.state === "findings" && view.override === "never" && !mayPublish && (
            <p class="say-more">{t("ui_dialog_never")}</p>
          )}
          {view.state === "findings" && view.override === "reason" && !isOfDevice && !settled && (
            <div class="field">
              <label for="reason">
                {t(endsByNumber ? "ui_dialog_reason_instead" : "ui_dialog_reason")}
              </label>
              <input
                id="reason"
                ref={this.field}
                type="text"
                maxLength={200}
                autocomplete="off"
                placeholder={t("ui_dialog_reason_hint")}
                value={reason}
                aria-required={!endsByNumber}
                aria-invalid={missing === "reason"}
                aria-describedby={missing === "reason" ? "reason-missing" : undefined}
                onInput={this.write}
              />
              {missing === "reason" && (
                <p class="error" id="reason-missing" role="alert">
                  {t("ui_dialog_reason_missing")}
                </p>
              )}
            </div>
          )}
          {view.mayDeclare && !settled && (
            <p class="say-more">
              {t("ui_dialog_emergency")}{" "}
              <button
                type="button"
                class="button plain"
                onClick={trusted(() => onAnswer({ choice: "emergency" }))}
              >
                {t("ui_dialog_declare")}
              </button>
            </p>
          )}
          {mayPublish && <p class="permanent">{t("ui_dialog_permanent")}</p>}
        </div>
        <div class="foot">
          {mayPublish && !settled && (
            <button type="button" class="button plain" {...publishing}>
              {t("ui_dialog_publish")}
            </button>
          )}
          {(view.state === "unchecked" || settled) && (
            <button type="button" class="button" key="back" onClick={trusted(() => onAnswer(null))}>
              {t("ui_dialog_back")}
            </button>
          )}
          {settled ? (
            <button type="button" class="button main" data-first="" {...publishing}>
              {t("ui_dialog_post")}
            </button>
          ) : (
            <MainButton view={view} t={t} onAnswer={onAnswer} first={stops[0] ?? null} />
          )}
        </div>
      </dialog>
    );
  }
}

/** What held it was answered in the dialog; that publishes nothing by itself. */
function isSettled(view: DialogView): boolean {
  return view.state === "findings" && stopsOf(view).length === 0;
}

/** Whether the dialog asks something else now, with other buttons under the pointer. */
export function isAnother(one: DialogView, other: DialogView): boolean {
  return one.state !== other.state || isSettled(one) !== isSettled(other);
}

function stopsOf({ findings }: DialogView): FindingView[] {
  return findings.filter((finding) => finding.level === "stop");
}

/** What still holds the post: a decision's number ends its question by itself. */
function unanswered(view: DialogView, numbers: DialogState["numbers"]): FindingView[] {
  return stopsOf(view).filter(({ id, asks }) => !isWritten(asks) || !numbers[id]?.trim());
}

function trimmed(numbers: DialogState["numbers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, number.trim()]));
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
  if (isSettled(view)) return t("ui_dialog_title_settled");
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
