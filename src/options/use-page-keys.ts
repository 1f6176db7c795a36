import { useEffect, useRef } from "preact/hooks";

export interface PageKeys {
  undo(): void;
  redo(): void;
  save(): void;
}

/**
 * Ctrl+Z and Ctrl+Y (Cmd on a Mac) outside text fields, which have their own undo, and Ctrl+S anywhere
 * but in a dialog.
 */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const controller = new AbortController();
    window.addEventListener(
      "keydown",
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
        if (document.querySelector("dialog[open]")) return;
        const wanted = wantedBy(event);
        if (!wanted || (wanted !== "save" && isText(event.target))) return;
        event.preventDefault();
        latest.current[wanted]();
      },
      { signal: controller.signal },
    );
    return () => controller.abort();
  }, []);
}

function wantedBy({ key, shiftKey }: KeyboardEvent): keyof PageKeys | null {
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "s":
      return shiftKey ? null : "save";
    default:
      return null;
  }
}

function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (!(target instanceof HTMLInputElement) || target.readOnly) return false;
  return !["checkbox", "radio", "file", "button"].includes(target.type);
}
