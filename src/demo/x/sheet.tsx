/** @jsxImportSource react */
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
