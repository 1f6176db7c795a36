import { useCallback, useEffect, useState } from "preact/hooks";
import { ForwardingPart } from "../forwarding/in-pages.ts";
import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Frame } from "../pages/frame.tsx";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";
import { Diagnosis } from "./diagnosis-part.tsx";
import { Help } from "./help.tsx";
import { KeyTables } from "./key-tables.tsx";
import { Rejections } from "./rejections.tsx";
import { withUnusedSelectors } from "./selectors.ts";
import { Summary } from "./summary.tsx";

/** The worker's end, as far as this page uses it. */
export interface StatusPort {
  status(): Promise<SettingsAnswer>;
  /** Has the browser asked for its managed policy once more. */
  refresh(): Promise<SettingsAnswer>;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

const PARTS = [
  "summary",
  ...(ForwardingPart ? (["forwarding"] as const) : []),
  "diagnosis",
  "rejected",
  "keys",
  "help",
] as const;

export interface StatusProps {
  t: Translate;
  page: OpenPage;
  port: StatusPort;
}

/** What is in force on this machine and why, for whoever set it and for whoever helps them. */
export function Status({ t, page, port }: StatusProps) {
  const [answer, setAnswer] = useState<SettingsAnswer | "asking" | "missing">("asking");

  const take = useCallback(
    async (asked: Promise<SettingsAnswer>, said?: string) => {
      try {
        setAnswer(withUnusedSelectors(await asked));
        if (said) page.say(said);
      } catch {
        setAnswer("missing");
      }
    },
    [page],
  );
  useEffect(() => {
    const life = new AbortController();
    port.onChanged(() => void take(port.status(), t("status_changed")), life.signal);
    void take(port.status());
    return () => life.abort();
  }, [port, take, t]);
  const refresh = () => void take(port.refresh(), t("status_refreshed"));

  const rejected = typeof answer === "object" ? answer.status.rejected.length : 0;

  return (
    <Frame
      t={t}
      path="/status.html"
      sections={PARTS.map((id) => ({
        id,
        name: t(`status_part_${id}`),
        ...(id === "rejected" && rejected > 0 ? { badge: <Count of={rejected} /> } : {}),
      }))}
    >
      <h1>{t("pages_status")}</h1>
      <p class="lead">{t("status_lead")}</p>
      {answer === "asking" && <p role="status">{t("status_asking")}</p>}
      {answer === "missing" && (
        <Banner level="stop" title={t("status_missing")}>
          <div class="buttons">
            <Button onPress={() => void take(port.status())}>{t("status_again")}</Button>
          </div>
        </Banner>
      )}
      {typeof answer === "object" && (
        <>
          <Summary answer={answer} t={t} lang={page.lang} onRefresh={refresh} />
          {ForwardingPart && <ForwardingPart t={t} page={page} />}
          {!ForwardingPart && answer.status.policy.journalForwarding && (
            <Banner level="care" title={t("status_no_forwarding")} />
          )}
          <Diagnosis answer={answer} t={t} page={page} />
          <Rejections rejected={answer.status.rejected} t={t} />
          <KeyTables answer={answer} t={t} />
          <Help answer={answer} t={t} />
        </>
      )}
    </Frame>
  );
}

function Count({ of }: { of: number }) {
  return <span class="badge stop">{of}</span>;
}
