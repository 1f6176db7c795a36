import { FindingBody } from "./finding.tsx";
import type { CardHandlers, CardView, StatusView } from "./model.ts";
import { accountName, Icon, LevelChip, Seal, type Translate, wordsOf } from "./parts.tsx";
import { QuestionPart } from "./question.tsx";
import { trusted } from "./trusted.ts";

export interface CardProps {
  view: CardView;
  handlers: CardHandlers;
  t: Translate;
  onMount(element: HTMLElement | null): void;
}

/** What is said where there is no finding to show. */
export function quietWords(status: StatusView | undefined, t: Translate): string {
  if (status?.state === "unchecked")
    return t("ui_card_unchecked", status.reason ? t(status.reason) : t("ui_status_unchecked"));
  if (status && ["checking", "empty", "ignored"].includes(status.state))
    return t(`ui_card_${status.state}`);
  return t("ui_card_clear");
}

/** The same of a card; where only something went wrong, that alone. */
function quietParts(view: CardView, t: Translate): string[] {
  const notice = view.notice ? [t(view.notice)] : [];
  return view.status || notice.length === 0 ? [quietWords(view.status, t), ...notice] : notice;
}

/** What a screen reader is told of a card that opened without taking the focus. */
export function spokenWords(view: CardView, t: Translate): string {
  const finding = view.findings[view.current];
  if (!finding) return quietParts(view, t).join(" ");
  const words = `${t(`ui_level_${finding.level}`)} ${wordsOf(finding, t)}`;
  return t("ui_card_opened", words, finding.message);
}

export function Card({ view, handlers, t, onMount }: CardProps) {
  const finding = view.findings[view.current];
  const close = (
    <button
      type="button"
      class="icon close"
      aria-label={t("ui_card_close")}
      title={t("ui_card_close")}
      onClick={trusted((event: MouseEvent) => handlers.close(event.detail === 0))}
    >
      <Icon name="close" />
    </button>
  );
  if (!finding) {
    return (
      <div
        ref={onMount}
        class={`card ${view.status?.state ?? ""}`}
        role="dialog"
        aria-labelledby="message"
        tabIndex={-1}
      >
        <div class="head">
          <Seal isHollow={["unchecked", "ignored"].includes(view.status?.state ?? "")} />
          {view.status?.account && <b>{accountName(view.status.account, t)}</b>}
          {close}
        </div>
        <div class="body" id="message">
          {quietParts(view, t).map((words) => (
            <p key={words} class={view.notice && words === t(view.notice) ? "notice" : undefined}>
              {words}
            </p>
          ))}
          <SpeakersPart view={view} />
        </div>
      </div>
    );
  }
  return (
    <div
      ref={onMount}
      class={`card ${finding.level}`}
      role="dialog"
      aria-labelledby="level words"
      aria-describedby="message"
      tabIndex={-1}
    >
      <div class="head">
        <span id="level">
          <LevelChip level={finding.level} t={t} />
        </span>
        {view.findings.length > 1 && <Pager view={view} handlers={handlers} t={t} />}
        {close}
      </div>
      {/* Keyed, so that the next finding starts at its top. */}
      <div class="body" key={finding.id}>
        <FindingBody
          finding={finding}
          guidelineTitle={view.guidelineTitle}
          notice={view.notice}
          ids={{ words: "words", message: "message" }}
          t={t}
          onGuide={() => handlers.guide(finding)}
        />
        <QuestionPart
          finding={finding}
          t={t}
          isFirst={finding.fixes.length === 0}
          onAnswer={(answer) => handlers.answer(finding, answer)}
        />
        <SpeakersPart view={view} />
      </div>
      <div class="actions">
        {finding.fixes.map((fix, index) => (
          <button
            type="button"
            key={`${finding.id} ${fix.label} ${fix.start}`}
            class={index === 0 ? "button main" : "button"}
            data-first={index === 0 ? "" : undefined}
            onClick={trusted(() => handlers.fix(finding, fix))}
          >
            {fix.label}
          </button>
        ))}
        {finding.level !== "stop" && (
          <button
            type="button"
            key={`aside ${finding.id}`}
            class="button plain"
            onClick={trusted(() => handlers.putAside(finding))}
          >
            {t("ui_card_put_aside")}
          </button>
        )}
        <button
          type="button"
          key={`false ${finding.id}`}
          class="button plain"
          onClick={trusted(() => handlers.falseAlarm(finding))}
        >
          {t("ui_card_false_alarm")}
        </button>
      </div>
    </div>
  );
}

function SpeakersPart({ view: { speakers } }: Pick<CardProps, "view">) {
  return (
    speakers && (
      <div class="speakers">
        {speakers.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    )
  );
}

function Pager({ view, handlers, t }: Omit<CardProps, "onMount">) {
  const { current } = view;
  const count = view.findings.length;
  return (
    <span class="pager">
      <button
        type="button"
        class="icon"
        aria-label={t("ui_card_previous")}
        title={t("ui_card_previous")}
        onClick={trusted(() => handlers.show((current + count - 1) % count))}
      >
        <Icon name="previous" />
      </button>
      <span role="img" aria-label={t("ui_card_page_name", String(current + 1), String(count))}>
        {t("ui_card_page", String(current + 1), String(count))}
      </span>
      <button
        type="button"
        class="icon"
        aria-label={t("ui_card_next")}
        title={t("ui_card_next")}
        onClick={trusted(() => handlers.show((current + 1) % count))}
      >
        <Icon name="next" />
      </button>
    </span>
  );
}
