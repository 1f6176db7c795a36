/** @jsxImportSource react */
import {
  CompositeDecorator,
  type ContentBlock,
  type ContentState,
  EditorState,
  Modifier,
  SelectionState,
} from "draft-js";
import type { ReactNode } from "react";

/**
 * X keeps an emoji's real character in the text, as an immutable entity, but shows a picture: the
 * character's own span is clipped away.
 */
const EMOJI = /\p{RGI_Emoji}/gv;

interface PartProps {
  children?: ReactNode;
  decoratedText: string;
}

function Emoji({ children, decoratedText }: PartProps) {
  const codes = Array.from(decoratedText, (letter) => letter.codePointAt(0)?.toString(16));
  return (
    <span className="emoji" style={{ backgroundImage: `url("/__emoji/${codes.join("-")}.svg")` }}>
      <span style={{ clipPath: "circle(0% at 50% 50%)" }}>{children}</span>
    </span>
  );
}

const Coloured = ({ children }: PartProps) => <span className="coloured">{children}</span>;

function emojiRanges(
  block: ContentBlock,
  found: (start: number, end: number) => void,
  content: ContentState,
): void {
  block.findEntityRanges((character) => {
    const key = character.getEntity();
    return key !== null && content.getEntity(key).getType() === "EMOJI";
  }, found);
}

const matching =
  (pattern: RegExp) =>
  (block: ContentBlock, found: (start: number, end: number) => void): void => {
    for (const match of block.getText().matchAll(pattern))
      found(match.index, match.index + match[0].length);
  };

export const decorator = new CompositeDecorator([
  { strategy: emojiRanges, component: Emoji },
  {
    strategy: matching(/https?:\/\/[!-~]+|(?<![\w.@/-])(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[!-~]*)?/gi),
    component: Coloured,
  },
  { strategy: matching(/(?<![\p{L}\p{N}_&])[#＃][\p{L}\p{N}_]+/gu), component: Coloured },
  { strategy: matching(/(?<![\w@])@\w{1,15}/g), component: Coloured },
]);

/** Gives every emoji its entity; must not run while an IME composes, which holds the model still. */
export function withEmoji(state: EditorState): EditorState {
  if (state.isInCompositionMode()) return state;
  const before = state.getCurrentContent();
  let content = before;
  for (const block of before.getBlocksAsArray()) {
    for (const match of block.getText().matchAll(EMOJI)) {
      if (block.getEntityAt(match.index)) continue;
      content = content.createEntity("EMOJI", "IMMUTABLE", {});
      const range = SelectionState.createEmpty(block.getKey()).merge({
        anchorOffset: match.index,
        focusOffset: match.index + match[0].length,
      });
      content = Modifier.applyEntity(content, range, content.getLastCreatedEntityKey());
    }
  }
  return content === before ? state : EditorState.set(state, { currentContent: content });
}
