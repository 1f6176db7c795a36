import type { FieldIds } from "../pages/field.tsx";
import { isKey } from "../policy/policy.ts";
import type { Shape } from "../policy/schema.ts";
import { choiceOf } from "../policy/words.ts";
import { isoDate } from "./dates.ts";
import { useSettings } from "./model.ts";
import type { Spot } from "./paths.ts";
import { isBlank, valueAt } from "./values.ts";

export interface ControlProps {
  spot: Spot;
  /** Ties it to its label, hint and error. */
  ids: FieldIds;
  /** Its name, where it has no label of its own (in a table). */
  name?: string;
}

/** Texts of several sentences, by the name of their field. */
const LONG = new Set([
  "purpose",
  "replies",
  "privacy",
  "conduct",
  "intellectualProperty",
  "disclaimer",
  "message",
  "text",
]);

/** One value to be written or chosen, by its shape. Lists of records have their own table. */
export function Control(props: ControlProps) {
  const { shape } = props.spot;
  if (shape.kind === "choice") return <ChoiceControl {...props} shape={shape} />;
  if (shape.kind === "list") return <LinesControl {...props} />;
  return <TextControl {...props} />;
}

/** What a control needs of the settings. */
export function useControl({ spot, ids, name }: ControlProps) {
  const { shown, change, leave, lockOf } = useSettings();
  const { place, path, shape } = spot;
  const value = valueAt(shown, place);
  const isLocked = lockOf(String(place[0])) !== null;
  return {
    value,
    isLocked,
    /** What is blank is taken away, so that the default stands in. */
    set(next: unknown, isTyping: boolean) {
      change(place, isBlank(shape, next) ? undefined : next, isTyping);
    },
    leave: () => leave(path),
    attributes: {
      ...ids,
      "data-path": path,
      ...(name === undefined ? {} : { "aria-label": name }),
    },
  };
}

function TextControl(props: ControlProps) {
  const { effective } = useSettings();
  const { value, isLocked, set, leave, attributes } = useControl(props);
  const { shape, place } = props.spot;
  const text = textOf(value);
  // What holds while nothing is written; in a record, how it is written.
  const key = place.length === 1 ? String(place[0]) : "";
  const example = shape.kind === "text" ? (shape.example ?? "") : "";
  const standard = isKey(key) ? textOf(effective[key]) : example;
  const common = {
    ...attributes,
    value: text,
    readOnly: isLocked,
    spellcheck: false,
    onBlur: leave,
    ...(standard === "" ? {} : { placeholder: standard }),
  };
  if (LONG.has(String(place.at(-1)))) {
    return (
      <textarea
        {...common}
        class="textarea"
        rows={2}
        onInput={({ currentTarget }) => set(currentTarget.value, true)}
      />
    );
  }
  return (
    <input
      {...common}
      class={isShort(shape) ? "input short" : "input"}
      inputMode={modeOf(shape)}
      autocomplete="off"
      onInput={({ currentTarget }) => set(read(shape, currentTarget.value), true)}
      onBlur={({ currentTarget }) => {
        // 2026/12/18 and 令和8年12月18日 are how people write a day.
        const day = isDate(shape) ? isoDate(currentTarget.value) : null;
        if (day !== null && day !== currentTarget.value) set(day, true);
        leave();
      }}
    />
  );
}

function ChoiceControl(props: ControlProps & { shape: Extract<Shape, { kind: "choice" }> }) {
  const { t } = useSettings();
  const { value, isLocked, set, leave, attributes } = useControl(props);
  const { shape, spot } = props;
  const text = textOf(value);
  return (
    <select
      {...attributes}
      class="select"
      value={text}
      disabled={isLocked}
      onChange={({ currentTarget }) => set(currentTarget.value || undefined, false)}
      onBlur={leave}
    >
      {/* What nobody can choose still stands there, until a person chooses something else. */}
      {!shape.of.includes(text) && (
        <option value={text}>{text === "" ? t("settings_unset") : text}</option>
      )}
      {shape.of.map((one) => (
        <option key={one} value={one}>
          {t(choiceOf(spot.words, shape, one))}
        </option>
      ))}
    </select>
  );
}

/** A list of texts, one a line: a column of a sheet can be pasted as it is. */
function LinesControl(props: ControlProps) {
  const { effective } = useSettings();
  const { value, isLocked, set, leave, attributes } = useControl(props);
  const lines = Array.isArray(value) ? value.map(textOf) : [];
  return (
    <textarea
      {...attributes}
      class="textarea lines"
      rows={Math.min(12, Math.max(3, lines.length + 1))}
      value={lines.join("\n")}
      {...(props.spot.path === "ownDomains"
        ? { placeholder: effective.ownDomains.join("\n") }
        : {})}
      readOnly={isLocked}
      spellcheck={false}
      onInput={({ currentTarget }) => set(currentTarget.value.split(/\r?\n/), true)}
      onBlur={leave}
    />
  );
}

/** What stands in a control for a value, also for one that should not be there. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function read(shape: Shape, text: string): unknown {
  return shape.kind === "integer" && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : text;
}

function isDate(shape: Shape): boolean {
  return shape.kind === "text" && shape.form === "date";
}

function isShort(shape: Shape): boolean {
  return shape.kind === "integer" || isDate(shape);
}

function modeOf(shape: Shape): "numeric" | "url" | "text" {
  if (shape.kind === "integer") return "numeric";
  return shape.kind === "text" && shape.form === "url" ? "url" : "text";
}
