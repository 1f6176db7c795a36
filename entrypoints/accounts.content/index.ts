import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { SeenAccount } from "../../src/accounts/seen.ts";
import { startLookout } from "../../src/lookout/lookout.ts";
import { Notes } from "../../src/lookout/notes.ts";
import { type AccountsAnswer, ask, onPolicyChanged } from "../../src/messages.ts";
import { facebookAccounts } from "../../src/sites/facebook-accounts.ts";
import { FACEBOOK_HOSTS, platformOf, X_HOSTS } from "../../src/sites/hosts.ts";
import { xAccounts } from "../../src/sites/x-accounts.ts";

const t = (key: string, ...args: string[]) =>
  browser.i18n.getMessage(key as "extension_name", args);

/** Who is named on a page, and whether a profile is whole; apart from the compose boxes, which come first. */
export default defineContentScript({
  matches: [...X_HOSTS, ...FACEBOOK_HOSTS].map((host) => `https://${host}/*`),
  runAt: "document_idle",
  main() {
    // Put twice into one tab.
    if (Object.hasOwn(globalThis, RUNNING)) return;
    Object.defineProperty(globalThis, RUNNING, { value: true });
    for (const stale of document.querySelectorAll("tenken-note")) stale.remove();
    const platform = platformOf(location.hostname);
    if (!platform) return;
    const site = { x: xAccounts, facebook: facebookAccounts }[platform];
    const life = new AbortController();
    const notes = new Notes({
      t,
      dismiss: (note) => void ask({ type: "dismiss", note }).catch(end),
      signal: life.signal,
    });
    let watch = new AbortController();

    /** Looks only where there is a register to compare with. */
    async function start(): Promise<void> {
      watch.abort();
      watch = new AbortController();
      const { signal } = watch;
      notes.clear();
      const { hasRegister } = await ask({ type: "accounts", seen: [], profile: null });
      if (!hasRegister || signal.aborted || life.signal.aborted) return;
      site.correct(await ask({ type: "selectors" }));
      startLookout({
        site,
        ask: (seen, profile) => ask({ type: "accounts", seen, profile }),
        tell: (answer, seen) => tell(notes, answer, seen),
        left: () => notes.leaveProfile(),
        failed: end,
        signal: AbortSignal.any([signal, life.signal]),
      });
    }
    /** The extension was updated or removed: what it knew no longer holds. */
    function end(): void {
      life.abort();
      watch.abort();
    }
    start().catch(end);
    onPolicyChanged(() => void start().catch(end), life.signal);
  },
});

const RUNNING = "tenken:accounts";

function tell(notes: Notes, answer: AccountsAnswer, seen: readonly SeenAccount[]): void {
  const { imitations, profile, clauses } = answer;
  for (const { index, of, note } of imitations) {
    const one = seen[index];
    if (!one) continue;
    notes.tell({
      key: note,
      about: "imitation",
      look: "imitation",
      title: t("note_imitation_title"),
      text: t("note_imitation", nameOf(one), nameOf(of), clauses.imitation),
      request: {
        label: t("note_imitation_request"),
        press: () =>
          void ask({
            type: "removal-request",
            impostor: one,
            of: of.handle ?? of.name ?? "",
          }).catch(() => {}),
      },
    });
  }
  if (!profile) return;
  const look = profile.isNamed ? "named" : "unnamed";
  notes.tell({
    key: profile.note,
    about: "profile",
    look,
    title: t(`note_${look}_title`),
    text: t(`note_${look}`, nameOf(profile.account), clauses.profile),
    ...(profile.isNamed ? {} : { copy: profile.homepage }),
  });
}

function nameOf({ name = "", handle }: { name?: string; handle?: string }): string {
  return handle ? t("note_account", name, handle) : name;
}
