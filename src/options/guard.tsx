import { useEffect, useState } from "preact/hooks";
import { Button } from "../pages/button.tsx";
import { Dialog } from "../pages/dialog.tsx";
import type { Translate } from "../ui/parts.tsx";

export interface GuardProps {
  t: Translate;
  isChanged: boolean;
  /** Resolves with whether everything is saved. */
  onSave(): Promise<boolean>;
}

/** Nothing that is not saved is lost unasked: by a link to another page, or by closing this one. */
export function Guard({ t, isChanged, onSave }: GuardProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    if (!isChanged || isLeaving) return;
    const controller = new AbortController();
    const { signal } = controller;
    // The browser asks in its own words.
    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
        if (!link || !isPlain || link.target === "_blank" || link.download !== "") return;
        if (link.pathname === location.pathname) return;
        event.preventDefault();
        setWanted(link.href);
      },
      { signal },
    );
    return () => controller.abort();
  }, [isChanged, isLeaving]);

  // By now nothing holds the page back any more.
  useEffect(() => {
    if (isLeaving && wanted !== null) location.assign(wanted);
  }, [isLeaving, wanted]);

  if (wanted === null || isLeaving) return null;
  return (
    <Dialog
      title={t("settings_guard")}
      onClose={() => setWanted(null)}
      foot={
        <>
          <Button look="plain" onPress={() => setWanted(null)}>
            {t("settings_guard_stay")}
          </Button>
          <Button look="grave" onPress={() => setLeaving(true)}>
            {t("settings_guard_leave")}
          </Button>
          <Button
            look="main"
            onPress={async () => {
              if (await onSave()) setLeaving(true);
              else setWanted(null);
            }}
          >
            {t("settings_guard_save")}
          </Button>
        </>
      }
    >
      <p>{t("settings_guard_hint")}</p>
    </Dialog>
  );
}
