/** @jsxImportSource react */
import { useState } from "react";
import { options } from "../page-options.ts";
import { account } from "./account.ts";
import { atoms } from "./atoms.ts";
import { Avatar } from "./parts.tsx";
import { words } from "./words.ts";

export interface Post {
  text: string;
  address: string;
}

/** What the site adds to every address, to know who pressed where. */
const FOLLOWING = "__cft__[0]=AZVdemo&__tn__=%2CO%2CP-R";

/** What was published just now, where the site would have put it. */
export function published(text: string): Post {
  const id = Date.now().toString(36);
  return { text, address: `/hoshimi.city/posts/pfbid0${id}?${FOLLOWING}` };
}

export function commentAddress(text: string): string {
  return `/hoshimi.toshokan/posts/pfbid02toshokan?comment_id=${1000 + text.length}&${FOLLOWING}`;
}

/** At the top of the feed. "?variant=lazy": its time gets its address when the pointer comes near. */
export function OwnPost({ post }: { post: Post }) {
  const [isNear, setNear] = useState(options.variant !== "lazy");
  return (
    <div
      role="article"
      aria-label={words.article(account.name)}
      className={atoms(
        "background: var(--card); border-radius: 8px; margin: 16px 0; padding: 12px 16px",
      )}
    >
      <div className={atoms("display: flex; gap: 10px; align-items: center")}>
        <Avatar name={account.name} />
        <h3 className={atoms("margin: 0; font-size: 15px")}>
          <a href={`/hoshimi.city?${FOLLOWING}`} role="link">
            <strong>{account.name}</strong>
          </a>
        </h3>
        <a
          href={isNear ? post.address : "#"}
          role="link"
          data-part="time"
          onPointerEnter={() => setNear(true)}
        >
          {words.now}
        </a>
      </div>
      <div data-ad-preview="message" className={atoms("margin: 12px 0; white-space: pre-wrap")}>
        <div dir="auto">{post.text}</div>
      </div>
    </div>
  );
}

export function Toast({ post }: { post: Post }) {
  return (
    <div
      role="alert"
      className={atoms(
        "position: fixed; left: 16px; bottom: 16px; background: var(--card); padding: 12px 16px; z-index: 4",
      )}
    >
      <span>{words.sent}</span> <a href={post.address}>{words.view}</a>
    </div>
  );
}
