import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ModeRequest, ModeState } from "../messages.ts";
import { durationWords, untilNextMinute } from "../ui/duration.ts";
import type { Translate } from "../ui/parts.tsx";
import { trusted } from "../ui/trusted.ts";
import { LeftPosts } from "./left-posts.tsx";

/** The worker's answer about the mode, and its changes. */
export interface ModeChannel {
  ask(request?: Omit<ModeRequest, "type">): Promise<ModeState>;
  /** Calls back whenever the answer may be another. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

export interface ModePanelProps {
  modes: ModeChannel;
  t: Translate;
  lang: string;
  /** Says something to screen readers. */
  say(words: string): void;
}

/** The mode in force, where a member of staff declares an emergency and ends it, and what one left. */
export function ModePanel({ modes, t, lang, say }: ModePanelProps) {
  const [state, setState] = useState<ModeState | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isFailed, setIsFailed] = useState(false);
  const [, tick] = useState(0);

  // Without an answer nothing is claimed; what is checked says of itself that it is not.
  const read = useCallback(() => void modes.ask().then(setState, console.warn), [modes]);
  useEffect(() => {
    const life = new AbortController();
    read();
    modes.onChange(read, life.signal);
    return () => life.abort();
  }, [modes, read]);

  const until = state?.until ?? null;
  useEffect(() => {
    if (until === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      const left = until - Date.now();
      if (left <= 0) return read();
      tick((count) => count + 1);
      timer = setTimeout(again, untilNextMinute(left));
    };
    timer = setTimeout(again, untilNextMinute(until - Date.now()));
    return () => clearTimeout(timer);
  }, [until, read]);

  async function change(request: Omit<ModeRequest, "type">, words: string): Promise<void> {
    setIsAsking(false);
    try {
      setState(await modes.ask(request));
      setIsFailed(false);
      say(words);
    } catch (error) {
      console.warn(error);
      setIsFailed(true);
    }
  }

  if (!state) return null;
  const { mode, minutes, left } = state;
  const isEmergency = mode === "emergency";
  const mayDeclare = !isEmergency && minutes > 0;
  return (
    <section class="modes" aria-label={t("popup_modes")}>
      {isEmergency && (
        <div class="mode emergency">
          <h2>
            {until === null
              ? t("ui_mode_emergency")
              : t("ui_mode_emergency_left", durationWords(until - Date.now(), lang))}
          </h2>
          <p>{t(until === null ? "popup_emergency_policy" : "popup_emergency_staff")}</p>
          {until !== null && (
            <button
              type="button"
              class="button"
              onClick={trusted(() => void change({ change: "end" }, t("ui_mode_normal")))}
            >
              {t("popup_emergency_end")}
            </button>
          )}
        </div>
      )}
      {mode === "hold" && <Holding statement={state.statement} t={t} say={say} />}
      {mayDeclare && !isAsking && (
        <button
          type="button"
          class="button declare"
          aria-haspopup="true"
          onClick={trusted(() => setIsAsking(true))}
        >
          {t("popup_emergency_declare")}
        </button>
      )}
      {mayDeclare && isAsking && (
        <Confirm
          duration={durationWords(minutes * 60_000, lang)}
          t={t}
          onYes={() => void change({ change: "begin" }, t("ui_mode_emergency"))}
          onNo={() => setIsAsking(false)}
        />
      )}
      {isFailed && (
        <p class="error" role="alert">
          {t("popup_mode_failed")}
        </p>
      )}
      {left.length > 0 && (
        <LeftPosts
          posts={left}
          isOver={!isEmergency}
          t={t}
          lang={lang}
          onLooked={(posts) => void change({ change: "looked", posts }, t("popup_left_done"))}
        />
      )}
    </section>
  );
}

interface ConfirmProps {
  duration: string;
  t: Translate;
  onYes(): void;
  onNo(): void;
}

/** A second press, at another place: nobody declares an emergency by a slip. */
function Confirm({ duration, t, onYes, onNo }: ConfirmProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not on a button: an Enter that is still held down would press it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="mode emergency"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-words"
    >
      <h2 id="confirm-title" tabIndex={-1} ref={heading}>
        {t("popup_emergency_title")}
      </h2>
      <p id="confirm-words">{t("popup_emergency_words", duration)}</p>
      <div class="choices">
        <button
          type="button"
          class="button main"
          onClick={trusted((event: MouseEvent) => {
            // The second half of a double click on the button that stood here.
            if (event.detail < 2) onYes();
          })}
        >
          {t("popup_emergency_yes", duration)}
        </button>
        <button type="button" class="button plain" onClick={trusted(onNo)}>
          {t("popup_emergency_no")}
        </button>
      </div>
    </section>
  );
}

interface HoldingProps extends Pick<ModePanelProps, "t" | "say"> {
  statement: string;
}

/** Under fire: what may be said at once, to be taken along to wherever it is needed (guideline 7(5)). */
function Holding({ statement, t, say }: HoldingProps) {
  const copy = () => {
    navigator.clipboard.writeText(statement).then(
      () => say(t("popup_hold_copied")),
      () => say(t("popup_hold_not_copied")),
    );
  };
  return (
    <div class="mode hold">
      <h2>{t("ui_mode_hold")}</h2>
      <p>{t("popup_hold_words")}</p>
      <blockquote lang="ja">{statement}</blockquote>
      <button type="button" class="button" onClick={trusted(copy)}>
        {t("popup_hold_copy")}
      </button>
    </div>
  );
}
