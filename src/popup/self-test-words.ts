import type { SelfTest } from "../sites/self-test.ts";
import type { Translate } from "../ui/parts.tsx";

/** What tells one report from another: no address, no name, nothing that somebody wrote. */
export interface Where {
  version: string;
  browser: string;
  host: string;
  /** When, in words. */
  now: string;
}

/** unused: no compose box is open, so that only half could be looked for. */
export type TestVerdict = "unchecked" | "missing" | "unused" | "found";

export function verdictOf({ platform, parts, corrections }: SelfTest): TestVerdict {
  if (!platform) return "unchecked";
  if (parts.some(({ state }) => state === "missing")) return "missing";
  if (corrections.some(({ state }) => state !== "used")) return "missing";
  return parts.some(({ part, state }) => part === "editor" && state === "absent")
    ? "unused"
    : "found";
}

/** A word's key has no capitals. */
const KEYS: Readonly<Record<string, string>> = {
  pollOption: "poll_option",
  postForm: "post_form",
  commentForm: "comment_form",
};

export const partName = (part: string, t: Translate) => t(`popup_part_${KEYS[part] ?? part}`);

/** The result as plain text in the reader's language, to be sent to whoever helps. */
export function wordsOf(result: SelfTest, where: Where, t: Translate): string {
  const line = (name: string, value: string) => t("status_pair", name, value);
  return [
    t("popup_test_title", where.now),
    line(t("status_extension"), where.version),
    line(t("status_browser"), where.browser),
    line(t("popup_test_host"), where.host),
    t(`popup_test_is_${verdictOf(result)}`),
    ...result.parts.map(({ part, state, count }) =>
      line(`${partName(part, t)} (${part})`, t(`popup_part_is_${state}`, String(count))),
    ),
    ...result.corrections.map(({ part, state }) =>
      line(t("popup_correction", part), t(`popup_correction_is_${state}`)),
    ),
  ].join("\n");
}
