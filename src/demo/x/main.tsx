/** @jsxImportSource react */
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { DEMO_ACCOUNT } from "../demo-account.ts";
import { options, publish } from "../page-options.ts";
import { Composer } from "./composer.tsx";
import { Messages } from "./messages.tsx";
import { Modal } from "./modal.tsx";
import { Profile } from "./profile.tsx";
import { RepostMenu } from "./repost-menu.tsx";
import { Avatar, published, TIMELINE, type Tweet, TweetCard } from "./tweet.tsx";
import { words } from "./words.ts";

interface Open {
  reply?: Tweet;
  quote?: Tweet;
}

const isCompose = (path: string) => path === "/compose/post" || path === "/intent/post";
const statusOf = (path: string): Tweet | undefined => {
  const id = /^\/\w+\/status\/(\d+)/.exec(path)?.[1];
  return TIMELINE.find((tweet) => tweet.id === id);
};

function App() {
  const [open, setOpen] = useState<Open | null>(() => {
    if (!isCompose(location.pathname)) return null;
    const quote = options.query.has("quote") ? TIMELINE[0] : undefined;
    const reply = options.query.has("in_reply_to") ? TIMELINE[0] : undefined;
    return { ...(quote ? { quote } : {}), ...(reply ? { reply } : {}) };
  });
  // The page behind stays mounted while the modal's address is shown.
  const [status] = useState(() => statusOf(location.pathname));
  const [sent, setSent] = useState<readonly (Tweet | null)[]>([]);
  const newest = sent.at(-1);
  /** Nowhere does the page say where the new post stands. */
  const isSilent = options.variant === "silent";
  const note = (text: string | null) =>
    setSent((before) => [...before, text === null ? null : published(text)]);
  const [reposting, setReposting] = useState<Tweet | null>(null);
  const isProfile = location.pathname === `/${DEMO_ACCOUNT.handle}`;
  const actions = (tweet: Tweet) => (
    <Actions
      tweet={tweet}
      compose={compose}
      isOpen={reposting === tweet}
      repost={() => setReposting(tweet)}
    />
  );

  useEffect(() => {
    const stop = new AbortController();
    addEventListener("popstate", () => !isCompose(location.pathname) && setOpen(null), stop);
    return () => stop.abort();
  }, []);

  const compose = (what: Open) => {
    history.pushState(null, "", `/compose/post${location.search}`);
    setOpen(what);
  };
  const close = () => {
    history.pushState(
      null,
      "",
      `${status ? `/${status.handle}/status/${status.id}` : "/home"}${location.search}`,
    );
    setOpen(null);
  };
  const [startsInModal] = useState(open !== null);
  const pageTexts = startsInModal ? [] : options.texts.slice(0, 1);

  return (
    <div className="app">
      <div className="columns">
        <header role="banner" className="side">
          <nav>
            <a href="/home" data-testid="AppTabBar_Home_Link" role="link">
              {words.home}
            </a>
            <a href={`/${DEMO_ACCOUNT.handle}`} data-testid="AppTabBar_Profile_Link" role="link">
              {words.profile}
            </a>
          </nav>
          <a
            href="/compose/post"
            data-testid="SideNav_NewTweet_Button"
            role="link"
            className="send wide"
            onClick={(event) => {
              event.preventDefault();
              compose({});
            }}
          >
            {words.compose}
          </a>
          <button type="button" data-testid="SideNav_AccountSwitcher_Button" className="switcher">
            <Avatar handle={DEMO_ACCOUNT.handle} />
            <span>
              <b>{DEMO_ACCOUNT.name}</b>
              <br />
              <span>@{DEMO_ACCOUNT.handle}</span>
            </span>
          </button>
        </header>
        <main role="main">
          <p className="about">{words.about}</p>
          {status ? (
            <>
              <TweetCard tweet={status}>{actions(status)}</TweetCard>
              <Composer
                name="reply"
                kind="reply"
                placeholder={words.replyPlaceholder}
                texts={pageTexts}
                button="tweetButtonInline"
                canThread={false}
                onPublished={note}
              />
            </>
          ) : isProfile ? (
            <Profile />
          ) : (
            <Composer
              name="home"
              kind="post"
              placeholder={words.placeholder}
              texts={pageTexts}
              button="tweetButtonInline"
              canThread={false}
              onPublished={note}
            />
          )}
          {!status &&
            [
              ...(isSilent ? [] : sent.filter((tweet) => tweet !== null).toReversed()),
              ...TIMELINE,
            ].map((tweet) => (
              <TweetCard key={tweet.id} tweet={tweet}>
                {actions(tweet)}
              </TweetCard>
            ))}
        </main>
      </div>
      <div id="layers">
        <Messages />
        {reposting && (
          <RepostMenu
            onClose={() => setReposting(null)}
            onQuote={() => {
              setReposting(null);
              compose({ quote: reposting });
            }}
            onRepost={async (event) => {
              setReposting(null);
              await publish([
                {
                  site: "x",
                  composer: "timeline",
                  kind: "repost",
                  text: "",
                  by: event.type === "keydown" ? "keyboard" : "button",
                  trusted: event.isTrusted,
                  account: DEMO_ACCOUNT.handle,
                  quoted: reposting.handle,
                },
              ]);
              note(null);
            }}
          />
        )}
        {open && (
          <Modal onClose={close}>
            {open.reply && (
              <>
                <TweetCard tweet={open.reply} />
                <p className="context">
                  {words.replyingTo}
                  <a href={`/${open.reply.handle}`}>@{open.reply.handle}</a>
                </p>
              </>
            )}
            <Composer
              name="modal"
              kind={open.reply ? "reply" : "post"}
              placeholder={open.reply ? words.replyPlaceholder : words.placeholder}
              texts={startsInModal ? options.texts : []}
              quote={open.quote}
              button="tweetButton"
              canThread
              focusAtStart
              onPublished={(text) => {
                note(text);
                close();
              }}
            />
          </Modal>
        )}
        {sent.length > 0 && options.variant !== "no-toast" && !isSilent && (
          <div role="alert" data-testid="toast" className="toast" key={sent.length}>
            <span>{words.sent}</span>{" "}
            {newest && <a href={`/${newest.handle}/status/${newest.id}`}>{words.view}</a>}
          </div>
        )}
      </div>
    </div>
  );
}

interface ActionsProps {
  tweet: Tweet;
  compose(what: Open): void;
  isOpen: boolean;
  repost(): void;
}

function Actions({ tweet, compose, isOpen, repost }: ActionsProps) {
  return (
    <div role="group" className="actions">
      <button type="button" data-testid="reply" onClick={() => compose({ reply: tweet })}>
        {words.reply}
      </button>
      <button
        type="button"
        role="button"
        data-testid="retweet"
        aria-haspopup="menu"
        {...(options.variant === "no-expanded" ? {} : { "aria-expanded": isOpen })}
        onClick={repost}
      >
        {words.repost}
      </button>
      <button type="button" data-testid="quote" onClick={() => compose({ quote: tweet })}>
        {words.quote}
      </button>
    </div>
  );
}

const root = document.querySelector("#react-root");
if (root) createRoot(root).render(<App />);
