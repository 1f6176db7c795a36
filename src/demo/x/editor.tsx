/** @jsxImportSource react */
import { ContentState, Editor, EditorState, Modifier } from "draft-js";
import { useEffect, useRef, useState } from "react";
import { decorator, withEmoji } from "./entities.tsx";
import { Nest } from "./nest.tsx";
import { suggestionsFor } from "./suggestions.ts";
import { words } from "./words.ts";

export function draftOf(text: string): EditorState {
  const content = ContentState.createFromText(text, "\n");
  return withEmoji(
    EditorState.moveSelectionToEnd(EditorState.createWithContent(content, decorator)),
  );
}

export const textOf = (state: EditorState): string => state.getCurrentContent().getPlainText("\n");

export interface EditorProps {
  state: EditorState;
  /** Place in the thread; X numbers its test ids by it, in every composer from 0. */
  index: number;
  placeholder: string;
  focusAtStart?: boolean;
  onChange(state: EditorState): void;
  onFocus?(): void;
  onPublish(event: Event): void;
  /** Test ids of the parts; a replica that cannot be recognised leaves them out. */
  recognisable: boolean;
}

export function XEditor(props: EditorProps) {
  const { state, index, placeholder, recognisable } = props;
  const editor = useRef<Editor>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState("");
  const found = suggestionsFor(state);
  const open =
    found && found.typed !== dismissed && state.getSelection().getHasFocus() ? found : null;
  const listId = `typeaheadDropdown-${index}`;
  const current = open ? Math.min(active, open.options.length - 1) : -1;
  const testId = (part: string) => (recognisable ? `tweetTextarea_${index}${part}` : undefined);

  const focusAtStart = props.focusAtStart === true;
  useEffect(() => {
    if (focusAtStart) editor.current?.focus();
  }, [focusAtStart]);

  const change = (next: EditorState) => props.onChange(withEmoji(next));
  const pick = (option: string) => {
    if (!open) return;
    const selection = state.getSelection();
    const range = selection.merge({ anchorOffset: selection.getStartOffset() - open.typed.length });
    const content = Modifier.replaceText(state.getCurrentContent(), range, `${option} `);
    change(EditorState.push(state, content, "insert-characters"));
  };
  const move = (event: { preventDefault(): void }, step: number) => {
    if (!open) return;
    event.preventDefault();
    setActive((current + step + open.options.length) % open.options.length);
  };

  return (
    <Nest depth={14}>
      <label data-testid={testId("_label")} className="editor-label">
        <div data-testid={testId("RichTextInputContainer")} className="rich-text">
          <Editor
            ref={editor}
            editorState={state}
            placeholder={placeholder}
            role="textbox"
            ariaLabel={words.editor}
            ariaMultiline
            ariaAutoComplete="list"
            {...(recognisable ? { webDriverTestID: `tweetTextarea_${index}` } : {})}
            {...(open
              ? { ariaActiveDescendantID: `${listId}-${current}`, ariaControls: listId }
              : {})}
            stripPastedStyles
            onChange={change}
            {...(props.onFocus ? { onFocus: props.onFocus } : {})}
            handleReturn={(event) => {
              if (event.ctrlKey || event.metaKey) {
                props.onPublish(event.nativeEvent);
                return "handled";
              }
              const option = open?.options[current];
              if (option === undefined) return "not-handled";
              pick(option);
              return "handled";
            }}
            onUpArrow={(event) => move(event, -1)}
            onDownArrow={(event) => move(event, 1)}
            onEscape={() => setDismissed(found?.typed ?? "")}
            handlePastedText={(text, _html, before) => {
              // X always inserts a fragment of plain blocks, one for each line, whatever the source.
              const fragment = ContentState.createFromText(text ?? "").getBlockMap();
              const content = Modifier.replaceWithFragment(
                before.getCurrentContent(),
                before.getSelection(),
                fragment,
              );
              if (text) change(EditorState.push(before, content, "insert-fragment"));
              return "handled";
            }}
          />
        </div>
      </label>
      {open && (
        <div role="listbox" id={listId} className="typeahead">
          {open.options.map((option, place) => (
            <div
              key={option}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === current}
              data-testid="typeaheadResult"
              onMouseDown={(event) => {
                event.preventDefault();
                pick(option);
              }}
            >
              {option}
            </div>
          ))}
        </div>
      )}
    </Nest>
  );
}
