import { useState } from "preact/hooks";
import { Button } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import type { Words } from "./names.ts";

export interface FilesPartProps {
  words: Words;
  /** The files that are shown; empty: this machine's record is. */
  files: readonly File[];
  onOpen(files: readonly File[]): void;
}

/** Exports of this or other machines, opened here; nothing of them is kept or sent. */
export function FilesPart({ words, files, onOpen }: FilesPartProps) {
  const { t } = words;
  const [isOver, setOver] = useState(false);
  const open = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onOpen([...files, ...list]);
  };
  return (
    <section
      class={isOver ? "part drop over" : "part drop"}
      id="files"
      aria-labelledby="files-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        open(event.dataTransfer?.files);
      }}
    >
      <h2 id="files-title">{t("review_part_files")}</h2>
      <p class="hint-text">{t("review_files_lead")}</p>
      {files.length > 0 && (
        <>
          <ul class="files">
            {files.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may be opened twice
              <li key={index}>{name}</li>
            ))}
          </ul>
          <div class="buttons">
            <Button isSmall onPress={() => onOpen([])}>
              {t("review_files_close")}
            </Button>
          </div>
        </>
      )}
      <Field label={t(files.length > 0 ? "review_files_more" : "review_files_open")}>
        {(ids) => (
          <input
            {...ids}
            class="file"
            type="file"
            multiple
            accept=".jsonl,.json,application/jsonl"
            onChange={({ currentTarget }) => {
              open(currentTarget.files);
              currentTarget.value = "";
            }}
          />
        )}
      </Field>
    </section>
  );
}
