import { browser } from "wxt/browser";
import { holdingStatement } from "../../src/engine/modes.ts";
import { createAfterwards, leftOf } from "../../src/journal/afterwards.ts";
import { type Circumstances, entryOf } from "../../src/journal/entry-of.ts";
import type { PostEvent } from "../../src/journal/event.ts";
import type { Recorder } from "../../src/journal/recorder.ts";
import {
  type ModeRequest,
  type ModeState,
  tellPolicyChanged,
  tellTabsPolicyChanged,
} from "../../src/messages.ts";
import { createModes, type ModeChange, type Modes } from "../../src/policy/emergency.ts";
import type { PolicyStore } from "../../src/policy/store.ts";
import type { TrustedStorage } from "../../src/policy/trusted-storage.ts";
import { watchedTabs } from "./tabs.ts";

/** Dark enough for the browser's white letters. */
const BADGE_COLOUR = "#a30000";

export interface Emergencies {
  readonly ready: Promise<void>;
  /** The policy as it holds for a draft of this kind now. */
  policyFor: Modes["policyFor"];
  /** When a member of staff's emergency ends by itself, in ms since the epoch; null: there is none. */
  until(): number | null;
  /** Looks whether another mode is in force than when it was last told. */
  settle(): Promise<void>;
  answer(request: ModeRequest): Promise<ModeState>;
  /** Keeps what a post left unlooked at, also where nothing is recorded. Never rejects. */
  keepLeft(
    event: PostEvent,
    circumstances: Omit<Circumstances, "at" | "fingerprint">,
  ): Promise<void>;
  /** Something was written down, or could not be. */
  recorded(outcome: "kept" | "failed"): Promise<void>;
  /** What could not be written down before is, or was written of as a gap. */
  tidied(): Promise<void>;
  /** Whether the newest that should have been written down could not be. */
  isUnrecorded(): boolean;
}

interface Options {
  storage: TrustedStorage;
  policies: PolicyStore;
  recorder: Recorder;
  /** Something was written down. */
  onKept(): void;
}

/** The mode in force, for all that must know of it: open pages, the record, the browser's button. */
export function watchEmergencies({ storage, policies, recorder, onKept }: Options): Emergencies {
  const modes = createModes({ storage, policy: policies.current, onChange: note });
  const afterwards = createAfterwards(storage);
  const ready = Promise.all([policies.ready, modes.ready]).then(() => {});
  let isUnrecorded = false;
  const behind = recorder.isBehind().then((isBehind) => {
    isUnrecorded ||= isBehind;
  });
  // One that went on, or was over, while no worker ran.
  void Promise.all([ready, behind]).then(settle).then(showState);

  async function settle(): Promise<void> {
    await ready;
    const { until } = modes.inForce();
    // A little late rather than early: then there would be nothing to end yet.
    if (until !== null) void browser.alarms.create("emergency", { when: until + 500 });
    if (await modes.settle()) await tell();
  }

  async function tell(): Promise<void> {
    void showState();
    void tellPolicyChanged();
    await tellTabsPolicyChanged(await watchedTabs());
  }

  function note({ mode, by, until }: ModeChange): void {
    if (!policies.current().journalEnabled) return;
    const end = until === null ? null : new Date(until).toISOString();
    void recorder.note({ type: "mode", ...newEntry(), mode, by, until: end }).then(recorded);
  }

  async function recorded(outcome: "kept" | "failed"): Promise<void> {
    isUnrecorded = outcome === "failed";
    if (outcome === "kept") onKept();
    else void browser.alarms.create("record", { delayInMinutes: 1 });
    await showState();
  }

  async function looked(posts: readonly string[]): Promise<void> {
    await afterwards.remove(posts);
    if (policies.current().journalEnabled && posts.length > 0) {
      void recorder.note({ type: "afterwards", ...newEntry(), posts: [...posts] }).then(recorded);
    }
    void showState();
  }

  /** Beside the pages' own words: on the browser's button, whatever page is in front. */
  async function showState(): Promise<void> {
    const { text, title } = await stateWords();
    if (text === "" && (await browser.action.getBadgeText({})) === "") return;
    await Promise.all([
      browser.action.setBadgeText({ text }),
      browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
      browser.action.setTitle({ title }),
    ]);
  }

  async function stateWords(): Promise<{ text: string; title: string }> {
    const words = browser.i18n.getMessage;
    if (isUnrecorded) return { text: "!", title: words("ui_record_failed") };
    if (modes.inForce().mode === "emergency") {
      return { text: words("button_emergency_short"), title: words("button_emergency") };
    }
    const left = (await afterwards.all().catch(() => [])).length;
    if (left > 0) return { text: String(left), title: words("button_left", String(left)) };
    return { text: "", title: words("extension_name") };
  }

  return {
    ready,
    policyFor: modes.policyFor,
    until: () => modes.inForce().until,
    settle,
    recorded,
    async tidied() {
      isUnrecorded = false;
      await showState();
    },
    isUnrecorded: () => isUnrecorded,
    async answer({ change, posts = [] }) {
      await ready;
      if (change === "looked") await looked(posts);
      else if (change) {
        await (change === "begin" ? modes.begin() : modes.end());
        await settle();
        await tell();
      }
      return {
        ...modes.inForce(),
        minutes: policies.current().emergencyByStaffMinutes,
        left: await afterwards.all(),
        statement: holdingStatement(),
      };
    },
    async keepLeft(event, circumstances) {
      const { at } = newEntry();
      const entry = await entryOf(event, { ...circumstances, at, fingerprint: async () => "" });
      const left = entry && leftOf(entry);
      if (!left) return;
      await afterwards.keep(left).catch((error: unknown) => console.warn("afterwards:", error));
      void tellPolicyChanged();
    },
  };
}

function newEntry(): { id: string; at: string } {
  return { id: crypto.randomUUID(), at: new Date().toISOString() };
}
