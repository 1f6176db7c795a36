/** @jsxImportSource react */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from "lexical";
import { useEffect, useRef, useState } from "react";
import { HIDES_EDITOR } from "../page-options.ts";
import { atoms } from "./atoms.ts";

/** Lexical itself puts a blank line between paragraphs; what Facebook posts has one line end. */
export function textOf(editor: LexicalEditor): string {
  return editor.read(() =>
    $getRoot()
      .getChildren()
      .map((child) => child.getTextContent())
      .join("\n"),
  );
}

export function setText(editor: LexicalEditor, text: string): void {
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const line of text.split("\n")) {
        const paragraph = $createParagraphNode();
        if (line !== "") paragraph.append($createTextNode(line));
        root.append(paragraph);
      }
      root.selectEnd();
    },
    { discrete: true },
  );
}

export interface EditorProps {
  label: string;
  text: string;
  focusAtStart?: boolean;
  /** Set in comments, where Enter posts and Shift+Enter makes a new line. */
  onEnter?(event: KeyboardEvent): void;
  onReady(editor: LexicalEditor): void;
  onChange(text: string): void;
}

export function FacebookEditor(props: EditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isEmpty, setEmpty] = useState(props.text === "");
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const editor = createEditor({
      namespace: "composer",
      theme: { paragraph: atoms("margin: 0; text-align: start") },
      onError(error) {
        throw error;
      },
    });
    editor.setRootElement(element);
    if (HIDES_EDITOR) element.removeAttribute("data-lexical-editor");
    const stops = [
      registerRichText(editor),
      registerHistory(editor, createEmptyHistoryState(), 300),
      editor.registerUpdateListener(() => {
        const text = textOf(editor);
        setEmpty(text === "");
        latest.current.onChange(text);
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const { onEnter } = latest.current;
          // The site reads keyCode: the Enter that ends a conversion carries 229.
          if (!onEnter || !event || event.shiftKey || event.isComposing || event.keyCode !== 13)
            return false;
          event.preventDefault();
          onEnter(event);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ];
    if (latest.current.text !== "") setText(editor, latest.current.text);
    if (latest.current.focusAtStart) editor.focus();
    latest.current.onReady(editor);
    return () => {
      for (const stop of stops) stop();
      editor.setRootElement(null);
    };
  }, []);

  return (
    <div className={atoms("position: relative; flex: 1; min-width: 0; cursor: text")}>
      <div
        ref={box}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-label={props.label}
        aria-placeholder={props.label}
        spellCheck
        tabIndex={0}
        className={atoms(
          "outline: none; white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.4em; position: relative; z-index: 1",
        )}
      />
      {isEmpty && (
        <div
          aria-hidden
          className={atoms(
            "position: absolute; top: 0; left: 0; color: var(--soft); pointer-events: none",
          )}
        >
          {props.label}
        </div>
      )}
    </div>
  );
}
