import { useEffect, useRef, useState } from "preact/hooks";
import { type Draft, draftKey, keepDraft, readDraft, type Store, sharedKey } from "./drafts.ts";
import type { Edits } from "./edits.ts";
import type { DocumentText } from "./texts/writer.ts";

export interface DraftModel {
  /** What is written, and what other documents of the account share with this one. */
  form: Readonly<Record<string, string>>;
  edits: Edits;
  /** The last change could not be kept: it is gone once the page is. */
  isLost: boolean;
  write(values: Readonly<Record<string, string>>): void;
  edit(edits: Edits): void;
  /** Forgets edits and form; what stands beyond the matter in hand stays. */
  clear(): void;
}

/** What is written for one document of one account, kept on this machine with every change. */
export function useDraft(store: Store, text: DocumentText, account: string): DraftModel {
  // What could not be kept is still here.
  const memory = useRef(new Map<string, Draft>());
  const [, setVersion] = useState(0);
  const [isLost, setLost] = useState(false);
  const own = draftKey(text.id, account);
  const shared = sharedKey(account);
  const render = () => setVersion((version) => version + 1);

  // The same document in another tab: the last word counts, in both.
  useEffect(() => {
    const hear = ({ key }: StorageEvent) => {
      if (key === null) memory.current.clear();
      else memory.current.delete(key);
      setVersion((version) => version + 1);
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }, []);

  function at(key: string): Draft {
    const known = memory.current.get(key) ?? readDraft(store, key);
    memory.current.set(key, known);
    return known;
  }

  function keep(changes: Readonly<Record<string, Draft>>): void {
    const kept = Object.entries(changes).map(([key, draft]) => {
      memory.current.set(key, draft);
      return keepDraft(store, key, draft);
    });
    setLost(kept.includes(false));
    render();
  }

  const isShared = (name: string) =>
    text.fields.some((field) => field.name === name && field.shared !== undefined);
  const only = (form: Readonly<Record<string, string>>, isWanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(form).filter(([name]) => isWanted(name)));

  return {
    form: { ...only(at(shared).form, isShared), ...only(at(own).form, (name) => !isShared(name)) },
    edits: at(own).edits,
    isLost,
    write(values) {
      const mine = only(values, (name) => !isShared(name));
      const common = only(values, isShared);
      keep({
        [own]: { ...at(own), form: { ...at(own).form, ...mine } },
        [shared]: { ...at(shared), form: { ...at(shared).form, ...common } },
      });
    },
    edit: (edits) => keep({ [own]: { ...at(own), edits } }),
    clear() {
      const ofCase = text.fields.filter((field) => field.shared === "case").map(({ name }) => name);
      keep({
        [own]: { form: {}, edits: {} },
        [shared]: { ...at(shared), form: only(at(shared).form, (name) => !ofCase.includes(name)) },
      });
    },
  };
}
