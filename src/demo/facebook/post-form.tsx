/** @jsxImportSource react */
import type { LexicalEditor } from "lexical";
import { useRef, useState } from "react";
import { exposeTexts, HAS_NEW_MARKUP, HIDES_BUTTON, options, publish } from "../page-options.ts";
import type { Publication } from "../publication.ts";
import { account } from "./account.ts";
import { atoms } from "./atoms.ts";
import { FacebookEditor, setText, textOf } from "./editor.tsx";
import { Avatar, Boxes } from "./parts.tsx";
import { SHARED_AUTHOR, SharedPost } from "./shared-post.tsx";
import { words } from "./words.ts";

interface PostFormProps {
  name: "dialog" | "inline" | "share" | "edit";
  text: string;
  onPublished(text: string): void;
}

/** The composer of a post, in the dialog or inline on the home page: a form that posts by script. */
export function PostForm({ name, text, onPublished }: PostFormProps) {
  const editor = useRef<LexicalEditor | null>(null);
  // Somebody else's post may be shared without a word.
  const isShare = name === "share";
  const [isEmpty, setEmpty] = useState(text.trim() === "" && !isShare);
  /** "?variant=next": settings come before the publication; "next-gone": without the editor by then. */
  const [kept, setKept] = useState<string | null>(null);
  const hasNext = options.variant.startsWith("next");

  const send = async (by: Publication["by"], event: Event) => {
    if (!editor.current || isEmpty) return;
    if (hasNext && kept === null) {
      setKept(textOf(editor.current));
      return;
    }
    const words = kept ?? textOf(editor.current);
    await publish([
      {
        site: "facebook",
        composer: name,
        kind: isShare ? (words === "" ? "repost" : "share") : "post",
        text: words,
        by,
        trusted: event.isTrusted,
        account: account.name,
        ...(isShare ? { quoted: SHARED_AUTHOR } : {}),
      },
    ]);
    setKept(null);
    if (options.variant !== "next-gone") setText(editor.current, "");
    onPublished(words);
  };

  return (
    <form
      {...(HAS_NEW_MARKUP ? {} : { method: "POST" })}
      onSubmit={(event) => {
        event.preventDefault();
        void send("form", event.nativeEvent);
      }}
    >
      <Boxes depth={3}>
        <div className={atoms("display: flex; gap: 10px; align-items: center; padding: 12px 16px")}>
          {options.variant !== "no-name" && <Avatar name={account.name} />}
          <div>
            {options.variant !== "no-name" && (
              <h3 className={atoms("margin: 0; font-size: 15px")}>
                <span>{account.name}</span>
              </h3>
            )}
            <div
              role="button"
              tabIndex={0}
              className={atoms("font-size: 13px; color: var(--soft)")}
            >
              <span>{words.audience}</span>
            </div>
          </div>
        </div>
        <Boxes depth={8}>
          {kept !== null && <p>{words.settings}</p>}
          {(kept === null || options.variant !== "next-gone") && (
            <div
              hidden={kept !== null}
              className={atoms(
                "padding: 8px 16px; min-height: 120px; font-size: 18px; max-height: 50vh; overflow-y: auto",
              )}
            >
              <FacebookEditor
                label={words.prompt(account.name)}
                text={text}
                focusAtStart={name !== "inline"}
                onReady={(ready) => {
                  editor.current = ready;
                  exposeTexts(name, () => [textOf(ready)]);
                }}
                onChange={(now) => setEmpty(now.trim() === "" && !isShare)}
              />
              {isShare && <SharedPost />}
            </div>
          )}
        </Boxes>
        <Boxes depth={4}>
          <div className={atoms("padding: 12px 16px")}>
            <PostButton
              label={
                hasNext && kept === null
                  ? words.next
                  : isShare
                    ? words.share
                    : name === "edit"
                      ? words.save
                      : words.post
              }
              isDisabled={isEmpty}
              onPress={(event) => void send("button", event)}
            />
          </div>
        </Boxes>
      </Boxes>
      <input type="submit" hidden />
    </form>
  );
}

interface PostButtonProps {
  label: string;
  isDisabled: boolean;
  onPress(event: Event): void;
}

function PostButton({ label, isDisabled, onPress }: PostButtonProps) {
  const look = atoms(
    `background-color: var(--blue); color: #fff; border-radius: 6px; padding: 8px; text-align: center; font-weight: 600; cursor: pointer; opacity: ${isDisabled ? "0.5" : "1"}`,
  );
  const press = (event: Event) => {
    if (!isDisabled) onPress(event);
  };
  if (HIDES_BUTTON)
    return (
      <span className={look} onClick={(event) => press(event.nativeEvent)}>
        {label}
      </span>
    );
  return (
    <div
      role="button"
      tabIndex={isDisabled ? -1 : 0}
      aria-label={label}
      aria-disabled={isDisabled ? "true" : undefined}
      className={look}
      onClick={(event) => press(event.nativeEvent)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press(event.nativeEvent);
      }}
    >
      <span className={atoms("pointer-events: none")}>{label}</span>
    </div>
  );
}
