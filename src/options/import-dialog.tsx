import { useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Dialog } from "../pages/dialog.tsx";
import { FieldGroup } from "../pages/field.tsx";
import { Table } from "../pages/table.tsx";
import { KEY_NAMES, KEYS } from "../policy/keys.ts";
import { isObject, type Rejection } from "../policy/schema.ts";
import { choiceOf, titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { textOf } from "./control.tsx";
import { useSettings } from "./model.ts";
import { pathWords, reasonWords } from "./problem-words.ts";
import { isSame, type Raw } from "./values.ts";

export interface ImportDialogProps {
  file: { settings: Raw; problems: readonly Rejection[] };
  onClose(wasTaken: boolean): void;
}

/** What a settings file would change, before anything is taken. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const { t, draft, lockOf, replace } = useSettings();
  const [isWhole, setWhole] = useState(true);
  const isFree = (name: string) => lockOf(name) === null;
  const taken = Object.fromEntries(Object.entries(file.settings).filter(([name]) => isFree(name)));
  const locked = Object.keys(file.settings).filter((name) => !isFree(name));
  const kept = Object.fromEntries(
    Object.entries(draft).filter(([name]) => !isWhole || !isFree(name)),
  );
  const next = { ...kept, ...taken };
  const changes = KEY_NAMES.filter((name) => !isSame(draft[name], next[name]));
  return (
    <Dialog
      title={t("settings_import_title")}
      isWide
      onClose={() => onClose(false)}
      foot={
        <>
          <Button look="plain" onPress={() => onClose(false)}>
            {t("settings_cancel")}
          </Button>
          <Button
            look="main"
            isDisabled={changes.length === 0}
            onPress={() => {
              replace(next);
              onClose(true);
            }}
          >
            {t("settings_import_take")}
          </Button>
        </>
      }
    >
      <FieldGroup label={t("settings_import_how")}>
        {() =>
          [true, false].map((one) => (
            <label key={String(one)} class="choice">
              <input
                type="radio"
                name="import-how"
                checked={isWhole === one}
                onChange={() => setWhole(one)}
              />
              {t(one ? "settings_import_whole" : "settings_import_part")}
            </label>
          ))
        }
      </FieldGroup>
      {changes.length === 0 ? (
        <p class="empty">{t("settings_import_same")}</p>
      ) : (
        <Table
          caption={t("settings_import_changes", String(changes.length))}
          rows={changes}
          columns={[
            {
              title: t("settings_import_key"),
              isHeader: true,
              cell: (name) => t(titleOf([name])),
            },
            { title: t("settings_import_before"), cell: (name) => inShort(t, name, draft[name]) },
            { title: t("settings_import_after"), cell: (name) => inShort(t, name, next[name]) },
          ]}
        />
      )}
      {file.problems.length > 0 && (
        <Banner level="care" title={t("settings_import_problems", String(file.problems.length))}>
          <ul>
            {file.problems.map(({ path, reason }) => (
              <li key={path}>
                <b>{pathWords(t, path)}</b> {reasonWords(t, reason)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {locked.length > 0 && (
        <Banner level="lock" title={t("settings_import_locked")}>
          <p>
            {locked
              .map((name) => t(titleOf([name as (typeof KEY_NAMES)[number]])))
              .join(t("ui_list_separator"))}
          </p>
        </Banner>
      )}
    </Dialog>
  );
}

/** A value in a few words. */
function inShort(t: Translate, name: (typeof KEY_NAMES)[number], value: unknown): string {
  const { shape } = KEYS[name];
  if (value === undefined) return t("settings_unset");
  if (Array.isArray(value)) return t("settings_count", String(value.length));
  if (isObject(value)) return t("settings_count", String(Object.keys(value).length));
  if (typeof value === "boolean") return t(value ? "settings_on" : "settings_off");
  const text = textOf(value);
  return shape.kind === "choice" && shape.of.includes(text)
    ? t(choiceOf([name], shape, text))
    : text;
}
