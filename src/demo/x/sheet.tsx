/** @jsxImportSource react */
import { useState } from "react";
import { createPortal } from "react-dom";
import { options } from "../page-options.ts";
import { words } from "./words.ts";

interface SheetProps {
  onConfirm(event: Event): void;
  onCancel(): void;
}

/**
 * What X asks before it publishes, in a layer over everything: "?sheet=alt" about a missing alternative
 * text, "?sheet=nudge" about a reply in anger.
 */
export function Sheet({ onConfirm, onCancel }: SheetProps) {
  const isNudge = options.query.get("sheet") === "nudge";
  const layers = document.querySelector("#layers");
  if (!layers) return null;
  return createPortal(
    <div className="layer">
      <div className="mask" data-testid="mask" />
      <div
        role={isNudge ? "alertdialog" : "dialog"}
        aria-modal="true"
        data-testid={isNudge ? "confirmationSheetDialog" : "sheetDialog"}
        className="modal"
      >
        <h2>{isNudge ? words.nudge : words.missingAlt}</h2>
        <button
          type="button"
          role="button"
          data-testid="confirmationSheetCancel"
          onClick={() => onCancel()}
        >
          {isNudge ? words.edit : words.describe}
        </button>
        <button
          type="button"
          role="button"
          {...(isNudge ? { "data-testid": "confirmationSheetConfirm" } : {})}
          className="send"
          onClick={(event) => onConfirm(event.nativeEvent)}
        >
          {isNudge ? words.sendAnyway : words.ignore}
        </button>
      </div>
    </div>,
    layers,
  );
}

/** Where a picture is described, in a dialog over the composer. */
export function Describe({ alt, onSave }: { alt: string; onSave(text: string): void }) {
  const [text, setText] = useState(alt);
  const layers = document.querySelector("#layers");
  if (!layers) return null;
  return createPortal(
    <div className="layer">
      <div className="mask" data-testid="mask" />
      <div role="dialog" aria-modal="true" className="modal">
        <h2>{words.describe}</h2>
        <textarea
          data-testid="altTextInput"
          name="altTextInput"
          aria-label={words.describe}
          rows={3}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button
          type="button"
          role="button"
          data-testid="endEditingButton"
          className="send"
          onClick={() => onSave(text)}
        >
          {words.save}
        </button>
      </div>
    </div>,
    layers,
  );
}
