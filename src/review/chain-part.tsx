import { useEffect, useRef, useState } from "preact/hooks";
import { readAnchor } from "../journal/anchor.ts";
import type { ChainReport, VerifyOptions } from "../journal/chain.ts";
import type { Anchor } from "../journal/entry.ts";
import { anchorWords, chainWords, exportWords, isWhole, WORTH } from "../journal/words.ts";
import type { Message } from "../locales.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import { formats, secondsOf, type Words } from "./names.ts";
import type { Loaded, Source } from "./source.ts";

export interface ChainPartProps {
  words: Words;
  /** Of opened files; null: this machine's record is shown, and verified when asked. */
  loaded: Loaded | null;
  verify: ((how: Pick<VerifyOptions, "told" | "signal">) => Promise<ChainReport>) | null;
  /** How many entries there are to look at. */
  count: number;
  source: Source;
  say(words: string): void;
}

/** Whether the record is whole, in plain words: what that proves, and what it cannot. */
export function ChainPart({ words, loaded, verify, count, source, say }: ChainPartProps) {
  const { t, lang } = words;
  const [state, setState] = useState<
    "open" | { done: number } | "failed" | { report: ChainReport; at: string }
  >("open");
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);
  const isBusy = typeof state === "object" && "done" in state;
  const number = (value: number) => formats(lang).number.format(value);

  async function press(ask: NonNullable<typeof verify>): Promise<void> {
    life.current = new AbortController();
    const { signal } = life.current;
    setState({ done: 0 });
    say(t("review_verifying"));
    try {
      const report = await ask({
        signal,
        told: (done) => signal.aborted || setState({ done }),
      });
      setState({ report, at: new Date().toISOString() });
      say(
        chainWords(report)
          .slice(0, 1)
          .map((one) => told(words, one))
          .join(""),
      );
    } catch (error) {
      if (signal.aborted) return;
      console.warn("review:", error);
      setState("failed");
      say(t("review_verify_failed"));
    }
  }
  function stop(): void {
    life.current?.abort();
    setState("open");
    say(t("review_verify_stopped"));
  }

  return (
    <section class="part" id="chain" aria-labelledby="chain-title">
      <h2 id="chain-title">{t("review_part_chain")}</h2>
      <p class="hint-text">{t("review_chain_lead")}</p>
      {verify && (
        <div class="buttons">
          <Button isDisabled={isBusy} onPress={() => void press(verify)}>
            {t("review_verify")}
          </Button>
          {isBusy && (
            <>
              <Button look="plain" onPress={stop}>
                {t("review_verify_stop")}
              </Button>
              <span>{t("review_verifying_so_far", number(state.done), number(count))}</span>
            </>
          )}
        </div>
      )}
      {verify && state === "failed" && <Banner level="stop" title={t("review_verify_failed")} />}
      {verify && typeof state === "object" && "report" in state && (
        <Outcome
          words={words}
          title={t("review_verified_at", secondsOf(lang, state.at))}
          isGood={state.report.breaks.length === 0}
          messages={chainWords(state.report)}
        />
      )}
      {loaded?.reports.map(({ file, report }, index) => (
        <Outcome
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may be opened twice
          key={index}
          words={words}
          title={file}
          isGood={isWhole(report)}
          messages={exportWords(report)}
        />
      ))}
      {loaded && loaded.problems.length > 0 && (
        <Outcome
          words={words}
          title={t("review_files_problems")}
          isGood={false}
          messages={loaded.problems}
        />
      )}
      {loaded?.together && <p>{told(words, loaded.together)}</p>}
      {loaded?.between.map((message) => (
        <p key={message.args?.join()}>{told(words, message)}</p>
      ))}
      <AnchorField words={words} source={source} />
      <ul class="worth">
        {WORTH.map((message) => (
          <li key={message.key}>{told(words, message)}</li>
        ))}
      </ul>
    </section>
  );
}

/** A line that was noted at a sign-off, typed in again: whether what is here still fits it. */
function AnchorField({ words, source }: { words: Words; source: Source }) {
  const { t } = words;
  const [text, setText] = useState("");
  const [state, setState] = useState<
    "open" | "wrong" | { anchor: Anchor; is: "holds" | "contradicts" | "absent" }
  >("open");
  async function compare(): Promise<void> {
    const anchor = readAnchor(text);
    setState(anchor ? { anchor, is: await source.against(anchor) } : "wrong");
  }
  return (
    <>
      <Field
        label={t("review_anchor")}
        hint={t("review_anchor_hint")}
        error={state === "wrong" ? t("review_anchor_wrong") : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            class="input code"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setState("open");
            }}
          />
        )}
      </Field>
      <div class="buttons">
        <Button isSmall onPress={() => void compare()}>
          {t("review_anchor_compare")}
        </Button>
      </div>
      <div role="status">
        {typeof state === "object" && (
          <Banner
            level={state.is === "holds" ? "done" : state.is === "absent" ? "hint" : "stop"}
            title={told(words, anchorWords(state.anchor, state.is))}
          />
        )}
      </div>
    </>
  );
}

function Outcome({
  words,
  title,
  isGood,
  messages,
}: {
  words: Words;
  title: string;
  isGood: boolean;
  messages: readonly Message[];
}) {
  return (
    <Banner level={isGood ? "done" : "stop"} title={title}>
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: said once
        <p key={index}>{told(words, message)}</p>
      ))}
    </Banner>
  );
}

export function told({ t }: Words, { key, args }: Message): string {
  return t(key, ...(args ?? []));
}
