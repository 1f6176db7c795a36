import { useCallback, useEffect, useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import type { Translate } from "../ui/parts.tsx";
import { askForwarding, type ForwardingRequest, onForwardingChanged } from "./browser.ts";
import type { ForwardingPartProps } from "./in-pages.ts";
import type { Failure, ForwardingState } from "./state.ts";

/** How the forwarding stands, asked of the worker and kept up to date. null: not known yet. */
function useForwarding() {
  const [state, setState] = useState<ForwardingState | null>(null);
  const ask = useCallback(async (type: ForwardingRequest["type"]) => {
    const answer = await askForwarding(type);
    if (answer) setState(answer);
    return answer;
  }, []);
  useEffect(() => {
    const life = new AbortController();
    // Without an answer the rest of the page says that the worker is gone.
    const look = () => void ask("forwarding-state").catch(console.warn);
    onForwardingChanged(look, life.signal);
    look();
    return () => life.abort();
  }, [ask]);
  return { state, ask };
}

/** On the page of the settings in force: whether the record is forwarded, where to, and how far that is. */
export function ForwardingPart({ t, page }: ForwardingPartProps) {
  const { state, ask } = useForwarding();
  if (!state) return null;
  const time = (iso: string) =>
    new Intl.DateTimeFormat(page.lang, { dateStyle: "medium", timeStyle: "medium" }).format(
      new Date(iso),
    );
  const count = (of: number) => t("forwarding_count", String(of));
  const { failure, lastSentAt, nextAt } = state;
  const facts: [string, string][] = [
    [t("forwarding_to"), state.endpoint],
    [t("forwarding_waiting"), count(state.waiting)],
    [t("forwarding_sent"), count(state.sent)],
    [t("forwarding_last_sent"), lastSentAt ? time(lastSentAt) : t("status_none")],
    ...(nextAt ? [[t("forwarding_next"), time(nextAt)] as [string, string]] : []),
    ...(["aside", "rejected", "expired"] as const).flatMap((name): [string, string][] =>
      state[name] > 0 ? [[t(`forwarding_${name}`), count(state[name])]] : [],
    ),
    [
      t("forwarding_failure"),
      failure
        ? t("forwarding_failure_at", failureWords(failure, t), time(failure.at))
        : t("status_none"),
    ],
  ];

  async function again(): Promise<void> {
    const answer = await ask("forwarding-now").catch(() => null);
    const isDone = answer !== null && answer.waiting === 0;
    page.say(t(isDone ? "forwarding_done" : "forwarding_not_done"));
  }

  return (
    <section class="part" id="forwarding" aria-labelledby="forwarding-title">
      <h2 id="forwarding-title">{t("forwarding_title")}</h2>
      <Standing state={state} t={t} />
      <dl class="facts">
        {facts.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {state.isOn && state.waiting + state.aside > 0 && (
        <div class="buttons">
          <Button onPress={() => void again()}>{t("forwarding_again")}</Button>
        </div>
      )}
    </section>
  );
}

function Standing({ state, t }: { state: ForwardingState; t: Translate }) {
  if (!state.isOn) {
    return (
      <Banner level="lock" title={t("forwarding_is_off")}>
        <p>{t("forwarding_is_off_words")}</p>
      </Banner>
    );
  }
  if (state.isHalted) {
    return (
      <Banner level="stop" title={t("forwarding_is_halted")}>
        <p>{t("forwarding_is_halted_words")}</p>
      </Banner>
    );
  }
  if (state.nextAt !== null) {
    return (
      <Banner level="care" title={t("forwarding_is_late")}>
        <p>{t("forwarding_is_late_words")}</p>
      </Banner>
    );
  }
  return (
    <Banner level={state.isRecording ? "lock" : "care"} title={t("forwarding_is_on")}>
      <p>{t(state.isRecording ? "forwarding_is_on_words" : "forwarding_no_record")}</p>
    </Banner>
  );
}

/** In the popup: in a line or two, for whoever writes. */
export function ForwardingLine({ t }: { t: Translate }) {
  const { state } = useForwarding();
  if (!state?.isOn) return null;
  const { endpoint, waiting, failure, isHalted, nextAt } = state;
  const isBehind = isHalted || nextAt !== null;
  return (
    <>
      <p>{t("forwarding_line", URL.parse(endpoint)?.host ?? endpoint, String(waiting))}</p>
      {isBehind && failure && (
        <p class="apart">{t("forwarding_line_failure", failureWords(failure, t))}</p>
      )}
    </>
  );
}

/** What went wrong, and in the collector's own words what it says of it. */
function failureWords({ kind, status, message }: Failure, t: Translate): string {
  const words = t(`forwarding_failure_${kind}`, String(status));
  return message === "" ? words : t("forwarding_failure_says", words, message);
}
