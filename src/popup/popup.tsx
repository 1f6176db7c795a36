import { useEffect, useState } from "preact/hooks";
import type { Channel } from "../composer/channel.ts";
import { ForwardingLine } from "../forwarding/in-pages.ts";
import type { SettingsAnswer, Verdict } from "../messages.ts";
import { Seal, type Translate } from "../ui/parts.tsx";
import { type ModeChannel, ModePanel } from "./mode-panel.tsx";
import type { WatchPage } from "./page.ts";
import { PagePanel } from "./page-panel.tsx";
import type { SelfTestPanelProps } from "./self-test.tsx";
import { TextCheck } from "./text-check.tsx";

export interface PopupProps {
  channel: Channel;
  watchPage: WatchPage;
  selfTest: Pick<SelfTestPanelProps, "run" | "where">;
  /** What is set on this machine, and by whom. */
  askSettings(): Promise<SettingsAnswer>;
  modes: ModeChannel;
  t: Translate;
  /** The language of the words: a tag. */
  lang: string;
  /** Says something to screen readers. */
  say(words: string): void;
  /** Addresses of the extension's other pages. */
  pages: Record<
    "documents" | "guide" | "help" | "options" | "review" | "status" | "welcome",
    string
  >;
}

export function Popup(props: PopupProps) {
  const { channel, watchPage, selfTest, modes, askSettings, t, lang, say, pages } = props;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [settings, setSettings] = useState<SettingsAnswer | null>(null);
  useEffect(() => {
    // Without an answer the line is missing, and the check above says why.
    askSettings().then(setSettings, console.warn);
  }, [askSettings]);
  return (
    <main>
      <h1>
        <Seal />
        {t("popup_title")}
      </h1>
      <ModePanel modes={modes} t={t} lang={lang} say={say} />
      <PagePanel watchPage={watchPage} channel={channel} selfTest={{ ...selfTest, t, say }} t={t} />
      <TextCheck channel={channel} t={t} say={say} onVerdict={setVerdict} />
      <footer>
        {verdict && <Ground verdict={verdict} t={t} />}
        {settings && <p>{settingsWords(settings, t)}</p>}
        {ForwardingLine && <ForwardingLine t={t} />}
        <nav aria-label={t("pages_others")}>
          {settings && !isSetUp(settings) && <Way to={pages.welcome}>{t("popup_set_up")}</Way>}
          <Way to={pages.help}>{t("popup_help")}</Way>
          <Way to={pages.guide}>{t("popup_guide")}</Way>
          <Way to={pages.options}>{t("pages_settings")}</Way>
          <Way to={pages.documents}>{t("pages_documents")}</Way>
          <Way to={pages.status}>{t("pages_status")}</Way>
          <Way to={pages.review}>{t("pages_review")}</Way>
        </nav>
      </footer>
    </main>
  );
}

/** By what is checked, and what is out of the ordinary about it. */
function Ground({ verdict, t }: { verdict: Verdict; t: Translate }) {
  const { guidelineTitle, enforcement } = verdict;
  return (
    <>
      <p>{t("popup_policy", guidelineTitle)}</p>
      {enforcement !== "hold" && <p class="apart">{t(`ui_status_${enforcement}`)}</p>}
    </>
  );
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function isSetUp({ status, local }: SettingsAnswer): boolean {
  return status.isManaged || Object.keys(local).length > 0;
}

function settingsWords(settings: SettingsAnswer, t: Translate): string {
  if (!isSetUp(settings)) return t("popup_settings_none");
  const { isManaged, policy } = settings.status;
  const words = t(isManaged ? "popup_settings_managed" : "popup_settings_local");
  return policy.policyRevision ? t("popup_settings_revision", words, policy.policyRevision) : words;
}
