/** @jsxImportSource react */
import { type ReactNode, useEffect, useRef } from "react";
import { words } from "./words.ts";

/**
 * As on X: the dialog is transformed (so it is the containing block of what is fixed in it), pulls
 * the focus back when it leaves, and takes everything outside it from the accessibility tree.
 */
export function Modal({ children, onClose }: { children: ReactNode; onClose(): void }) {
  const dialog = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const stop = new AbortController();
    let last: HTMLElement | null = null;
    document.addEventListener(
      "focusin",
      (event) => {
        const box = dialog.current;
        if (!box || !(event.target instanceof HTMLElement)) return;
        if (box.contains(event.target)) last = event.target;
        else (last ?? box).focus();
      },
      { signal: stop.signal },
    );
    const hide = () => {
      for (const child of document.body.children)
        if (!child.contains(dialog.current)) child.setAttribute("aria-hidden", "true");
    };
    hide();
    const observer = new MutationObserver(hide);
    observer.observe(document.body, { childList: true });
    return () => {
      stop.abort();
      observer.disconnect();
      for (const child of document.body.children) child.removeAttribute("aria-hidden");
    };
  }, []);

  return (
    <div className="layer">
      <div className="mask" data-testid="mask" />
      <div
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-labelledby="modal-header"
        className="modal"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) onClose();
        }}
      >
        <div className="modal-bar">
          <button
            type="button"
            data-testid="app-bar-close"
            aria-label={words.close}
            className="icon"
            onClick={onClose}
          >
            ✕
          </button>
          <h2 id="modal-header">{words.compose}</h2>
        </div>
        {children}
      </div>
    </div>
  );
}
