/** @jsxImportSource react */
import type { EditorState } from "draft-js";
import { type ReactNode, useRef, useState } from "react";
import { DEMO_ACCOUNT } from "../demo-account.ts";
import { exposeTexts, options, publish } from "../page-options.ts";
import type { Publication } from "../publication.ts";
import { draftOf, textOf, XEditor } from "./editor.tsx";
import { Nest } from "./nest.tsx";
import { Avatar, type Tweet, TweetQuote } from "./tweet.tsx";
import { words } from "./words.ts";

export interface ComposerProps {
  name: "home" | "modal" | "reply";
  kind: "post" | "reply";
  placeholder: string;
  /** One text an item; several make a thread. */
  texts: readonly string[];
  quote?: Tweet | undefined;
  /** The modal's button and the inline one have different test ids. */
  button: "tweetButton" | "tweetButtonInline";
  canThread: boolean;
  focusAtStart?: boolean;
  onPublished(): void;
}

interface Item {
  key: number;
  state: EditorState;
}

export function Composer(props: ComposerProps) {
  const nextKey = useRef(0);
  const item = (text: string): Item => ({ key: nextKey.current++, state: draftOf(text) });
  const empty = () => (props.texts.length > 0 ? props.texts : [""]).map(item);
  const [items, setItems] = useState(empty);
  const [hasPicture, setHasPicture] = useState(false);
  const [active, setActive] = useState(0);
  const [isDone, setDone] = useState(0);
  const isNarrow = options.variant === "textarea";

  const texts = items.map(({ state }) => textOf(state));
  exposeTexts(props.name, () => texts);
  // A plain repost: no words, but something quoted.
  const canPublish = texts.every((text) => text.trim() !== "") || props.quote !== undefined;

  const send = async (by: Publication["by"], event: Event) => {
    if (!canPublish) return;
    const kind =
      items.length > 1
        ? "thread"
        : props.quote
          ? texts[0] === ""
            ? "repost"
            : "quote"
          : props.kind;
    await publish(
      texts.map((text) => ({
        site: "x",
        composer: props.name,
        kind,
        text,
        by,
        trusted: event.isTrusted,
        account: DEMO_ACCOUNT.handle,
      })),
    );
    setItems([{ key: nextKey.current++, state: draftOf("") }]);
    setActive(0);
    setHasPicture(false);
    setDone(isDone + 1);
    props.onPublished();
  };

  const change = (index: number, state: EditorState) =>
    setItems((now) => now.map((one, place) => (place === index ? { ...one, state } : one)));

  const toolbar = (
    <Nest depth={2}>
      <div data-testid="toolBar" className="toolbar" role="group">
        <button
          type="button"
          aria-label={words.media}
          className="icon"
          onClick={() => setHasPicture(true)}
        >
          ▢
        </button>
        <button
          type="button"
          aria-label={words.schedule}
          data-testid="scheduleOption"
          className="icon"
        >
          ◷
        </button>
        {props.canThread && canPublish && (
          <button
            type="button"
            aria-label={words.another}
            data-testid="addButton"
            className="icon"
            onClick={() => {
              setItems([...items, item("")]);
              setActive(items.length);
            }}
          >
            ＋
          </button>
        )}
        <PublishButton
          testId={props.button}
          isDisabled={!canPublish}
          label={
            items.length > 1 ? words.postAll : props.kind === "reply" ? words.reply : words.post
          }
          onPress={(event) => void send("button", event)}
        />
      </div>
    </Nest>
  );

  return (
    <div className="composer">
      {items.map(({ key, state }, index) => (
        <div className="row" key={key}>
          <Avatar handle={DEMO_ACCOUNT.handle} />
          <div className="row-main">
            {isNarrow ? (
              <textarea
                data-testid={`tweetTextarea_${index}`}
                placeholder={props.placeholder}
                value={textOf(state)}
                onChange={(event) => change(index, draftOf(event.target.value))}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                    void send("keyboard", event.nativeEvent);
                }}
              />
            ) : (
              <XEditor
                state={state}
                index={index}
                placeholder={index === 0 ? props.placeholder : words.another}
                focusAtStart={props.focusAtStart === true && index === active}
                recognisable={options.variant !== "no-editor"}
                onChange={(next) => change(index, next)}
                onFocus={() => setActive(index)}
                onPublish={(event) => void send("keyboard", event)}
              />
            )}
            {index === active && hasPicture && <Picture />}
            {index === 0 && props.quote && <Quote tweet={props.quote} />}
            {index === active && toolbar}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A picture as it stands once it was attached, without an alternative text. */
function Picture(): ReactNode {
  return (
    <div data-testid="attachments">
      <Nest depth={2}>
        <div role="group" aria-label="ALT">
          <img alt="" width={120} height={60} />
        </div>
      </Nest>
    </div>
  );
}

/** Both places where X puts the quoted post: inside the attachments, or beside them. */
function Quote({ tweet }: { tweet: Tweet }): ReactNode {
  const card = <TweetQuote tweet={tweet} />;
  return options.query.get("quote") === "beside" ? (
    <Nest depth={2}>{card}</Nest>
  ) : (
    <div data-testid="attachments">
      <Nest depth={2}>{card}</Nest>
    </div>
  );
}

interface PublishButtonProps {
  testId: string;
  label: string;
  isDisabled: boolean;
  onPress(event: Event): void;
}

function PublishButton({ testId, label, isDisabled, onPress }: PublishButtonProps) {
  if (options.variant === "no-button") {
    return (
      <span
        className={isDisabled ? "send off" : "send"}
        onClick={(event) => onPress(event.nativeEvent)}
      >
        {label}
      </span>
    );
  }
  return (
    <Nest depth={2}>
      <button
        type="button"
        role="button"
        data-testid={testId}
        disabled={isDisabled}
        aria-disabled={isDisabled ? "true" : undefined}
        className="send"
        onClick={(event) => onPress(event.nativeEvent)}
      >
        <div dir="ltr">
          <span>
            <span>{label}</span>
          </span>
        </div>
      </button>
    </Nest>
  );
}
