/** @jsxImportSource react */
import type { LexicalEditor } from "lexical";
import { useRef, useState } from "react";
import { exposeTexts, options, publish } from "../page-options.ts";
import type { Publication } from "../publication.ts";
import { account } from "./account.ts";
import { atoms } from "./atoms.ts";
import { FacebookEditor, setText, textOf } from "./editor.tsx";
import { commentAddress } from "./own-post.tsx";
import { Avatar, Boxes } from "./parts.tsx";
import { words } from "./words.ts";

interface ArticleProps {
  /** "comment-1" …: the name under which its comments are recorded. */
  composer: string;
  author: string;
  /** Of its page. Default: some library's. */
  handle?: string;
  text: string;
  hasButton: boolean;
  draft: string;
}

export function Article({
  composer,
  author,
  handle = "hoshimi.toshokan",
  text,
  hasButton,
  draft,
}: ArticleProps) {
  const [comments, setComments] = useState<readonly string[]>(options.query.getAll("commented"));
  const [open, setOpen] = useState<{ comment: string; what: "reply" | "edit" } | null>(null);
  return (
    <div
      role="article"
      aria-label={words.article(author)}
      className={atoms(
        "background: var(--card); border-radius: 8px; margin: 16px 0; padding: 12px 16px",
      )}
    >
      <div className={atoms("display: flex; gap: 10px; align-items: center")}>
        <Avatar name={author} />
        <h3 className={atoms("margin: 0; font-size: 15px")}>
          <a
            href={`/${handle}`}
            role="link"
            className={atoms("color: inherit; text-decoration: none")}
          >
            <strong>
              <span>{author}</span>
            </strong>
          </a>
        </h3>
      </div>
      <div data-ad-preview="message" className={atoms("margin: 12px 0")}>
        <div dir="auto">{text}</div>
      </div>
      {comments.map((comment) => (
        <div
          role="article"
          key={comment}
          className={atoms("padding: 6px 48px; white-space: pre-wrap")}
        >
          <b>{account.name}</b> <span dir="auto">{comment}</span>{" "}
          <a href={commentAddress(comment)} role="link">
            {words.now}
          </a>
          {(["reply", "edit"] as const).map((what) => (
            <div
              key={what}
              role="button"
              tabIndex={0}
              data-part={what}
              onClick={() => setOpen({ comment, what })}
              onKeyDown={() => {}}
            >
              {words[what]}
            </div>
          ))}
          {open?.comment === comment && (
            <CommentForm
              key={open.what}
              composer={`${composer}-${open.what}`}
              hasButton={hasButton}
              draft={open.what === "edit" ? comment : ""}
              onPublished={() => setOpen(null)}
            />
          )}
        </div>
      ))}
      <CommentForm
        composer={composer}
        hasButton={hasButton}
        draft={draft}
        onPublished={(comment) => setComments((now) => [...now, comment])}
      />
    </div>
  );
}

interface CommentFormProps {
  composer: string;
  hasButton: boolean;
  draft: string;
  onPublished(text: string): void;
}

function CommentForm({ composer, hasButton, draft, onPublished }: CommentFormProps) {
  const editor = useRef<LexicalEditor | null>(null);
  const [isEmpty, setEmpty] = useState(draft === "");

  const send = async (by: Publication["by"], event: Event) => {
    const text = editor.current ? textOf(editor.current) : "";
    if (!editor.current || text.trim() === "") return;
    await publish([
      {
        site: "facebook",
        composer,
        kind: "comment",
        text,
        by,
        trusted: event.isTrusted,
        account: account.name,
      },
    ]);
    setText(editor.current, "");
    onPublished(text);
  };

  return (
    <form
      role="presentation"
      className={atoms("display: flex; gap: 8px; align-items: flex-start")}
      onSubmit={(event) => {
        event.preventDefault();
        void send("form", event.nativeEvent);
      }}
    >
      <Avatar name={account.name} />
      <div
        className={atoms(
          "flex: 1; min-width: 0; background-color: var(--page); border-radius: 18px; padding: 8px 12px",
        )}
      >
        <Boxes depth={6}>
          <FacebookEditor
            label={words.commentAs(account.name)}
            text={draft}
            onEnter={(event) => void send("keyboard", event)}
            onReady={(ready) => {
              editor.current = ready;
              exposeTexts(composer, () => [textOf(ready)]);
            }}
            onChange={(now) => setEmpty(now.trim() === "")}
          />
        </Boxes>
        {hasButton && options.variant !== "no-button" && (
          <div className={atoms("display: flex; justify-content: flex-end")}>
            <div
              role="button"
              tabIndex={isEmpty ? -1 : 0}
              aria-label={words.comment}
              aria-disabled={isEmpty ? "true" : undefined}
              className={atoms("color: var(--blue); cursor: pointer; padding: 4px")}
              onClick={(event) => {
                if (!isEmpty) void send("button", event.nativeEvent);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !isEmpty) void send("button", event.nativeEvent);
              }}
            >
              ➤
            </div>
          </div>
        )}
      </div>
    </form>
  );
}
