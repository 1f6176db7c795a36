import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Policy } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";
import { KEY_NAMES } from "../policy/keys.ts";
import { isKey, readLocalPolicy, readPolicy, resolvePolicy } from "../policy/policy.ts";
import * as history from "./history.ts";
import { type Problems, problemsOf, tidy, toStore } from "./problems.ts";
import { isSame, type Place, type Raw, withValue } from "./values.ts";

/** The worker's end, as far as the settings use it. */
export interface SettingsPort {
  status(): Promise<SettingsAnswer>;
  setLocal(raw: Raw): Promise<SettingsAnswer>;
  /** Another page saved, or the managed policy changed. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export type SaveOutcome = "saved" | "problems" | "refused" | "no_answer";

export interface Editing {
  answer: SettingsAnswer;
  draft: Raw;
  /** What the draft was when it was last saved or, for a copy, exported. */
  stored: Raw;
  problems: Problems;
  effective: Policy;
  /** Keys whose value is not what is stored. */
  changed: readonly string[];
  /** What is stored was changed elsewhere, while something here is not saved. */
  isOvertaken: boolean;
  canUndo: boolean;
  canRedo: boolean;
  told: ReadonlySet<string>;
  /** See `SettingsModel.isCopy`. */
  isCopy: boolean;
}

/** What is being edited, with its past, and what the worker says about what is stored. */
export function useEditing(port: SettingsPort) {
  const [answer, setAnswer] = useState<SettingsAnswer | "asking" | "missing">("asking");
  const [edits, setEdits] = useState(() => history.startHistory<Raw>({}));
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [isOvertaken, setOvertaken] = useState(false);
  /** What the copy was when it was taken, or last exported; null: this machine's own settings are edited. */
  const [copy, setCopy] = useState<Raw | null>(null);
  const draft = edits.present;
  const stored = copy ?? (typeof answer === "object" ? answer.local : null);
  const keys = copy === null && typeof answer === "object" ? answer.status.keys : null;
  const isFree = useCallback(
    (name: string) => keys === null || !isKey(name) || keys[name].lock === null,
    [keys],
  );
  const problems = useMemo(() => problemsOf(draft, isFree), [draft, isFree]);
  const changed = useMemo(() => (stored ? changedKeys(draft, stored) : []), [draft, stored]);
  const effective = useMemo(
    () => (typeof answer === "object" ? effectivePolicy(answer, draft, copy !== null) : null),
    [answer, draft, copy],
  );

  function tell(of: Problems): void {
    setTold((before) => new Set([...before, ...of.byPath.keys()]));
  }

  function takeOver(next: SettingsAnswer): void {
    setAnswer(next);
    setEdits(history.startHistory<Raw>(next.local));
    tell(problemsOf(next.local));
  }

  async function load(): Promise<void> {
    await port.status().then(takeOver, () => setAnswer("missing"));
  }

  function hear(next: SettingsAnswer): void {
    if (copy) {
      setAnswer(next);
      return;
    }
    const isOther = stored !== null && !isSame(next.local, stored);
    if (stored === null || (isOther && changed.length === 0)) {
      takeOver(next);
      return;
    }
    if (isOther) setOvertaken(true);
    setAnswer(next);
  }

  // The listener lives as long as the page, and must see what is there when it is called.
  const latest = useRef({ load, hear });
  latest.current = { load, hear };
  useEffect(() => {
    const controller = new AbortController();
    const again = () =>
      void port.status().then(
        (next) => latest.current.hear(next),
        () => {},
      );
    port.onChanged(again, controller.signal);
    void latest.current.load();
    return () => controller.abort();
  }, [port]);

  async function save(): Promise<SaveOutcome> {
    if (problems.list.length > 0) {
      tell(problems);
      return "problems";
    }
    const wanted = toStore(draft, isFree);
    try {
      const next = await port.setLocal(wanted);
      setAnswer(next);
      setOvertaken(false);
      // As it is stored now, which is no step of its own: undo still leads to what was before.
      setEdits((before) => ({ ...before, present: next.local, openPlace: null }));
      return isSame(next.local, wanted) ? "saved" : "refused";
    } catch {
      return "no_answer";
    }
  }

  function step(move: typeof history.undo): string | null {
    const moved = move(edits);
    if (!moved) return null;
    setEdits(moved.history);
    tell(problemsOf(moved.history.present));
    return moved.place;
  }

  const editing: Editing | "asking" | "missing" =
    typeof answer === "object" && effective && stored
      ? {
          answer,
          draft,
          stored,
          problems,
          effective,
          changed,
          isOvertaken,
          canUndo: edits.past.length > 0,
          canRedo: edits.future.length > 0,
          told,
          isCopy: copy !== null,
        }
      : answer === "missing"
        ? "missing"
        : "asking";

  return {
    editing,
    load,
    save,
    change: (place: Place, value: unknown, isTyping = false) =>
      setEdits((before) =>
        history.change(
          before,
          withValue(before.present, place, value),
          place.join("\u0000"),
          isTyping,
        ),
      ),
    replace(next: Raw): void {
      setEdits((before) => history.change(before, next, ""));
      tell(problemsOf(next));
      setOvertaken(false);
    },
    /** From now on a copy of what holds is edited; null: this machine's own settings again. */
    editCopy(of: Raw | null): void {
      setCopy(of);
      setEdits(history.startHistory<Raw>(of ?? (typeof answer === "object" ? answer.local : {})));
    },
    /** The copy is in a file now. */
    exported: () => setCopy((before) => before && draft),
    leave(path: string): void {
      setEdits(history.settle);
      setTold((before) => (before.has(path) ? before : new Set([...before, path])));
    },
    /** The first part of the place where something changed by it; null: there was nothing to undo. */
    undo: () => step(history.undo),
    redo: () => step(history.redo),
  };
}

function changedKeys(draft: Raw, stored: Raw): string[] {
  const [now, before] = [tidy(draft), tidy(stored)];
  const names = new Set([...KEY_NAMES, ...Object.keys(now), ...Object.keys(before)]);
  return [...names].filter((name) => !isSame(now[name], before[name]));
}

/** What would hold if the draft were saved: what is locked stays as it is. */
function effectivePolicy({ status }: SettingsAnswer, draft: Raw, isCopy: boolean): Policy {
  if (isCopy) return resolvePolicy({ managed: readPolicy(tidy(draft)).policy });
  const { policy } = readLocalPolicy(tidy(draft));
  const resolved = resolvePolicy({ local: policy });
  const locked = KEY_NAMES.filter((name) => status.keys[name].lock !== null);
  return { ...resolved, ...Object.fromEntries(locked.map((name) => [name, status.policy[name]])) };
}
