import type { DialogAnswer, DialogView } from "./model.ts";
import { type Translate, wordsOf } from "./parts.tsx";
import { isWritten } from "./question.tsx";

/**
 * The browser's own dialogs, for a page that keeps removing the overlay: a held post must neither
 * slip out unasked nor be stuck. Content scripts have the real functions, whatever the page put there.
 */
export function askNatively(view: Window, dialog: DialogView, t: Translate): DialogAnswer | null {
  const stops = dialog.findings.filter((finding) => finding.level === "stop");
  const lines = [
    t("ui_native_why"),
    ...(dialog.state === "unchecked" ? [t("ui_dialog_unchecked")] : []),
    ...stops.map((finding) => `${wordsOf(finding, t)}: ${finding.message}`),
  ];
  if (
    dialog.state === "findings" &&
    stops.length > 0 &&
    stops.every(({ asks }) => isWritten(asks))
  ) {
    const asked = new Set(stops.map(({ asks }) => t(`ui_ask_${asks}`)));
    const number = view.prompt([...lines, ...asked].join("\n"))?.trim();
    const numbers = Object.fromEntries(stops.map(({ id }) => [id, number ?? ""]));
    return number ? { choice: "publish", reason: "", numbers } : null;
  }
  if (dialog.state === "findings" && dialog.override === "never") {
    view.alert([...lines, t("ui_dialog_never")].join("\n"));
    return null;
  }
  const question = [...lines, t("ui_native_publish")].join("\n");
  if (dialog.state === "findings" && dialog.override === "reason") {
    const reason = view.prompt(`${question}\n${t("ui_dialog_reason")}`)?.trim();
    return reason ? { choice: "publish", reason, numbers: {} } : null;
  }
  return view.confirm(question) ? { choice: "publish", reason: "", numbers: {} } : null;
}
