import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { LevelMark } from "../ui/parts.tsx";

/** What the control of a field must carry, so that its label, hint and error are read with it. */
export interface FieldIds {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

export interface FieldProps {
  label: ComponentChildren;
  /** Beside the label: "missing", "locked", "default". */
  badge?: ComponentChildren;
  hint?: ComponentChildren;
  /** Why what stands there cannot be taken; undefined: it can. */
  error?: string | undefined;
  /** The control, given the ids that tie it to its words. */
  children(ids: FieldIds): ComponentChildren;
}

/** A labelled control with its hint and, beside it, the reason why it cannot be taken. */
export function Field({ label, badge, hint, error, children }: FieldProps) {
  const id = useId();
  const ids = describedBy(id, hint, error);
  return (
    <div class="field">
      <div class="field-label">
        <label for={id}>{label}</label>
        {badge}
      </div>
      {hint && (
        <p class="hint-text" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(ids)}
      <ErrorText id={`${id}-error`} words={error} />
    </div>
  );
}

/** The same for several controls that together answer one question. */
export function FieldGroup({ label, badge, hint, error, children }: FieldProps) {
  const id = useId();
  const ids = describedBy(id, hint, error);
  const described = ids["aria-describedby"];
  return (
    <fieldset class="field" {...(described === undefined ? {} : { "aria-describedby": described })}>
      <legend class="field-label">
        {label}
        {badge}
      </legend>
      {hint && (
        <p class="hint-text" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(ids)}
      <ErrorText id={`${id}-error`} words={error} />
    </fieldset>
  );
}

export function ErrorText({ id, words }: { id: string; words: string | undefined }) {
  return words === undefined ? null : (
    <p class="error-text" id={id}>
      <LevelMark level="stop" />
      {words}
    </p>
  );
}

function describedBy(id: string, hint: ComponentChildren, error: string | undefined): FieldIds {
  const parts = [hint ? `${id}-hint` : "", error === undefined ? "" : `${id}-error`].filter(
    Boolean,
  );
  return {
    id,
    ...(parts.length > 0 ? { "aria-describedby": parts.join(" ") } : {}),
    ...(error === undefined ? {} : { "aria-invalid": "true" }),
  };
}
