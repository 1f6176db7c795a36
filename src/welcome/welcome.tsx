import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Frame } from "../pages/frame.tsx";
import type { Translate } from "../ui/parts.tsx";
import { SetUp } from "./set-up.tsx";

/** The worker's end, as far as this page uses it. */
export interface WelcomePort {
  status(): Promise<SettingsAnswer>;
  setLocal(raw: Readonly<Record<string, unknown>>): Promise<SettingsAnswer>;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export interface WelcomeProps {
  t: Translate;
  port: WelcomePort;
}

/** saved and skipped: what was decided here. managed: there is nothing to decide. */
type State = "asking" | "form" | "saved" | "skipped" | "managed";

/** The first minute on a machine that nobody has set up. */
export function Welcome({ t, port }: WelcomeProps) {
  const [state, setState] = useState<State>("asking");
  const [local, setLocal] = useState<SettingsAnswer["local"]>({});
  const [isMissing, setMissing] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);

  const take = useCallback(({ status, local: set }: SettingsAnswer) => {
    setLocal(set);
    if (status.isManaged) setState("managed");
    else setState((before) => (before === "asking" ? "form" : before));
  }, []);
  useEffect(() => {
    const life = new AbortController();
    // Without an answer the form stands there all the same; saving says what is wrong.
    const ask = () => void port.status().then(take, () => setState("form"));
    port.onChanged(ask, life.signal);
    ask();
    return () => life.abort();
  }, [port, take]);

  async function store(
    set: Readonly<Record<string, unknown>>,
    next: "saved" | "skipped",
  ): Promise<void> {
    try {
      const answer = await port.setLocal({ ...local, ...set });
      setMissing(false);
      setState(next);
      take(answer);
    } catch {
      setMissing(true);
    }
  }
  const isDecided = state === "saved" || state === "skipped" || state === "managed";
  const hadForm = useRef(false);
  useEffect(() => {
    hadForm.current ||= state === "form";
    // The form has gone and the focus with it.
    if (isDecided && hadForm.current) outcome.current?.focus();
  }, [isDecided, state]);

  return (
    <Frame t={t} path="/welcome.html">
      <h1>{t("welcome_title")}</h1>
      <p class="lead">{t("welcome_lead")}</p>
      {state === "form" && (
        <SetUp
          t={t}
          local={local}
          isMissing={isMissing}
          onSave={(set) => void store(set, "saved")}
          onSkip={() => void store({}, "skipped")}
        />
      )}
      {isDecided && (
        <div ref={outcome} tabIndex={-1} class="outcome">
          <Banner level={state === "skipped" ? "hint" : "done"} title={t(`welcome_${state}`)}>
            <p>{t(`welcome_${state}_more`)}</p>
          </Banner>
        </div>
      )}
      <Next t={t} isManaged={state === "managed"} />
    </Frame>
  );
}

const STEPS = ["write", "marks", "hold"] as const;

/** What happens from now on, and where more can be set. */
function Next({ t, isManaged }: { t: Translate; isManaged: boolean }) {
  return (
    <section class="part" aria-labelledby="next-title">
      <h2 id="next-title">{t("welcome_next")}</h2>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`welcome_next_${step}`)}</li>
        ))}
      </ol>
      <p class="private">{t("welcome_next_private")}</p>
      <ul class="ways">
        {!isManaged && (
          <>
            <li>
              <a href="/options.html">{t("welcome_to_settings")}</a>
            </li>
            <li>
              <a href="/options.html#transfer">{t("welcome_to_kit")}</a>
            </li>
          </>
        )}
        <li>
          <a href="/help.html">{t("welcome_to_help")}</a>
        </li>
        <li>
          <a href="/guide.html">{t("welcome_to_guide")}</a>
        </li>
      </ul>
    </section>
  );
}
