import { ENDPOINT } from "./address.ts";
import { onForwardingRequest, onOccasion, setAlarm, tellForwardingChanged } from "./browser.ts";
import { createForwarder } from "./forwarder.ts";
import type { StartForwarding } from "./in-worker.ts";
import { openQueueStore } from "./queue-store.ts";
import { send } from "./send.ts";

/** What the worker of a build with forwarding does beside all else. To be called at its start. */
export const startForwarding: StartForwarding = ({ journal, policies }) => {
  const forwarder = createForwarder({
    endpoint: ENDPOINT,
    journal,
    store: openQueueStore(),
    send: (request) => send(ENDPOINT, request),
    policy: policies.current,
    wakeAt: setAlarm,
    changed: tellForwardingChanged,
    now: Date.now,
    random: Math.random,
  });
  /** Before the last session's policy is loaded, forwarding would look switched off. */
  const known = (then: () => Promise<void>) => void policies.ready.then(then);

  onForwardingRequest(async (type) => {
    await policies.ready;
    if (type === "forwarding-now") await forwarder.resume(true);
    return forwarder.state();
  });
  onOccasion((what) => {
    // Whoever looks after the collector may have mended it meanwhile; nobody stands at each machine.
    known(() => (what === "alarm" ? forwarder.wake() : forwarder.resume(what === "updated")));
  });
  // A worker that starts hears of the policy, too, though it is the same.
  policies.onChange(({ isOther }) =>
    known(() => (isOther ? forwarder.resume(false) : forwarder.wake())),
  );
  known(forwarder.wake);
  return { wake: () => known(forwarder.wake) };
};
