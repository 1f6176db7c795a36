import type { Policy } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";
import { KEY_NAMES } from "../policy/keys.ts";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { discreet } from "./paths.ts";
import { discreetValue } from "./values.ts";

/**
 * What a supervisor sends to whoever helps: plain text in the reader's language. Of what the
 * organisation wrote it carries counts, never names, numbers or words.
 * @param now When it was made, in words.
 */
export function diagnosis(answer: SettingsAnswer, t: Translate, now: string): string {
  const { status } = answer;
  const set = KEY_NAMES.filter((name) => status.keys[name].source !== "default");
  const idle = unusedKeys(answer);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", t("status_diagnosis_part", title), ...lines];
  return [
    t("status_diagnosis_title", now),
    t("status_pair", t("status_extension"), `${status.version} ${status.extensionId}`),
    t("status_pair", t("status_browser"), status.browser),
    t("status_pair", t("status_managed"), t(status.isManaged ? "status_yes" : "status_no")),
    t(
      "status_pair",
      t(titleOf(["policyRevision"])),
      status.policy.policyRevision || t("status_none"),
    ),
    t("status_pair", t("status_read_at"), status.readAt ?? t("status_not_read_yet")),
    ...(status.failure === null ? [] : [t("status_pair", t("status_failure"), status.failure)]),
    ...part(
      t("status_keys_set"),
      set.map((name) => line(name, answer, t)),
    ),
    ...part(t("status_keys_default"), [
      KEY_NAMES.filter((name) => !set.includes(name)).join(t("ui_list_separator")),
    ]),
    ...part(t("status_unused_title"), idle),
    ...part(
      t("status_rejected_title"),
      status.rejected.map(({ path, reason, source }) =>
        t(
          "status_diagnosis_rejected",
          discreet(path, t) || t("status_whole"),
          t(`policy_rejected_${reason}`),
          t(`status_source_${source}`),
        ),
      ),
    ),
  ].join("\n");
}

function line(name: keyof Policy, { status }: SettingsAnswer, t: Translate): string {
  return t(
    "status_diagnosis_key",
    name,
    discreetValue(name, status.policy, t),
    t(`status_source_${status.keys[name].source}`),
    t(titleOf([name])),
  );
}

/** Keys that this machine sets too, and whose value the managed policy keeps from counting. */
export function unusedKeys({ status, local }: SettingsAnswer): (keyof Policy)[] {
  return KEY_NAMES.filter((name) => Object.hasOwn(local, name) && status.keys[name].lock !== null);
}
