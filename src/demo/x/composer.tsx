/** @jsxImportSource react */
import type { EditorState } from "draft-js";
import { useRef, useState } from "react";
import { DEMO_ACCOUNT } from "../demo-account.ts";
import { exposeTexts, HIDES_BUTTON, HIDES_EDITOR, options, publish } from "../page-options.ts";
import type { Publication } from "../publication.ts";
import { Picture, Poll, Quote, Scheduled } from "./attachments.tsx";
import { draftOf, textOf, XEditor } from "./editor.tsx";
import { Nest } from "./nest.tsx";
import { Describe, Sheet } from "./sheet.tsx";
import { Avatar, type Tweet } from "./tweet.tsx";
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
  /** The first text of what went out; null: later, or somebody else's alone. */
  onPublished(text: string | null): void;
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
  const [hasPicture, setHasPicture] = useState(options.query.has("alt"));
  const [alt, setAlt] = useState(options.query.get("alt") ?? "");
  const [describing, setDescribing] = useState(false);
  const [poll, setPoll] = useState(options.query.getAll("poll"));
  const [scheduled, setScheduled] = useState(options.query.get("at") ?? "");
  const [asking, setAsking] = useState(false);
  const [active, setActive] = useState(0);
  const [isDone, setDone] = useState(0);
  const isNarrow = options.variant === "textarea";

  const texts = items.map(({ state }) => textOf(state));
  exposeTexts(props.name, () => texts);
  // A plain repost: no words, but something quoted.
  const canPublish = texts.every((text) => text.trim() !== "") || props.quote !== undefined;

  const send = async (by: Publication["by"], event: Event, isConfirmed = false) => {
    if (!canPublish) return;
    if (options.query.has("sheet") && !isConfirmed) {
      setAsking(true);
      return;
    }
    setAsking(false);
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
        ...(poll.length > 0 ? { poll } : {}),
        ...(hasPicture ? { alt } : {}),
        ...(scheduled ? { at: scheduled } : {}),
        ...(props.quote ? { quoted: props.quote.handle } : {}),
      })),
    );
    setPoll([]);
    setScheduled("");
    setItems([{ key: nextKey.current++, state: draftOf("") }]);
    setActive(0);
    setHasPicture(false);
    setDone(isDone + 1);
    props.onPublished(scheduled || kind === "repost" ? null : (texts[0] ?? null));
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
          onClick={() => setScheduled("2030-12-04T09:00")}
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
            scheduled
              ? words.schedulePost
              : options.query.has("edit")
                ? words.update
                : items.length > 1
                  ? words.postAll
                  : props.kind === "reply"
                    ? words.reply
                    : words.post
          }
          onPress={(event) => void send("button", event)}
        />
      </div>
    </Nest>
  );

  return (
    <div className="composer">
      {scheduled && <Scheduled at={scheduled} />}
      {props.name === "modal" && options.query.has("unsent") && (
        <button
          type="button"
          data-testid="unsentButton"
          onClick={() => setItems(options.query.getAll("unsent").map(item))}
        >
          {words.unsent}
        </button>
      )}
      {asking && (
        <Sheet
          onCancel={() => setAsking(false)}
          onConfirm={(event) => void send("button", event, true)}
        />
      )}
      {describing && (
        <Describe
          alt={alt}
          onSave={(text) => {
            setAlt(text);
            setDescribing(false);
          }}
        />
      )}
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
                recognisable={!HIDES_EDITOR}
                onChange={(next) => change(index, next)}
                onFocus={() => setActive(index)}
                onPublish={(event) => void send("keyboard", event)}
              />
            )}
            {index === active && hasPicture && (
              <Picture alt={alt} onDescribe={() => setDescribing(true)} />
            )}
            {index === 0 && poll.length > 0 && <Poll options={poll} onChange={setPoll} />}
            {index === 0 && props.quote && <Quote tweet={props.quote} />}
            {index === active && toolbar}
          </div>
        </div>
      ))}
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
  if (HIDES_BUTTON) {
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
