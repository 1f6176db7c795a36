import { useEffect, useRef, useState } from "preact/hooks";
import type { Channel } from "../composer/channel.ts";
import type { Draft, Level, Platform, Policy } from "../contract.ts";
import type { Verdict } from "../messages.ts";
import { Button } from "../pages/button.tsx";
import { PastedText, type Shown } from "../popup/pasted-text.ts";
import { quietWords } from "../ui/card.tsx";
import { FindingBody } from "../ui/finding.tsx";
import { LevelChip, LevelMark, Seal } from "../ui/parts.tsx";
import { useSettings } from "./model.ts";

/** The worker's end: what a policy says about a draft, saved or not. */
export interface PreviewPort extends Pick<Channel, "expand" | "guide"> {
  tryOut(draft: Draft, policy: Policy): Promise<Verdict>;
}

const PLATFORMS: readonly Platform[] = ["x", "facebook"];
const LEVELS: readonly Level[] = ["stop", "care", "hint"];

/** A post to try the settings on, as they stand in the form, saved or not. */
export function Preview({ port, onRule }: { port: PreviewPort; onRule(id: string): void }) {
  const { t, effective } = useSettings();
  const [text, setText] = useState("");
  const [platform, setPlatform] = useState<Platform>("x");
  const [account, setAccount] = useState("");
  const [shown, setShown] = useState<Shown | null>(null);
  // The channel outlives each rendering and must ask about the settings of the moment.
  const policy = useRef(effective);
  policy.current = effective;
  const [pasted] = useState(
    () =>
      new PastedText(
        {
          check: (draft) => port.tryOut(draft, policy.current),
          expand: (urls) => port.expand(urls),
          guide: (rule) => port.guide(rule),
          isAlive: () => true,
        },
        setShown,
      ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings say other things of the same text
  useEffect(() => pasted.renew(), [effective, pasted]);
  useEffect(() => {
    pasted.write(text, platform, account || undefined);
  }, [pasted, text, platform, account]);

  const accounts = effective.accounts.filter((one) => one.platform === platform);
  return (
    <section class="preview-box" aria-labelledby="preview">
      <h2 id="preview">{t("settings_preview")}</h2>
      <p class="hint-text">{t("settings_preview_hint")}</p>
      <label class="quiet" for="preview-text">
        {t("popup_text")}
      </label>
      <textarea
        id="preview-text"
        class="textarea"
        lang="ja"
        rows={5}
        spellcheck={false}
        placeholder={t("popup_placeholder")}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div class="preview-where">
        <select
          class="select"
          aria-label={t("popup_platform")}
          value={platform}
          onChange={({ currentTarget }) => {
            setPlatform(currentTarget.value as Platform);
            setAccount("");
          }}
        >
          {PLATFORMS.map((one) => (
            <option key={one} value={one}>
              {t(`ui_platform_${one}`)}
            </option>
          ))}
        </select>
        <select
          class="select"
          aria-label={t("settings_preview_account")}
          value={account}
          onChange={({ currentTarget }) => setAccount(currentTarget.value)}
        >
          <option value="">{t("settings_preview_no_account")}</option>
          {accounts.map(({ id, handle, name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an account may have no name yet
            <option key={index} value={handle ?? id ?? name ?? ""}>
              {name ?? handle ?? id ?? ""}
            </option>
          ))}
        </select>
      </div>
      <Result shown={shown} />
      {shown?.findings.map((finding, index) => (
        <article
          key={finding.id}
          class={`finding ${finding.level}`}
          aria-labelledby={`preview-level-${index} preview-words-${index}`}
        >
          <div id={`preview-level-${index}`}>
            <LevelChip level={finding.level} t={t} />
          </div>
          <FindingBody
            finding={finding}
            guidelineTitle={shown.verdict?.guidelineTitle ?? ""}
            ids={{ words: `preview-words-${index}`, message: `preview-message-${index}` }}
            t={t}
            onGuide={() => void port.guide(finding.rule).catch(() => null)}
          />
          <Button
            isSmall
            look="plain"
            name={t("settings_preview_rule_name", finding.rule)}
            onPress={() => onRule(finding.rule)}
          >
            {t("settings_preview_rule")}
          </Button>
        </article>
      ))}
    </section>
  );
}

/** How it stands, in one line that a screen reader hears when it changes. */
function Result({ shown }: { shown: Shown | null }) {
  const { t } = useSettings();
  const state = shown?.status.state ?? "empty";
  return (
    <div
      class={state === "unchecked" ? "preview-result unchecked" : "preview-result"}
      role="status"
    >
      {state === "findings" && shown ? (
        <span class="counts">
          {LEVELS.filter((level) => shown.status.counts[level] > 0).map((level) => (
            <span key={level} class={`count ${level}`}>
              <LevelMark level={level} />
              {t(`ui_count_${level}`, String(shown.status.counts[level]))}
            </span>
          ))}
        </span>
      ) : state === "unchecked" ? (
        <>
          <Seal isHollow />
          {t("popup_unchecked")}
        </>
      ) : (
        quietWords(shown?.status, t)
      )}
    </div>
  );
}
