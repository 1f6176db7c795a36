import { useId, useState } from "preact/hooks";
import type { SelfTest } from "../sites/self-test.ts";
import type { Translate } from "../ui/parts.tsx";
import { partName, verdictOf, type Where, wordsOf } from "./self-test-words.ts";

export interface SelfTestPanelProps {
  /** Looks through the page in front; fails where no script may be put into it. */
  run(): Promise<SelfTest>;
  where(): Promise<Where>;
  t: Translate;
  say(words: string): void;
}

type Shown = { result: SelfTest; text: string } | "failed";

/** One press tells which parts of the page in front are recognised, another copies that for whoever helps. */
export function SelfTestPanel({ run, where, t, say }: SelfTestPanelProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);

  async function test(): Promise<void> {
    setCopied(null);
    try {
      const [result, place] = await Promise.all([run(), where()]);
      setShown({ result, text: wordsOf(result, place, t) });
    } catch {
      setShown("failed");
    }
  }

  async function copy(text: string): Promise<void> {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(isDone);
    say(t(isDone ? "status_copied" : "status_not_copied"));
  }

  return (
    <div class="self-test">
      <button type="button" class="button" onClick={() => void test()}>
        {t("popup_test")}
      </button>
      <div role="status">
        {shown === "failed" && <p class="apart">{t("popup_test_failed")}</p>}
        {shown && shown !== "failed" && <Result result={shown.result} t={t} />}
      </div>
      {shown && shown !== "failed" && (
        <>
          <button type="button" class="button copy" onClick={() => void copy(shown.text)}>
            {t("popup_test_copy")}
          </button>{" "}
          {isCopied !== null && <span>{t(isCopied ? "status_copied" : "status_not_copied")}</span>}
          {isCopied === false && <Text text={shown.text} t={t} />}
        </>
      )}
    </div>
  );
}

/** Where the browser does not let it be copied, it can be marked by hand. */
function Text({ text, t }: { text: string; t: Translate }) {
  const id = useId();
  return (
    <>
      <label for={id}>{t("status_copied_text")}</label>
      <textarea id={id} readonly rows={4} value={text} />
    </>
  );
}

function Result({ result, t }: { result: SelfTest; t: Translate }) {
  return (
    <>
      <p class={`verdict ${verdictOf(result)}`}>{t(`popup_test_is_${verdictOf(result)}`)}</p>
      {result.platform && (
        <ul>
          {result.parts.map(({ part, state, count }) => (
            <li key={part} class={state}>
              <span>{partName(part, t)}</span>{" "}
              <span>{t(`popup_part_is_${state}`, String(count))}</span>
            </li>
          ))}
          {result.corrections.map(({ part, state }) => (
            <li key={`correction ${part}`} class={state === "used" ? "found" : "missing"}>
              <span>{t("popup_correction", part)}</span>{" "}
              <span>{t(`popup_correction_is_${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
