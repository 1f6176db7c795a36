/** @jsxImportSource react */
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { options } from "../page-options.ts";
import { account } from "./account.ts";
import { atoms } from "./atoms.ts";
import { Article } from "./comments.tsx";
import { Dialog } from "./dialog.tsx";
import { Intro } from "./intro.tsx";
import { OwnPost, type Post, published, Toast } from "./own-post.tsx";
import { Avatar, Boxes } from "./parts.tsx";
import { PostForm } from "./post-form.tsx";
import { words } from "./words.ts";

/** "?who=handle:name" lets somebody else post, too. */
const OTHERS = options.query.getAll("who").map((who) => {
  const [handle = "", name = ""] = who.split(":");
  return { handle, name };
});

const where = options.query.get("composer");
const text = options.texts[0] ?? "";
/** A new post, somebody else's that is shared, an own one that is edited. */
const DIALOGS = ["dialog", "share", "edit"];

function App() {
  const [posts, setPosts] = useState<readonly Post[]>([]);
  // An edited post stands where it stood.
  const note = (words: string) =>
    where !== "edit" && setPosts((before) => [published(words), ...before]);
  const [isOpen, setOpen] = useState(DIALOGS.includes(where ?? ""));
  const card = atoms(
    "background: var(--card); border-radius: 8px; padding: 12px 16px; margin: 16px 0",
  );
  return (
    <Boxes depth={2}>
      <div aria-hidden={isOpen ? "true" : undefined}>
        <div
          role="banner"
          className={atoms(
            "background-color: var(--card); padding: 12px 16px; border-bottom: 1px solid var(--line)",
          )}
        >
          <b>{account.name}</b>{" "}
          <span className={atoms("color: var(--soft); font-size: 12px")}>{words.about}</span>
        </div>
        <div role="main" className={atoms("max-width: 600px; margin: 0 auto; min-height: 150vh")}>
          {location.pathname === "/hoshimi.city" && <Intro />}
          {where === "inline" ? (
            <div className={card}>
              <PostForm name="inline" text={text} onPublished={note} />
            </div>
          ) : (
            <div className={`${card} ${atoms("display: flex; gap: 10px; align-items: center")}`}>
              <Avatar name={account.name} />
              <div
                role="button"
                tabIndex={0}
                className={atoms(
                  "flex: 1; background-color: var(--page); color: var(--soft); border-radius: 20px; padding: 10px 14px; cursor: pointer",
                )}
                onClick={() => setOpen(true)}
                onKeyDown={(event) => event.key === "Enter" && setOpen(true)}
              >
                <span>{words.prompt(account.name)}</span>
              </div>
            </div>
          )}
          {options.variant !== "toast" &&
            posts.map((post) => <OwnPost key={post.address} post={post} />)}
          <Article
            composer="comment-1"
            author="星見図書館（見本）"
            text="今週の土曜日、おはなし会をひらきます。"
            hasButton
            draft={where === "comment" ? text : ""}
          />
          <Article
            composer="comment-2"
            author="星見市観光協会（見本）"
            text="紅葉の見ごろは来週までです🍁 https://bit.ly/hoshimi-kouyou"
            hasButton={false}
            draft=""
          />
          {OTHERS.map(({ handle, name }) => (
            <Article
              key={handle}
              composer={handle}
              author={name}
              handle={handle}
              text="お知らせです。"
              hasButton={false}
              draft=""
            />
          ))}
        </div>
      </div>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)}>
          <PostForm
            name={where === "share" || where === "edit" ? where : "dialog"}
            text={text}
            onPublished={(words) => {
              note(words);
              setOpen(false);
            }}
          />
        </Dialog>
      )}
      {options.variant === "toast" && posts[0] && <Toast post={posts[0]} />}
    </Boxes>
  );
}

const mount = document.querySelector('[id^="mount_"]');
if (mount) createRoot(mount).render(<App />);
