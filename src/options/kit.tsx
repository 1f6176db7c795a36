import { useState } from "preact/hooks";
import { kitZip } from "../deploy/kit.ts";
import {
  BROWSERS,
  type Browser,
  FIREFOX_ID,
  isIdOf,
  isPlaceUrl,
  type Place,
  storeUrl,
} from "../deploy/targets.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Field, FieldGroup } from "../pages/field.tsx";
import { save } from "../pages/save-file.ts";
import { readPolicy } from "../policy/policy.ts";
import { descriptionOf, titleOf } from "../policy/words.ts";
import { fileName, settingsFile } from "./file.ts";
import { useSettings } from "./model.ts";

/** What a person says about one browser; "": the browser's own store. */
interface Wanted {
  isChosen: boolean;
  id: string;
  url: string;
}

/** Everything that the systems department needs to set these settings on every machine, as one zip. */
export function Kit() {
  const { t, draft, status, problems, isCopy, say } = useSettings();
  const [wanted, setWanted] = useState(() => wantedAtFirst(status.extensionId, status.browser));
  const [isLocalAllowed, setLocalAllowed] = useState(false);
  const [isTold, setTold] = useState(false);
  const [made, setMade] = useState("");
  const chosen = BROWSERS.filter((target) => wanted[target].isChosen);
  const wrong = chosen.filter((target) => errorsOf(target, wanted[target]).length > 0);

  function set(target: Browser, change: Partial<Wanted>): void {
    setMade("");
    setWanted({ ...wanted, [target]: { ...wanted[target], ...change } });
  }

  function make(): void {
    setTold(true);
    if (chosen.length === 0 || wrong.length > 0 || problems.list.length > 0) return;
    const places = chosen.map((target): [Browser, Place] => {
      const { id, url } = wanted[target];
      return [target, { id, url: url || storeUrl(target, id) }];
    });
    const { policy } = readPolicy(JSON.parse(settingsFile(draft, status, isCopy)));
    const zip = kitZip(
      { ...policy, ...(isLocalAllowed ? { allowLocalSettings: true } : {}) },
      Object.fromEntries(places),
    );
    const name = fileName("kit", policy.policyRevision ?? "", "zip");
    save(name, new Blob([new Uint8Array(zip)]), "application/zip");
    setMade(t("settings_exported", name));
    say(t("settings_exported", name));
  }

  return (
    <section class="part">
      <h2>{t("settings_kit")}</h2>
      <p class="hint-text">{t("settings_kit_hint")}</p>
      <FieldGroup
        label={t("settings_kit_browsers")}
        error={isTold && chosen.length === 0 ? t("settings_kit_none") : undefined}
      >
        {() =>
          BROWSERS.map((target) => (
            <div key={target} class="kit-browser" data-browser={target}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={wanted[target].isChosen}
                  onChange={({ currentTarget }) => set(target, { isChosen: currentTarget.checked })}
                />
                {t(`settings_kit_${target}`)}
              </label>
              {wanted[target].isChosen && (
                <div class="kit-place">
                  {target !== "firefox" && (
                    <KitText
                      path={`kit-${target}-id`}
                      label={t("settings_kit_id", t(`settings_kit_${target}`))}
                      hint={t("settings_kit_id_hint")}
                      value={wanted[target].id}
                      error={isTold && errorsOf(target, wanted[target]).includes("id")}
                      wrong="settings_kit_wrong_id"
                      onWrite={(id) => set(target, { id: id.trim() })}
                    />
                  )}
                  <KitText
                    path={`kit-${target}-url`}
                    label={t("settings_kit_url", t(`settings_kit_${target}`))}
                    hint={t("settings_kit_url_hint")}
                    value={wanted[target].url}
                    error={isTold && errorsOf(target, wanted[target]).includes("url")}
                    wrong="settings_kit_wrong_url"
                    onWrite={(url) => set(target, { url: url.trim() })}
                  />
                </div>
              )}
            </div>
          ))
        }
      </FieldGroup>
      {!isCopy && (
        <div class="field flag">
          <label class="choice strong">
            <input
              type="checkbox"
              aria-describedby="kit-local"
              checked={isLocalAllowed}
              onChange={({ currentTarget }) => setLocalAllowed(currentTarget.checked)}
            />
            {t(titleOf(["allowLocalSettings"]))}
          </label>
          <p class="hint-text" id="kit-local">
            {t(descriptionOf(["allowLocalSettings"]))}
          </p>
        </div>
      )}
      {isTold && problems.list.length > 0 && (
        <Banner level="stop" title={t("settings_kit_problems", String(problems.list.length))} />
      )}
      {made && <Banner level="done" title={made} />}
      <div class="buttons under">
        <Button onPress={make}>{t("settings_kit_make")}</Button>
      </div>
    </section>
  );
}

interface KitTextProps {
  path: string;
  label: string;
  hint: string;
  value: string;
  error: boolean;
  /** `_locales` key of what is wrong. */
  wrong: string;
  onWrite(text: string): void;
}

function KitText({ path, label, hint, value, error, wrong, onWrite }: KitTextProps) {
  const { t } = useSettings();
  return (
    <Field label={label} hint={hint} error={error ? t(wrong) : undefined}>
      {(ids) => (
        <input
          {...ids}
          data-path={path}
          class="input"
          spellcheck={false}
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** This very browser's own id is known; other stores have others. */
function wantedAtFirst(extensionId: string, userAgent: string): Record<Browser, Wanted> {
  const here = /\bEdg\//.test(userAgent) ? "edge" : "chrome";
  const chromium = (target: "chrome" | "edge"): Wanted => {
    const isHere = here === target && isIdOf(target, extensionId);
    return { isChosen: isHere, id: isHere ? extensionId : "", url: "" };
  };
  const isFirefox = isIdOf("firefox", extensionId);
  return {
    chrome: chromium("chrome"),
    edge: chromium("edge"),
    firefox: { isChosen: isFirefox, id: isFirefox ? extensionId : FIREFOX_ID, url: "" },
  };
}

function errorsOf(target: Browser, { id, url }: Wanted): ("id" | "url")[] {
  return [
    ...(isIdOf(target, id) ? [] : (["id"] as const)),
    ...(url === "" || isPlaceUrl(url) ? [] : (["url"] as const)),
  ];
}
