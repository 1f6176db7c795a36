import { type Answer, MEDIA_CONCERNS } from "../contract.ts";
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
      {asks === "decision" && (
        <label>
          {t("ui_ask_decision")}
          <input
            type="text"
            {...first}
            maxLength={60}
            autocomplete="off"
            placeholder={t("ui_ask_decision_hint")}
          />
        </label>
      )}
      <button type="button" class="button" onClick={press} {...(asks === "page" ? first : {})}>
        {t(`ui_ask_${asks}_done`)}
      </button>
    </div>
  );
}

/** null: not answered yet, so the person is led to the field. */
function answerIn(
  asks: NonNullable<FindingView["asks"]>,
  fields: readonly HTMLInputElement[],
): Answer | null {
  switch (asks) {
    case "decision": {
      const number = fields[0]?.value.trim() ?? "";
      return number === "" ? null : { to: "decision", number };
    }
    case "media": {
      const ticked = fields.filter(({ checked }) => checked).map(({ value }) => value);
      const lookedAt = MEDIA_CONCERNS.filter((concern) => ticked.includes(concern));
      return lookedAt.length === 0 ? null : { to: "media", lookedAt };
    }
    case "page":
      return { to: "page" };
  }
}
