/** @jsxImportSource react */
import type { ReactNode } from "react";
import { DEMO_ACCOUNT } from "../demo-account.ts";
import { options } from "../page-options.ts";
import { words } from "./words.ts";

export interface Tweet {
  id: string;
  name: string;
  handle: string;
  text: string;
  /** ISO 8601; absent: an older one. */
  at?: string;
}

/** X counts milliseconds from its own beginning, and puts them before the lowest 22 bits of a post's number. */
const BEGINNING = 1_288_834_974_657;

/** What was published just now, as the site would have numbered it. */
export function published(text: string): Tweet {
  const now = Date.now();
  return {
    id: String(BigInt(now - BEGINNING) << 22n),
    name: DEMO_ACCOUNT.name,
    handle: DEMO_ACCOUNT.handle,
    text,
    at: new Date(now).toISOString(),
  };
}

/** "?who=handle:name" lets somebody else post, too. */
const OTHERS = options.query.getAll("who").map((who, index): Tweet => {
  const [handle = "", name = ""] = who.split(":");
  return { id: `180000000000000000${index}`, handle, name, text: "お知らせです。" };
});

export const TIMELINE: readonly Tweet[] = [
  {
    id: "1700000000000000001",
    name: "気象だより（見本）",
    handle: "kishou_demo",
    text: "明日の夕方から雪のおそれ。路面の凍結に気をつけてください❄️ https://bit.ly/kishou-yuki",
  },
  {
    id: "1700000000000000002",
    name: "星見図書館（見本）",
    handle: "hoshimi_toshokan",
    text: "今週の土曜日、おはなし会をひらきます。",
  },
  ...OTHERS,
];

export function Avatar({ handle }: { handle: string }) {
  return (
    <div data-testid={`UserAvatar-Container-${handle}`} className="avatar">
      <a href={`/${handle}`} role="link" tabIndex={-1} aria-hidden="true">
        {handle.slice(0, 1)}
      </a>
    </div>
  );
}

const UserName = ({ tweet }: { tweet: Tweet }) => (
  <div data-testid="User-Name" className="user-name">
    <b>{tweet.name}</b> <span>@{tweet.handle}</span>
  </div>
);

interface TweetCardProps {
  tweet: Tweet;
  children?: ReactNode;
}

export function TweetCard({ tweet, children }: TweetCardProps) {
  return (
    <article data-testid="tweet" className="tweet" tabIndex={-1}>
      <Avatar handle={tweet.handle} />
      <div>
        <UserName tweet={tweet} />
        <div data-testid="tweetText" lang="ja">
          {tweet.text}
        </div>
        <a href={`/${tweet.handle}/status/${tweet.id}`} className="time">
          <time dateTime={tweet.at ?? "2026-11-30T08:00:00.000Z"}>
            {tweet.at ? words.now : "11月30日"}
          </time>
        </a>
        {children}
      </div>
    </article>
  );
}

export function TweetQuote({ tweet }: { tweet: Tweet }) {
  return (
    <div role="link" tabIndex={0} className="quote">
      <UserName tweet={tweet} />
      <div data-testid="tweetText" lang="ja">
        {tweet.text}
      </div>
    </div>
  );
}
