/** @jsxImportSource react */
import { Editor, EditorState } from "draft-js";
import { useState } from "react";
import { DEMO_ACCOUNT } from "../demo-account.ts";
import { publish } from "../page-options.ts";
import { textOf } from "./editor.tsx";
import { words } from "./words.ts";

/** The drawer for direct messages: private, and nothing that the extension may touch. */
export function Messages() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const send = async (by: "button" | "keyboard", event: Event) => {
    if (textOf(state) === "") return;
    await publish([
      {
        site: "x",
        composer: "dm",
        kind: "message",
        text: textOf(state),
        by,
        trusted: event.isTrusted,
        account: DEMO_ACCOUNT.handle,
      },
    ]);
    setState(EditorState.createEmpty());
  };
  return (
    <aside data-testid="DMDrawer" className="messages">
      <Editor
        editorState={state}
        role="textbox"
        ariaLabel={words.message}
        placeholder={words.message}
        webDriverTestID="dmComposerTextInput"
        onChange={setState}
        handleReturn={(event) => {
          if (event.shiftKey) return "not-handled";
          void send("keyboard", event.nativeEvent);
          return "handled";
        }}
      />
      <button
        type="button"
        data-testid="dmComposerSendButton"
        aria-label={words.send}
        onClick={(event) => void send("button", event.nativeEvent)}
      >
        ➤
      </button>
    </aside>
  );
}
