import { Button } from "../pages/button.tsx";
import type { Translate } from "../ui/parts.tsx";
import type { Block } from "./blocks.ts";
import { ADDENDUM, type Edits, editOf, type Slot, slotsOf, withEdit } from "./edits.ts";

export interface EditorProps {
  t: Translate;
  /** As made, without edits. */
  made: readonly Block[];
  edits: Edits;
  onEdit(edits: Edits): void;
}

/** Every text of the document in a field of its own, where the paper has it. */
export function Editor({ t, made, edits, onEdit }: EditorProps) {
  const slot = (one: Slot) => (
    <SlotField key={one.id} t={t} slot={one} edits={edits} onEdit={onEdit} />
  );
  return (
    <div class="paper editing">
      {made.map((block) => {
        const slots = slotsOf(block);
        if (block.kind === "table") {
          const width = block.head.length;
          const [caption, ...cells] = slots;
          const rows = Array.from({ length: block.rows.length + 1 }, (_, row) =>
            cells.slice(row * width, (row + 1) * width),
          );
          return (
            <div key={block.id} class="paper-scroll">
              {block.caption !== "" && caption && slot(caption)}
              {rows.map((row, index) => (
                <div key={row[0]?.id ?? index} class="edit-row wide">
                  {row.map(slot)}
                </div>
              ))}
            </div>
          );
        }
        return (
          <div
            key={block.id}
            class={
              block.kind === "field" ? "edit-row" : `edit-${block.kind} level-${levelOf(block)}`
            }
          >
            {slots.map(slot)}
          </div>
        );
      })}
    </div>
  );
}

interface SlotProps extends Omit<EditorProps, "made"> {
  slot: Slot;
}

function SlotField({ t, slot, edits, onEdit }: SlotProps) {
  const edit = editOf(edits, slot.id);
  const text = edit?.text ?? slot.text;
  const isOvertaken = edit !== undefined && edit.base !== slot.text && edit.text !== slot.text;
  const name = slot.id === ADDENDUM ? t("documents_addendum") : t("documents_slot", nameOf(slot));
  return (
    <div class={edit ? "slot edited" : "slot"}>
      <textarea
        class="textarea"
        lang="ja"
        aria-label={name}
        {...(slot.id === ADDENDUM ? { placeholder: name } : {})}
        data-slot={slot.id}
        rows={rowsFor(text)}
        value={text}
        onInput={({ currentTarget }) => onEdit(withEdit(edits, slot, currentTarget.value))}
      />
      {isOvertaken && (
        <div class="overtaken">
          <p>{t("documents_overtaken_slot")}</p>
          <p lang="ja">{slot.text || t("documents_empty")}</p>
          <div class="buttons">
            <Button isSmall onPress={() => onEdit(withEdit(edits, slot, slot.text))}>
              {t("documents_take_made")}
            </Button>
            <Button isSmall look="plain" onPress={() => onEdit(withEdit(edits, slot, text))}>
              {t("documents_keep_edit")}
            </Button>
          </div>
        </div>
      )}
      {edit && !isOvertaken && (
        <Button
          isSmall
          look="plain"
          name={t("documents_undo_slot", nameOf(slot))}
          onPress={() => onEdit(withEdit(edits, slot, slot.text))}
        >
          {t("documents_undo")}
        </Button>
      )}
    </div>
  );
}

const NAME_LENGTH = 30;

function nameOf({ id, text }: Slot): string {
  const line = text.split("\n").find((one) => one.trim() !== "") ?? id;
  return [...line].slice(0, NAME_LENGTH).join("");
}

/** Lines that it takes, for browsers that do not size a field by its content. */
function rowsFor(text: string): number {
  const LINE = 40;
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
}

function levelOf(block: Block): number {
  return block.kind === "heading" ? block.level : 0;
}
