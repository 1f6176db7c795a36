import { useState } from "preact/hooks";
import { Button, IconButton } from "../pages/button.tsx";
import { Mark } from "../pages/marks.tsx";
import { CLAUSE_NUMBERS, clauseOf } from "../policy/clauses.ts";
import { isObject } from "../policy/schema.ts";
import { descriptionOf, nameTitleOf, titleOf } from "../policy/words.ts";
import { KeyBadge } from "./key-badge.tsx";
import { SpotField } from "./key-field.tsx";
import { useSettings } from "./model.ts";
import { fieldSpot, itemSpot, keySpot } from "./paths.ts";
import { valueAt } from "./values.ts";

/** Another city's words for the clauses, one by one; what is not set stays as the built-in guideline has it. */
export function Clauses() {
  const { t, lang, shown, change, lockOf, say } = useSettings();
  const [chosen, setChosen] = useState("");
  const spot = keySpot("clauses");
  const value = valueAt(shown, spot.place);
  const numbers = isObject(value) ? Object.keys(value) : [];
  const free = CLAUSE_NUMBERS.filter((number) => !numbers.includes(number));
  const isLocked = lockOf("clauses") !== null;
  const builtIn = (number: string) => clauseOf({ clauses: {} }, number, lang);

  function add(): void {
    if (!free.includes(chosen)) return;
    change([...spot.place, chosen], builtIn(chosen));
    setChosen("");
  }

  return (
    <section class="part">
      <div class="part-head">
        <h2>{t(titleOf(spot.words))}</h2>
        <KeyBadge name="clauses" />
      </div>
      <p class="hint-text">{t(descriptionOf(spot.words))}</p>
      {numbers.map((number) => (
        <section key={number} class="clause" aria-label={number}>
          <div class="part-head">
            <h3>{number}</h3>
            {!isLocked && (
              <IconButton
                name={t("settings_remove_clause", number)}
                onPress={() => {
                  change([...spot.place, number], undefined);
                  say(t("settings_clause_removed", number));
                }}
              >
                <Mark name="delete" />
              </IconButton>
            )}
          </div>
          <SpotField spot={fieldSpot(itemSpot(spot, number), "label")} />
          <SpotField spot={fieldSpot(itemSpot(spot, number), "text")} />
        </section>
      ))}
      {!isLocked && (
        <div class="buttons under">
          <select
            class="select short"
            aria-label={t(nameTitleOf(spot.words))}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            <option value="">{t("settings_clause_choose")}</option>
            {free.map((number) => (
              <option key={number} value={number}>
                {number} {builtIn(number).label}
              </option>
            ))}
          </select>
          <Button isSmall isDisabled={chosen === ""} onPress={add}>
            <Mark name="add" />
            {t("settings_clause_add")}
          </Button>
        </div>
      )}
    </section>
  );
}
