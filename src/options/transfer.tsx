import { useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import { readFile, type SettingsFile } from "./file.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { Kit } from "./kit.tsx";
import { useSettings } from "./model.ts";
import { decodeSheet } from "./sheet.ts";

/** The settings as one file, out and in. */
export function Transfer() {
  const { t, problems, isChanged, exportFile, say } = useSettings();
  const [file, setFile] = useState<SettingsFile | null>(null);
  const [isTaken, setTaken] = useState(false);

  async function read(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    setTaken(false);
    setFile(readFile(decodeSheet(new Uint8Array(await chosen.arrayBuffer()))));
  }

  return (
    <>
      <section>
        <h2>{t("settings_export")}</h2>
        <p class="hint-text">{t("settings_export_hint")}</p>
        {problems.list.length > 0 && <Banner level="care" title={t("settings_export_problems")} />}
        <div class="buttons under">
          <Button onPress={exportFile}>{t("settings_export_button")}</Button>
        </div>
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here, or chosen by the button */}
      <section
        class="part"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void read(event.dataTransfer?.files[0]);
        }}
      >
        <h2>{t("settings_import")}</h2>
        <p class="hint-text">{t("settings_import_hint")}</p>
        <Field label={t("settings_import_file")}>
          {(ids) => (
            <input
              {...ids}
              class="file"
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                void read(currentTarget.files?.[0]);
                // The same file may be chosen again after it was mended.
                currentTarget.value = "";
              }}
            />
          )}
        </Field>
        {file && "failure" in file && (
          <Banner level="stop" title={t(`settings_import_${file.failure}`)} />
        )}
        {isTaken && isChanged && (
          <Banner level="done" title={t("settings_imported")}>
            <p>{t("settings_imported_hint")}</p>
          </Banner>
        )}
      </section>
      <Kit />
      {file && "settings" in file && (
        <ImportDialog
          file={file}
          onClose={(wasTaken) => {
            setFile(null);
            setTaken(wasTaken);
            if (wasTaken) say(t("settings_imported"));
          }}
        />
      )}
    </>
  );
}
