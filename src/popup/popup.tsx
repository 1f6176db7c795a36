import { useState } from "preact/hooks";
import type { Channel } from "../composer/channel.ts";
import type { Verdict } from "../messages.ts";
import { Seal, type Translate } from "../ui/parts.tsx";
import type { WatchPage } from "./page.ts";
import { PagePanel } from "./page-panel.tsx";
import { TextCheck } from "./text-check.tsx";

export interface PopupProps {
  channel: Channel;
  watchPage: WatchPage;
  t: Translate;
  /** Says something to screen readers. */
  say(words: string): void;
  /** Addresses of the extension's other pages. */
  pages: { guide: string };
}

export function Popup({ channel, watchPage, t, say, pages }: PopupProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  return (
    <main>
      <h1>
        <Seal />
        {t("popup_title")}
      </h1>
      <PagePanel watchPage={watchPage} channel={channel} t={t} />
      <TextCheck channel={channel} t={t} say={say} onVerdict={setVerdict} />
      <footer>
        {verdict && <p>{policyWords(verdict, t)}</p>}
        <a href={pages.guide} target="_blank" rel="noreferrer">
          {t("popup_guide")}
        </a>
      </footer>
    </main>
  );
}

function policyWords({ guidelineTitle, policyRevision }: Verdict, t: Translate): string {
  return policyRevision
    ? t("popup_policy", guidelineTitle, policyRevision)
    : t("popup_policy_plain", guidelineTitle);
}
