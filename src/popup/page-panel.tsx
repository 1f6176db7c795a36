import { useEffect, useState } from "preact/hooks";
import type { Channel } from "../composer/channel.ts";
import type { PageState } from "../composer/page-state.ts";
import type { Level } from "../contract.ts";
import { quietWords } from "../ui/card.tsx";
import type { AccountLine, StatusView } from "../ui/model.ts";
import { LevelMark, Seal, type Translate } from "../ui/parts.tsx";
import type { PageView, WatchPage } from "./page.ts";
import { SelfTestPanel, type SelfTestPanelProps } from "./self-test.tsx";

const LEVELS: readonly Level[] = ["stop", "care", "hint"];

export interface PagePanelProps {
  watchPage: WatchPage;
  channel: Channel;
  selfTest: SelfTestPanelProps;
  t: Translate;
}

/** What is watched on the page in front, who would speak there, and how each compose box stands. */
export function PagePanel({ watchPage, channel, selfTest, t }: PagePanelProps) {
  const [view, setView] = useState<PageView | null>(null);
  useEffect(() => watchPage(setView), [watchPage]);
  return (
    <section class="page" aria-labelledby="page-title">
      <h2 id="page-title">{t("popup_page")}</h2>
      {/* Heard when it comes: the focus is in the text field by then. */}
      <div role="status">{view && <Page view={view} channel={channel} t={t} />}</div>
      {(view?.kind === "watched" || view?.kind === "silent") && <SelfTestPanel {...selfTest} />}
    </section>
  );
}

function Page({ view, channel, t }: { view: PageView; channel: Channel; t: Translate }) {
  switch (view.kind) {
    case "elsewhere":
      return <p class="soft">{t("popup_page_elsewhere")}</p>;
    case "silent":
    case "forbidden":
      return <NotChecked words={t(`popup_page_${view.kind}`)} t={t} />;
    case "watched":
      return <Watched state={view.state} channel={channel} t={t} />;
  }
}

function NotChecked({ words, t }: { words: string; t: Translate }) {
  return (
    <div class="box unchecked">
      <b>
        <Seal isHollow />
        {t("ui_status_unchecked")}
      </b>
      <p>{words}</p>
    </div>
  );
}

function Watched({ state, channel, t }: { state: PageState; channel: Channel; t: Translate }) {
  if (!state.platform) return <NotChecked words={t("popup_page_host")} t={t} />;
  const platform = t(`ui_platform_${state.platform}`);
  if (state.boxes.length === 0) {
    return (
      <div class="box">
        <SignedIn state={state} channel={channel} t={t} />
        <p>{t("popup_page_idle", platform)}</p>
      </div>
    );
  }
  const checked = state.boxes.filter((box) => box.state !== "unchecked").length;
  return (
    <>
      {checked > 0 && <p class="soft">{t("popup_page_boxes", platform, String(checked))}</p>}
      {state.boxes.map((box) => (
        <Box key={box.key} box={box} t={t} />
      ))}
    </>
  );
}

function Box({ box, t }: { box: StatusView; t: Translate }) {
  if (box.state === "unchecked") {
    return <NotChecked words={quietWords(box, t)} t={t} />;
  }
  return (
    <div class="box">
      <Who account={box.account} t={t} />
      {box.state === "findings" ? (
        <p class="counts">
          {LEVELS.filter((level) => box.counts[level] > 0).map((level) => (
            <span key={level} class={`count ${level}`}>
              <LevelMark level={level} />
              {t(`ui_count_${level}`, String(box.counts[level]))}
            </span>
          ))}
        </p>
      ) : (
        <p>{quietWords(box, t)}</p>
      )}
    </div>
  );
}

function Who({ account, t }: { account: AccountLine | null; t: Translate }) {
  return (
    <p class="who">
      <b>{account?.name ?? t("ui_status_no_account")}</b> {account?.department}
    </p>
  );
}

/** Before any box is used the page names who is signed in, and the register who that is. */
function SignedIn({ state, channel, t }: { state: PageState; channel: Channel; t: Translate }) {
  const { platform, account } = state;
  const [found, setFound] = useState<{ account: AccountLine | null; isMissing: boolean }>();
  // Told anew after each change of the page, mostly the same.
  const told = JSON.stringify(account);
  useEffect(() => {
    const { id, shown } = (JSON.parse(told) as PageState["account"]) ?? {};
    if (!platform || id === undefined) return;
    const draft = { text: "", platform, account: id };
    const ask = channel.check(shown ? { ...draft, shown } : draft);
    // Without an answer the page's own name stands alone.
    ask.then(({ account: one, hasRegister }) => {
      const name = one?.name ?? one?.handle;
      setFound({
        account: name ? { name, ...(one?.department ? { department: one.department } : {}) } : null,
        isMissing: hasRegister && one === null,
      });
    }, console.warn);
  }, [platform, told, channel]);
  if (!account) return null;
  return (
    <>
      <Who account={found?.account ?? { name: account.name }} t={t} />
      {found?.isMissing && <p class="unregistered">{t("popup_account_unregistered")}</p>}
    </>
  );
}
