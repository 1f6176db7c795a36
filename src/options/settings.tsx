import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Frame } from "../pages/frame.tsx";
import type { OpenPage } from "../pages/open.ts";
import { save as saveFile } from "../pages/save-file.ts";
import { isKey } from "../policy/policy.ts";
import type { Translate } from "../ui/parts.tsx";
import { Accounts } from "./accounts.tsx";
import { Clauses } from "./clauses.tsx";
import { fileName, settingsFile } from "./file.ts";
import { Guard } from "./guard.tsx";
import { SettingsContext, type SettingsModel } from "./model.ts";
import { isAllLocked, Notices } from "./notices.tsx";
import { PartBadge } from "./part-badge.tsx";
import { Plain } from "./plain.tsx";
import type { PreviewPort } from "./preview.tsx";
import { Rules } from "./rules.tsx";
import { SaveBar } from "./save-bar.tsx";
import { hashOf, PARTS, type Part, partOf, type Where, whereOf } from "./sections.ts";
import { Transfer } from "./transfer.tsx";
import { usePageKeys } from "./use-page-keys.ts";
import { type Editing, type SaveOutcome, type SettingsPort, useEditing } from "./use-settings.ts";

export interface SettingsProps {
  t: Translate;
  page: OpenPage;
  port: SettingsPort;
  preview: PreviewPort;
}

/** The supervisor's pages: everything an organisation decides, in one draft that is saved as a whole. */
export function Settings({ t, page, port, preview }: SettingsProps) {
  const { editing, load, save, change, replace, leave, undo, redo, editCopy, exported } =
    useEditing(port);
  const [where, setWhere] = useState<Where>(() => whereOf(location.hash));
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener("hashchange", () => setWhere(whereOf(location.hash)), { signal });
    return () => controller.abort();
  }, []);

  // Another part begins at its top; where something on it is sought, that comes after.
  const { part, account } = where;
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each part and each account
  useLayoutEffect(() => window.scrollTo(0, 0), [part, account]);

  // Another page sent somebody here to fill this in.
  const isLoaded = typeof editing !== "string";
  useEffect(() => {
    const { field } = where;
    if (!isLoaded || field === null) return;
    const frame = requestAnimationFrame(() => focusOn(field));
    return () => cancelAnimationFrame(frame);
  }, [isLoaded, where]);

  async function saveNow(): Promise<boolean> {
    setSaving(true);
    setOutcome(null);
    const result = await save();
    setSaving(false);
    setOutcome(result);
    page.say(t(`settings_outcome_${result}`));
    return result === "saved";
  }

  function exportFile(): void {
    if (typeof editing === "string") return;
    const { answer, draft, effective, isCopy } = editing;
    const name = fileName("settings", effective.policyRevision, "json");
    saveFile(name, settingsFile(draft, answer.status, isCopy), "application/json");
    exported();
    page.say(t("settings_exported", name));
  }

  /** A copy is kept as a file, and nowhere else. */
  async function keep(): Promise<boolean> {
    if (typeof editing === "string") return false;
    if (!editing.isCopy) return saveNow();
    exportFile();
    return true;
  }

  /** What came back or went again is brought into view: it may stand on another part. */
  function step(move: () => string | null, words: string): void {
    const place = move();
    if (place === null) return;
    setOutcome(null);
    page.say(t(words));
    const key = place.split("\u0000")[0] ?? "";
    if (isKey(key) && partOf(key) !== where.part) location.hash = `#${partOf(key)}`;
  }

  usePageKeys({
    undo: () => step(undo, "settings_undone"),
    redo: () => step(redo, "settings_redone"),
    save: () => void keep(),
  });

  if (typeof editing === "string") {
    return (
      <Frame t={t} path="/options.html">
        <h1>{t("pages_settings")}</h1>
        {editing === "missing" && (
          <Banner level="stop" title={t("settings_missing")}>
            <div class="buttons">
              <Button isSmall onPress={() => void load()}>
                {t("settings_again")}
              </Button>
            </div>
          </Banner>
        )}
      </Frame>
    );
  }

  const model = modelOf(editing);
  const problemsOn = (id: Part) =>
    editing.problems.list.filter(({ key, path }) => partOf(key) === id && model.isTold(path))
      .length;
  const changedParts = PARTS.map(({ id }) => id).filter((id) =>
    editing.changed.some((key) => partOf(key) === id),
  );
  return (
    <SettingsContext.Provider value={model}>
      <Frame
        t={t}
        path="/options.html"
        current={where.part}
        sections={PARTS.map(({ id }) => ({
          id,
          name: t(`settings_part_${id}`),
          badge: (
            <PartBadge t={t} problems={problemsOn(id)} isChanged={changedParts.includes(id)} />
          ),
        }))}
      >
        <h1>{t(`settings_part_${where.part}`)}</h1>
        <Notices
          outcome={outcome}
          isOvertaken={editing.isOvertaken}
          onTakeOver={() => replace(editing.answer.local)}
          onCopy={() => {
            const { draft, answer } = editing;
            editCopy(JSON.parse(settingsFile(draft, answer.status, false)));
          }}
          onCopyEnd={() => editCopy(null)}
        />
        <div class="settings-part" key={where.part}>
          {content(where)}
        </div>
      </Frame>
      {(model.isCopy || !isAllLocked(editing.answer.status)) && (
        <SaveBar
          t={t}
          changed={changedParts.map((id) => t(`settings_part_${id}`))}
          canUndo={editing.canUndo}
          canRedo={editing.canRedo}
          isSaving={isSaving}
          isSaved={outcome === "saved"}
          isCopy={editing.isCopy}
          onUndo={() => step(undo, "settings_undone")}
          onRedo={() => step(redo, "settings_redone")}
          onDiscard={() => {
            replace(editing.stored);
            setOutcome(null);
            page.say(t("settings_discarded"));
          }}
          onSave={() => void keep()}
        />
      )}
      <Guard t={t} isChanged={editing.changed.length > 0} onSave={keep} />
    </SettingsContext.Provider>
  );

  function content({ part, account }: Where) {
    switch (part) {
      case "rules":
        return <Rules port={preview} />;
      case "accounts":
        return <Accounts account={account} />;
      case "transfer":
        return <Transfer />;
      case "organization":
        return (
          <>
            <Plain part={part} />
            <Clauses />
          </>
        );
      default:
        return <Plain part={part} />;
    }
  }

  function modelOf({
    answer,
    draft,
    effective,
    problems,
    told,
    isCopy,
    changed,
  }: Editing): SettingsModel {
    const lockOf = (key: string) => (!isCopy && isKey(key) ? answer.status.keys[key].lock : null);
    const locked = Object.entries(answer.status.policy).filter(([key]) => lockOf(key) !== null);
    return {
      t,
      lang: page.lang,
      say: page.say,
      status: answer.status,
      draft,
      shown: { ...draft, ...Object.fromEntries(locked) },
      effective,
      problems,
      isTold: (path) => told.has(path),
      leave,
      lockOf,
      change(place, value, isTyping) {
        if (outcome !== "problems") setOutcome(null);
        change(place, value, isTyping);
      },
      replace,
      isCopy,
      isChanged: changed.length > 0,
      exportFile,
      goTo(path) {
        location.hash = hashOf(path);
        requestAnimationFrame(() => requestAnimationFrame(() => focusOn(path)));
      },
    };
  }
}

/** The control of this path, or of what it stands in: a line of a list has no control of its own. */
function focusOn(path: string): void {
  for (let at = path; at !== ""; at = at.replace(/(\.\w+|\[[^[\]]*\]|^\w+)$/, "")) {
    const control = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (!control) continue;
    control.scrollIntoView({ block: "center" });
    control.focus();
    return;
  }
}
