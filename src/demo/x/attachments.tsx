/** @jsxImportSource react */
import type { ReactNode } from "react";
import { options } from "../page-options.ts";
import { Nest } from "./nest.tsx";
import { type Tweet, TweetQuote } from "./tweet.tsx";
import { words } from "./words.ts";

interface PictureProps {
  alt: string;
  onDescribe(): void;
}

/** A picture as it stands once it was attached, with the way to its alternative text. */
export function Picture({ alt, onDescribe }: PictureProps): ReactNode {
  return (
    <div data-testid="attachments">
      <Nest depth={2}>
        <div role="group" aria-label="ALT">
          <img alt={alt} width={120} height={60} />
          <button type="button" data-testid="altTextLabel" onClick={onDescribe}>
            {words.describe}
          </button>
        </div>
      </Nest>
    </div>
  );
}

/** Both places where X puts the quoted post: inside the attachments, or beside them. */
export function Quote({ tweet }: { tweet: Tweet }): ReactNode {
  const card = <TweetQuote tweet={tweet} />;
  return options.query.get("quote") === "beside" ? (
    <Nest depth={2}>{card}</Nest>
  ) : (
    <div data-testid="attachments">
      <Nest depth={2}>{card}</Nest>
    </div>
  );
}

interface PollProps {
  options: readonly string[];
  onChange(options: string[]): void;
}

export function Poll(props: PollProps): ReactNode {
  return (
    <Nest depth={3}>
      {props.options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places
        <label key={index}>
          <span>{words.choice(index + 1)}</span>
          <input
            name={`Choice${index + 1}`}
            type="text"
            maxLength={25}
            value={option}
            onChange={({ target }) =>
              props.onChange(
                props.options.map((one, place) => (place === index ? target.value : one)),
              )
            }
          />
        </label>
      ))}
    </Nest>
  );
}

/** Above the text, as a way back to the schedule. */
export function Scheduled({ at }: { at: string }): ReactNode {
  return (
    <a href="/compose/post/schedule" role="link" className="scheduled">
      <span>{words.scheduledFor(new Date(at))}</span>
    </a>
  );
}
