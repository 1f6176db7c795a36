import { useEffect, useRef, useState } from "preact/hooks";
import type { Channel } from "../composer/channel.ts";
import type { Fix, Level, Platform } from "../contract.ts";
import type { Verdict } from "../messages.ts";
import { quietWords } from "../ui/card.tsx";
import { FindingBody } from "../ui/finding.tsx";
import type { FindingView } from "../ui/model.ts";
import { LevelChip, LevelMark, Seal, type Translate } from "../ui/parts.tsx";
import { PastedText, type Shown } from "./pasted-text.ts";

const PLATFORMS: readonly Platform[] = ["x", "facebook"];
const LEVELS: readonly Level[] = ["stop", "care", "hint"];

export interface TextCheckProps {
  channel: Channel;
  t: Translate;
  /** Says something to screen readers. */
  say(words: string): void;
  /** The newest answer, for whose settings it speaks. */
  onVerdict(verdict: Verdict): void;
}

/** A text is pasted or typed, and what the rules find in it stands below. */
export function TextCheck({ channel, t, say, onVerdict }: TextCheckProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [platform, setPlatform] = useState<Platform>("x");
  const [notice, setNotice] = useState<{ id: string; key: string } | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [pasted] = useState(() => new PastedText(channel, setShown));

  const verdict = shown?.verdict;
  useEffect(() => {
    if (verdict) onVerdict(verdict);
  }, [verdict, onVerdict]);
  // The attribute alone is not heeded for what is made after the page was read.
  useEffect(() => field.current?.focus(), []);

  function write(text: string, chosen: Platform): void {
    setNotice(null);
    pasted.write(text, chosen);
  }

  function fix(finding: FindingView, wanted: Fix): void {
    const box = field.current;
    // What is seen may be a moment older than the text.
    const isCurrent = pasted.shown().findings.some(({ id }) => id === finding.id);
    if (!box || !isCurrent || box.value !== pasted.text) {
      setNotice({ id: finding.id, key: "ui_fix_stale" });
    } else if (replaceWords(box, wanted)) {
      say(t("ui_replaced", wanted.replacement));
    } else {
      setNotice({ id: finding.id, key: "ui_fix_failed" });
    }
  }

  return (
    <section aria-label={t("popup_check")}>
      <label for="text">{t("popup_text")}</label>
      <textarea
        id="text"
        ref={field}
        lang="ja"
        rows={4}
        spellcheck={false}
        placeholder={t("popup_placeholder")}
        onInput={({ currentTarget, isComposing }) => {
          // A word that is still being converted is not yet what the person writes.
          if (!isComposing) write(currentTarget.value, platform);
        }}
        onCompositionEnd={({ currentTarget }) => write(currentTarget.value, platform)}
      />
      <fieldset>
        <legend>{t("popup_platform")}</legend>
        {PLATFORMS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="platform"
              checked={one === platform}
              onChange={() => {
                setPlatform(one);
                write(field.current?.value ?? "", one);
              }}
            />
            {t(`ui_platform_${one}`)}
          </label>
        ))}
      </fieldset>
      <h3 class="quiet">{t("popup_result")}</h3>
      <Summary shown={shown} t={t} onAgain={() => pasted.renew()} />
      {shown?.findings.map((finding, index) => (
        <article
          key={finding.id}
          class={`finding ${finding.level}`}
          aria-labelledby={`level-${index} words-${index}`}
        >
          <div id={`level-${index}`}>
            <LevelChip level={finding.level} t={t} />
          </div>
          <FindingBody
            finding={finding}
            guidelineTitle={shown.verdict?.guidelineTitle ?? ""}
            notice={notice?.id === finding.id ? notice.key : undefined}
            ids={{ words: `words-${index}`, message: `message-${index}` }}
            t={t}
            onGuide={() => void channel.guide(finding.rule).catch(() => null)}
          />
          {finding.fixes.length > 0 && (
            <div class="fixes">
              {finding.fixes.map((one, number) => (
                <button
                  type="button"
                  key={`${one.label} ${one.start}`}
                  class={number === 0 ? "button main" : "button"}
                  onClick={() => fix(finding, one)}
                >
                  {one.label}
                </button>
              ))}
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

/** How it stands, in one line that a screen reader hears when it changes. */
function Summary({ shown, t, onAgain }: { shown: Shown | null; t: Translate; onAgain(): void }) {
  const state = shown?.status.state ?? "empty";
  return (
    <div class={`summary ${state}`}>
      <div role="status">
        {state === "findings" && shown ? (
          <span class="counts">
            {LEVELS.filter((level) => shown.status.counts[level] > 0).map((level) => (
              <span key={level} class={`count ${level}`}>
                <LevelMark level={level} />
                {t(`ui_count_${level}`, String(shown.status.counts[level]))}
              </span>
            ))}
          </span>
        ) : (
          <>
            {state === "unchecked" && (
              <b>
                <Seal isHollow />
                {t("ui_status_unchecked")}
              </b>
            )}
            <p>{state === "unchecked" ? t("popup_unchecked") : quietWords(shown?.status, t)}</p>
          </>
        )}
      </div>
      {state === "unchecked" && (
        <button type="button" class="button" onClick={onAgain}>
          {t("ui_dialog_again")}
        </button>
      )}
    </div>
  );
}

/** Puts the words as a person's own typing would, so that undo takes them back; false: it did not take. */
function replaceWords(box: HTMLTextAreaElement, { start, end, replacement }: Fix): boolean {
  const expected = box.value.slice(0, start) + replacement + box.value.slice(end);
  box.focus();
  box.setSelectionRange(start, end);
  document.execCommand(replacement === "" ? "delete" : "insertText", false, replacement);
  return box.value === expected;
}
