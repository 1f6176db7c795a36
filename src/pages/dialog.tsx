import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

export interface DialogProps {
  title: string;
  isWide?: boolean;
  /** Escape. The buttons in `foot` have their own handlers. */
  onClose(): void;
  /** Its buttons, the main one last. */
  foot: ComponentChildren;
  children?: ComponentChildren;
}

/** A modal dialog, open as long as it is rendered; the focus goes back to where it was. */
export function Dialog({ title, isWide = false, onClose, foot, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    // The words are read first; the first button would be whatever comes first.
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={isWide ? "wide" : ""}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
      <div class="dialog-foot">{foot}</div>
    </dialog>
  );
}
