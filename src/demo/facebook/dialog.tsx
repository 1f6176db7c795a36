/** @jsxImportSource react */
import { type ReactNode, useEffect, useRef } from "react";
import { atoms } from "./atoms.ts";
import { words } from "./words.ts";

/** Modal as on the site: transformed, keeps the focus, hides what is behind it from assistive technology. */
export function Dialog({ children, onClose }: { children: ReactNode; onClose(): void }) {
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
      stop,
    );
    return () => stop.abort();
  }, []);
  return (
    <div
      className={atoms(
        "position: fixed; inset: 0; z-index: 3; display: flex; justify-content: center; align-items: center; background-color: #0008",
      )}
    >
      <div
        ref={dialog}
        role="dialog"
        aria-labelledby="composer-title"
        aria-modal
        tabIndex={-1}
        className={atoms(
          "background-color: var(--card); border-radius: 8px; width: 500px; max-width: 100%; transform: translateZ(0); outline: none",
        )}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) onClose();
        }}
      >
        <div
          className={atoms(
            "display: flex; justify-content: space-between; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--line)",
          )}
        >
          <h2 id="composer-title" className={atoms("margin: 0; font-size: 20px")}>
            <span>{words.compose}</span>
          </h2>
          <div
            role="button"
            tabIndex={0}
            aria-label={words.close}
            className={atoms("cursor: pointer; padding: 6px")}
            onClick={onClose}
            onKeyDown={(event) => event.key === "Enter" && onClose()}
          >
            ✕
          </div>
        </div>
        {children}
      </div>
    </div>
  );
}
