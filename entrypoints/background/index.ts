import { type Browser, browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { findAccount, isOutside, withAccount } from "../../src/accounts/register.ts";
import { departmentOf, speakersOf } from "../../src/accounts/speakers.ts";
import type { Expansion, Lang, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { holdsInEmergency } from "../../src/engine/modes.ts";
import { findLinks } from "../../src/facts/links.ts";
import { startForwarding } from "../../src/forwarding/in-worker.ts";
import type { RecordEvent } from "../../src/journal/event.ts";
import { createRecorder } from "../../src/journal/recorder.ts";
import { openJournal } from "../../src/journal/store.ts";
import { ask, readSession, writeSession } from "../../src/links/ask.ts";
import { askableAddresses } from "../../src/links/askable.ts";
import { createExpander } from "../../src/links/expand.ts";
import {
  type Answers,
  isModeRequest,
  isRequest,
  isSettingsRequest,
  isTrialRequest,
  type PageDraft,
  type Request,
  type SettingsAnswer,
  type SettingsRequest,
  type TrialRequest,
  tellPolicyChanged,
  tellTabsPolicyChanged,
  type Verdict,
} from "../../src/messages.ts";
import { clauseOf, guidelineTitleOf } from "../../src/policy/clauses.ts";
import { createDeviceReason } from "../../src/policy/device-reason.ts";
import { readPolicy, resolvePolicy } from "../../src/policy/policy.ts";
import { createPolicyStore, sessionStorage, trustedStorage } from "../../src/policy/store.ts";
import { welcome } from "../../src/welcome/first-run.ts";
import { watchEmergencies } from "./emergencies.ts";
import { answerPages } from "./pages.ts";
import {
  injectIntoOpenTabs,
  isFromOwnPage,
  isFromWatchedPage,
  openPopup,
  watchedTabs,
} from "./tabs.ts";

/**
 * The worker holds nothing that it cannot rebuild, and listens before anything else: the message that
 * wakes it must find its listener.
 */
export default defineBackground(() => {
  const storage = trustedStorage();
  const policies = createPolicyStore(storage);
  const answerPage = answerPages(policies, storage);
  const device = createDeviceReason(sessionStorage());
  const expander = createExpander({ ask, readSession, writeSession });
  const journal = openJournal();
  const recorder = createRecorder(journal);
  const forwarding = startForwarding?.({ journal, policies });
  const onKept = () => forwarding?.wake();
  const emergencies = watchEmergencies({ storage, policies, recorder, onKept });
  const ready = Promise.all([policies.ready, emergencies.ready, device.ready]);

  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) => {
      // A message is trusted for where it comes from, never for what it says.
      if (isSettingsRequest(message)) {
        return isFromOwnPage(sender) ? answerSettings(message) : undefined;
      }
      if (isModeRequest(message)) {
        return isFromOwnPage(sender) ? emergencies.answer(message) : undefined;
      }
      if (isTrialRequest(message)) {
        return isFromOwnPage(sender) ? tryOut(message) : undefined;
      }
      if (!(isFromWatchedPage(sender) || isFromOwnPage(sender)) || !isRequest(message)) {
        return undefined;
      }
      if (message.type === "record") {
        return isFromWatchedPage(sender) ? record(message.event, sender) : undefined;
      }
      return answer(message, sender);
    },
  );

  policies.onChange(async ({ isOther }) => {
    void emergencies.settle();
    void tellPolicyChanged();
    if (isOther) await tellTabsPolicyChanged(await watchedTabs());
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void injectIntoOpenTabs();
    lookAgain("policy");
    if (reason === "install") {
      void welcome({
        installType: async () => (await browser.management.getSelf()).installType,
        certain: policies.certain,
        isSetUp: () => policies.isSetUp(),
        open: () => browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") }),
      });
    }
  });
  browser.runtime.onStartup.addListener(() => lookAgain("policy"));
  browser.alarms.onAlarm.addListener(() => {
    void emergencies.settle();
    void policies.refresh();
    void tidyRecord();
  });

  async function record(
    event: RecordEvent,
    { tab }: Browser.runtime.MessageSender,
  ): Promise<Answers["record"]> {
    await ready;
    // What is done in a private window leaves no trace on the machine, ours neither.
    if (tab?.incognito !== false) return "off";
    const policy = emergencies.policyFor(event.type === "address" ? "post" : event.draft.kind);
    const told = named(event, policy);
    const circumstances = {
      policy,
      isManaged: policies.status().isManaged,
      deviceReason: device.current(),
      account:
        told.type === "address"
          ? null
          : findAccount(policy, told.draft.platform, told.draft.account),
    };
    if (policy.mode === "emergency" && told.type === "post") {
      await emergencies.keepLeft(told, circumstances);
    }
    if (!policy.journalEnabled) return "off";
    const outcome = await recorder.record(told, circumstances);
    if (outcome !== "off") await emergencies.recorded(outcome);
    return outcome;
  }

  /** Also where nothing is recorded any more: what was kept has its time. */
  async function tidyRecord(): Promise<void> {
    await policies.ready;
    if (await recorder.tidy(policies.current().journalRetentionDays)) await emergencies.tidied();
    else lookAgain("record");
  }

  async function answer(
    request: Exclude<Request, { type: "record" }>,
    sender: Browser.runtime.MessageSender,
  ): Promise<Answers[Request["type"]]> {
    switch (request.type) {
      case "check":
        await ready;
        return judge(request.draft);
      case "speakers":
        await policies.ready;
        return whoSpeaks(request.draft);
      case "expand": {
        await policies.ready;
        if (!policies.current().expandShortUrls) return {};
        const outcomes = await expander.expand(request.urls);
        return Object.fromEntries(outcomes);
      }
      case "selectors":
      case "accounts":
      case "dismiss":
      case "removal-request":
        return answerPage(request, sender);
      case "guide":
        await browser.tabs.create({
          url: browser.runtime.getURL(`/guide.html#${encodeURIComponent(request.rule)}`),
        });
        return null;
      case "device":
        await device.give(request.reason);
        // Answered once, it is asked in no other box.
        await tellTabsPolicyChanged(await watchedTabs());
        return null;
      case "emergency":
        await openPopup();
        return null;
    }
  }

  function whoSpeaks(shown: PageDraft): string[] {
    const policy = policies.current();
    const { platform = "x", account } = withAccount(shown, policy);
    return speakersOf(policy, platform, account, (key, ...args) =>
      browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], args),
    );
  }

  async function answerSettings(request: SettingsRequest): Promise<SettingsAnswer> {
    await policies.ready;
    if (request.type === "policy-refresh") await policies.refresh();
    const refused = request.type === "set-local" ? await policies.setLocal(request.raw) : [];
    const { rejected, ...status } = policies.status();
    return {
      status: {
        ...status,
        rejected: [...rejected, ...refused.map((one) => ({ ...one, source: "local" as const }))],
        extensionId: browser.runtime.id,
        version: browser.runtime.getManifest().version,
        browser: navigator.userAgent,
      },
      local: policies.local(),
    };
  }

  /** As if these settings held: what they leave out stands at its default. */
  async function tryOut({ draft, policy }: TrialRequest): Promise<Verdict> {
    await policies.ready;
    return judge(draft, resolvePolicy({ managed: readPolicy(policy).policy }));
  }

  function judge(shown: PageDraft, policy = emergencies.policyFor(shown.kind ?? "post")): Verdict {
    const draft = withAccount(shown, policy);
    const platform = draft.platform ?? "x";
    const isForeign = isOutside(policy, platform, draft.account);
    const isIgnored = isForeign && policy.unregisteredAccounts === "ignore";
    const dated = { ...draft, at: draft.at ?? localTime(new Date()) };
    const known = expander.known();
    const lang: Lang = browser.i18n.getMessage("locale_tag") === "en" ? "en" : "ja";
    const { isManaged } = policies.status();
    const asked = device.current() === null ? { isManaged } : {};
    const findings = check(dated, policy, { lang, expansions: known, ...asked });
    const stops = findings.filter(({ level }) => level === "stop");
    const account = findAccount(policy, platform, draft.account);
    const department = account ? departmentOf(account) : "";
    return {
      findings,
      clauses: Object.fromEntries(
        findings.map(({ clause }) => [clause, clauseOf(policy, clause, lang)]),
      ),
      guidelineTitle: guidelineTitleOf(policy),
      guidelineUrl: policy.guidelineUrl,
      policyRevision: policy.policyRevision,
      account: account && {
        ...(account.name === undefined ? {} : { name: account.name }),
        ...(account.handle === undefined ? {} : { handle: account.handle }),
        ...(department === "" ? {} : { department }),
      },
      hasRegister: policy.accounts.length > 0,
      isIgnored,
      enforcement: policy.enforcement,
      override: policy.override,
      mode: policy.mode,
      until: policy.mode === "emergency" ? emergencies.until() : null,
      mayDeclare:
        policy.mode === "normal" &&
        policy.emergencyByStaffMinutes > 0 &&
        stops.length > 0 &&
        !stops.some(({ rule }) => holdsInEmergency(rule)),
      isRecorded: (policy.journalEnabled || policy.mode === "emergency") && !isIgnored,
      isUnrecorded: emergencies.isUnrecorded(),
      // Where somebody's own post leads to is nobody's business.
      askable: isForeign
        ? []
        : askableAddresses(findLinks(draft.text, platform), policy).filter((url) =>
            mayAskAgain(known.get(url)),
          ),
      lang,
    };
  }
});

/**
 * A browser's first answers about its policy are empty or seconds late, a full disk may be emptied, and
 * by then this worker may have been ended: an alarm wakes it to look again.
 */
function lookAgain(at: "policy" | "record"): void {
  void browser.alarms.create(at, { delayInMinutes: 1 });
}

/** With the name that the register finds the account by. */
function named(event: RecordEvent, policy: Policy): RecordEvent {
  switch (event.type) {
    case "post":
      return { ...event, draft: withAccount(event.draft, policy) };
    case "alarm":
      return { ...event, draft: withAccount(event.draft, policy) };
    case "address":
      return event;
  }
}

/** Never asked, or an outcome that may pass: another composer asks once more. */
function mayAskAgain(outcome: Expansion | undefined): boolean {
  return outcome === undefined || outcome.state === "timeout" || outcome.state === "refused";
}

/** ISO 8601 in this machine's own offset: a weekday is the writer's, not Greenwich's. */
function localTime(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  return `${local}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
