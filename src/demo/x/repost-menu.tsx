/** @jsxImportSource react */
import { words } from "./words.ts";

interface RepostMenuProps {
  onRepost(event: Event): void;
  onQuote(): void;
  onClose(): void;
}

/** In the page's layer, far from the post that it is about; its items are boxes that listen to keys. */
export function RepostMenu({ onRepost, onQuote, onClose }: RepostMenuProps) {
  const item = (run: (event: Event) => void) => ({
    role: "menuitem",
    tabIndex: 0,
    onClick: (event: { nativeEvent: Event }) => run(event.nativeEvent),
    onKeyDown: (event: { key: string; nativeEvent: Event }) => {
      if (event.key === "Enter") run(event.nativeEvent);
    },
  });
  return (
    <div className="layer">
      <div className="mask" onClick={onClose} />
      <div role="menu" className="modal">
        <div data-testid="Dropdown">
          <div data-testid="retweetConfirm" {...item(onRepost)}>
            <span>{words.repost}</span>
          </div>
          <a
            href="/compose/post"
            {...item(onQuote)}
            onClick={(event) => {
              event.preventDefault();
              onQuote();
            }}
          >
            <span>{words.quote}</span>
          </a>
        </div>
      </div>
    </div>
  );
}
