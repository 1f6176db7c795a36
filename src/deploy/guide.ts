import type { Lang } from "../contract.ts";
import { translate } from "../locales.ts";
import { KEY_NAMES } from "../policy/keys.ts";
import { titleOf } from "../policy/words.ts";
import { windowsText } from "./bytes.ts";
import type { Browser, Json, Place } from "./targets.ts";
import type { File } from "./zip.ts";

/** What a supervisor reads first, and a guide for each system, in both languages. */
export function guides(
  places: readonly (readonly [Browser, Place])[],
  policy: Readonly<Record<string, Json>>,
): File[] {
  return (["ja", "en"] as const).flatMap((lang) => {
    const t = (key: string, ...args: string[]) => translate(lang, key, args);
    const said = (key: string) => String(policy[key] || t("kit_guide_unnamed"));
    const lines = places.map(([target, { id, url }]) =>
      t("kit_guide_place", t(`kit_browser_${target}`), id, url),
    );
    const start = t(
      "kit_guide_start",
      said("organizationName"),
      said("policyRevision"),
      lines.join("\n"),
    );
    return [
      guide("", lang, start),
      ...(["windows", "macos", "linux"] as const).map((system) =>
        guide(`${system}/`, lang, t(`kit_guide_${system}`)),
      ),
    ];
  });
}

function guide(folder: string, lang: Lang, text: string): File {
  return { path: `${folder}README.${lang}.txt`, bytes: windowsText(`${text}\n`) };
}

/** What is to be entered in the group policy editor, under the names that it shows. */
export function valuesFile(policy: Readonly<Record<string, Json>>): File {
  const blocks = KEY_NAMES.filter((key) => Object.hasOwn(policy, key)).map((key) => {
    const value = policy[key];
    const entered = typeof value === "string" ? value : JSON.stringify(value);
    return `[${key}] ${translate("ja", titleOf([key]))}\n${entered}\n`;
  });
  return { path: "values.txt", bytes: windowsText(blocks.join("\n")) };
}
