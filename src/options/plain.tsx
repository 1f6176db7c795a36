import { KEYS } from "../policy/keys.ts";
import { sectionTitleOf } from "../policy/words.ts";
import { KeyField } from "./key-field.tsx";
import { useSettings } from "./model.ts";
import { keysOf, PARTS, type Part } from "./sections.ts";

/** Every key of a part, made from the catalogue alone. */
export function Plain({ part }: { part: Part }) {
  const { t, lockOf } = useSettings();
  const sections = PARTS.find(({ id }) => id === part)?.of ?? [];
  return (
    <>
      {sections.map((section) => {
        // Maps have pages of their own; what only managed policy can set is shown where it does.
        const keys = keysOf(section).filter(
          (key) => KEYS[key].shape.kind !== "map" && lockOf(key) !== "managed_only",
        );
        const isTables = keys.every((key) => isTable(key));
        if (keys.length === 0) return null;
        return (
          <section key={section} class="part">
            {sections.length > 1 && !isTables && <h2>{t(sectionTitleOf(section))}</h2>}
            {keys.map((key) => (
              <KeyField key={key} name={key} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function isTable(key: keyof typeof KEYS): boolean {
  const { shape } = KEYS[key];
  return shape.kind === "list" && shape.of.kind === "record";
}
