import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { browserName } from "./browser-name.ts";

export interface SummaryProps {
  answer: SettingsAnswer;
  t: Translate;
  lang: "ja" | "en";
  onRefresh(): void;
}

/** In one look: who set this machine up, with which revision, when it was read, and what is wrong. */
export function Summary({ answer, t, lang, onRefresh }: SummaryProps) {
  const { status } = answer;
  const { policyRevision, organizationName } = status.policy;
  const facts: [string, string][] = [
    [t("status_managed"), t(status.isManaged ? "status_managed_yes" : "status_managed_no")],
    [t(titleOf(["organizationName"])), organizationName || t("status_none")],
    [t(titleOf(["policyRevision"])), policyRevision || t("status_none")],
    [t("status_read_at"), readAt(status.readAt, t, lang)],
    [t("status_extension_id"), status.extensionId],
    [t("status_version"), status.version],
    [t("status_browser"), browserWords(status.browser, t)],
  ];
  return (
    <section class="part" id="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{t("status_summary")}</h2>
      <State answer={answer} t={t} />
      <dl class="facts">
        {facts.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t("status_rejected_title")}</dt>
          <dd>
            {status.rejected.length === 0 ? (
              t("status_none")
            ) : (
              <a href="#rejected">{t("status_count", String(status.rejected.length))}</a>
            )}
          </dd>
        </div>
      </dl>
      <div class="buttons">
        <Button onPress={onRefresh}>{t("status_refresh")}</Button>
      </div>
    </section>
  );
}

function State({ answer: { status, local }, t }: { answer: SettingsAnswer; t: Translate }) {
  if (status.failure !== null) {
    return (
      <Banner level="stop" title={t("status_failed")}>
        <p>{t("status_failed_words", status.failure)}</p>
      </Banner>
    );
  }
  if (status.isManaged) {
    return (
      <Banner level="lock" title={t("status_is_managed")}>
        <p>{t(status.policy.allowLocalSettings ? "status_is_open" : "status_is_locked")}</p>
        {status.readAt === null && <p>{t("status_is_last_known")}</p>}
      </Banner>
    );
  }
  const isSet = Object.keys(local).length > 0;
  return (
    <Banner level={isSet ? "hint" : "care"} title={t(isSet ? "status_is_local" : "status_is_bare")}>
      <p>{t(status.readAt === null ? "status_is_waiting" : "status_is_unmanaged")}</p>
      {!isSet && (
        <div class="buttons">
          <a class="button" href="/welcome.html">
            {t("status_set_up")}
          </a>
        </div>
      )}
    </Banner>
  );
}

function readAt(iso: string | null, t: Translate, lang: "ja" | "en"): string {
  if (iso === null) return t("status_not_read_yet");
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium" }).format(
    new Date(iso),
  );
}

export function browserWords(userAgent: string, t: Translate): string {
  const { family, version, system } = browserName(userAgent);
  const name = [t(`status_browser_${family}`), version].filter(Boolean).join(" ");
  return system === "" ? name : t("status_browser_on", name, system);
}
