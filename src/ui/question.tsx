import { type Answer, type Fix, MEDIA_CONCERNS, type Question } from "../contract.ts";
import type { FindingView } from "./model.ts";
import type { Translate } from "./parts.tsx";
import { trusted } from "./trusted.ts";

export interface QuestionProps {
  finding: FindingView;
  t: Translate;
  /** Where a focus that comes here goes first: its field, or the button where it has none. */
  isFirst?: boolean;
  onAnswer(answer: Answer): void;
}

/** What a finding asks of the person, with the way to answer; nothing where it asks nothing. */
export function QuestionPart({ finding, t, isFirst = false, onAnswer }: QuestionProps) {
  const { asks } = finding;
  if (!asks) return null;
  const first = isFirst ? { "data-first": "" } : {};
  // No form: a page's process gets no means of sending anything.
  const press = trusted((event: MouseEvent) => {
    const button = event.currentTarget;
    const part = button instanceof Element ? button.closest(".question") : null;
    const fields = [...(part?.querySelectorAll("input") ?? [])];
    const given = answerIn(asks, fields);
    if (given) onAnswer(given);
    else fields[0]?.focus();
  });
  return (
    <div class="question">
      {asks === "media" && (
        <fieldset>
          <legend>{t("ui_ask_media")}</legend>
          {MEDIA_CONCERNS.map((concern, index) => (
            <label key={concern} class="tick">
              <input type="checkbox" value={concern} {...(index === 0 ? first : {})} />
              {t(`ui_ask_media_${concern}`)}
            </label>
          ))}
        </fieldset>
      )}
      {isWritten(asks) && (
        <label>
          {t(`ui_ask_${asks}`)}
          <input
            type="text"
            {...first}
            maxLength={200}
            autocomplete="off"
            placeholder={t(`ui_ask_${asks}_hint`)}
          />
        </label>
      )}
      <button type="button" class="button" onClick={press} {...(asks === "page" ? first : {})}>
        {t(`ui_ask_${asks}_done`)}
      </button>
    </div>
  );
}

interface HeldQuestionProps extends Pick<QuestionProps, "finding" | "t"> {
  /** What is written so far. */
  words: string;
  /** What was missing when the person wanted to publish. */
  missing: string | null;
  onInput(event: Event): void;
  onFix(fix: Fix): void;
}

/** What a finding that holds the post asks in words, and what may be said instead, to be put in place at once. */
export function HeldQuestion({ finding, t, words, missing, onInput, onFix }: HeldQuestionProps) {
  const { asks, fixes, id } = finding;
  if (!isWritten(asks)) return null;
  const isMissing = missing === asks && words.trim() === "";
  return (
    <>
      <label class="number">
        {t(`ui_ask_${asks}`)}
        <input
          type="text"
          name={id}
          maxLength={200}
          autocomplete="off"
          placeholder={t(`ui_ask_${asks}_hint`)}
          value={words}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "number-missing" : undefined}
          onInput={onInput}
        />
      </label>
      {fixes.map((fix) => (
        <div key={fix.label} class="question">
          <p lang="ja">「{fix.replacement}」</p>
          <button type="button" class="button" onClick={trusted(() => onFix(fix))}>
            {fix.label}
          </button>
        </div>
      ))}
    </>
  );
}

/** null: not answered yet, so the person is led to the field. */
function answerIn(
  asks: NonNullable<FindingView["asks"]>,
  fields: readonly HTMLInputElement[],
): Answer | null {
  switch (asks) {
    case "decision":
    case "device":
      return writtenAnswer(asks, fields[0]?.value ?? "");
    case "media": {
      const ticked = fields.filter(({ checked }) => checked).map(({ value }) => value);
      const lookedAt = MEDIA_CONCERNS.filter((concern) => ticked.includes(concern));
      return lookedAt.length === 0 ? null : { to: "media", lookedAt };
    }
    case "page":
      return { to: "page" };
  }
}

export type WrittenQuestion = "decision" | "device";

/** Whether it is answered in words. */
export function isWritten(asks: Question | undefined): asks is WrittenQuestion {
  return asks === "decision" || asks === "device";
}

/** The answer to what is asked for in words; null: there are none. */
export function writtenAnswer(asks: Question | undefined, words: string): Answer | null {
  const said = words.trim();
  if (!said) return null;
  return asks === "device" ? { to: "device", reason: said } : { to: "decision", number: said };
}
