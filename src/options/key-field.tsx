import type { ComponentChildren } from "preact";
import type { Policy } from "../contract.ts";
import { ErrorText, Field, FieldGroup } from "../pages/field.tsx";
import { KEYS } from "../policy/keys.ts";
import { readShape, type Shape } from "../policy/schema.ts";
import { choiceOf, descriptionOf, titleOf } from "../policy/words.ts";
import { Control, textOf, useControl } from "./control.tsx";
import { KeyBadge } from "./key-badge.tsx";
import { useSettings } from "./model.ts";
import { keySpot, type Spot } from "./paths.ts";
import { problemWords } from "./problem-words.ts";
import { RecordTable } from "./record-table.tsx";

/** One key of the settings with its words, its lock and its control, made from the catalogue. */
export function KeyField({ name }: { name: keyof Policy }) {
  const spot = keySpot(name);
  const { shape } = spot;
  if (shape.kind === "flag") return <FlagField spot={spot} />;
  if (shape.kind === "choice") return <RadioField spot={spot} shape={shape} />;
  if (shape.kind === "list" && shape.of.kind === "record") return <RecordTable spot={spot} />;
  return <SpotField spot={spot} badge={<KeyBadge name={name} />} />;
}

/** A labelled control of one value. A locked one says so in the words beside it. */
export function SpotField({ spot, badge }: { spot: Spot; badge?: ComponentChildren }) {
  const { t, problems, isTold } = useSettings();
  const description = t(descriptionOf(spot.words));
  return (
    <Field
      label={t(titleOf(spot.words))}
      badge={badge}
      hint={
        <>
          {description}
          {spot.shape.kind === "list" && ` ${t("settings_one_a_line")}`}
        </>
      }
      error={problemWords(t, problems, spot, isTold)}
    >
      {(ids) => <Control spot={spot} ids={ids} />}
    </Field>
  );
}

function RadioField({ spot, shape }: { spot: Spot; shape: Extract<Shape, { kind: "choice" }> }) {
  const { t, problems, isTold } = useSettings();
  const name = spot.place[0] as keyof Policy;
  const { value, isLocked, set, attributes } = useControl({ spot, ids: { id: spot.path } });
  const chosen = textOf(value) || textOf(KEYS[name].default);
  return (
    <FieldGroup
      label={t(titleOf(spot.words))}
      badge={<KeyBadge name={name} />}
      hint={t(descriptionOf(spot.words))}
      error={problemWords(t, problems, spot, isTold)}
    >
      {() =>
        // Of what cannot be chosen only what holds is of interest.
        shape.of
          .filter((one) => !isLocked || one === chosen)
          .map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name={spot.path}
                data-path={one === chosen ? attributes["data-path"] : undefined}
                checked={one === chosen}
                disabled={isLocked}
                onChange={() => set(one, false)}
              />
              {t(choiceOf(spot.words, shape, one))}
            </label>
          ))
      }
    </FieldGroup>
  );
}

/** Yes or no, in a key or in a record. */
export function FlagField({ spot }: { spot: Spot }) {
  const { t, problems, isTold } = useSettings();
  const isKey = spot.place.length === 1;
  const { value, isLocked, set, leave, attributes } = useControl({ spot, ids: { id: spot.path } });
  const read = readShape(spot.shape, value, spot.path, () => {});
  const standard = isKey ? KEYS[spot.place[0] as keyof Policy].default : false;
  const error = problemWords(t, problems, spot, isTold);
  const description = t(descriptionOf(spot.words));
  return (
    <div class="field flag">
      <div class="flag-head">
        <label class="choice">
          <input
            {...attributes}
            {...(description ? { "aria-describedby": `${spot.path}-hint` } : {})}
            type="checkbox"
            checked={(read.ok ? read.value : standard) === true}
            disabled={isLocked}
            onChange={({ currentTarget }) => set(currentTarget.checked, false)}
            onBlur={leave}
          />
          {t(titleOf(spot.words))}
        </label>
        {isKey && <KeyBadge name={spot.place[0] as keyof Policy} />}
      </div>
      {description && (
        <p class="hint-text" id={`${spot.path}-hint`}>
          {description}
        </p>
      )}
      <ErrorText id={`${spot.path}-error`} words={error} />
    </div>
  );
}
