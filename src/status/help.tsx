import type { SettingsAnswer } from "../messages.ts";
import { mergeOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { browserName } from "./browser-name.ts";

/** Where each browser shows its policies, and under which name its policy file keeps ours. */
const PLACES = {
  chromium: { page: "chrome://policy", name: "3rdparty.extensions" },
  edge: { page: "edge://policy", name: "3rdparty.extensions" },
  firefox: { page: "about:policies", name: "3rdparty.Extensions" },
} as const;

/**
 * What administrators of extensions ask most, answered for this browser: not there at first, restarts,
 * set but not shown, templates, merging, one bad value, import errors.
 */
export function Help({ answer: { status }, t }: { answer: SettingsAnswer; t: Translate }) {
  const { family } = browserName(status.browser);
  const { page, name } = PLACES[family];
  const engine = family === "firefox" ? "firefox" : "chromium";
  const answers: [string, string][] = [
    ["first", t("status_help_first")],
    ["restart", t(`status_help_restart_${engine}`)],
    ["shown", t("status_help_shown", status.extensionId, page, name)],
    ["template", t("status_help_template")],
    ["merge", t(mergeOf("replace"))],
    ["bad", t(`status_help_bad_${engine}`, page)],
    ["import", t("status_help_import")],
  ];
  return (
    <section class="part" id="help" aria-labelledby="help-title">
      <h2 id="help-title">{t("status_help")}</h2>
      <dl class="answers">
        {answers.map(([question, words]) => (
          <div key={question}>
            <dt>{t(`status_ask_${question}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/options.html#transfer">{t("status_to_settings")}</a>
      </p>
    </section>
  );
}
