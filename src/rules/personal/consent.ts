import type { Policy } from "../../contract.ts";

/** Whether this person agreed to be named: by the whole name, or a part where the whole stands in the post too. */
export function isConsented(name: string, text: string, { consentedNames }: Policy): boolean {
  return consentedNames.some((written) => {
    const whole = written.replace(/[\s　]/gu, "");
    if (whole === "") return false;
    return whole === name || (whole.includes(name) && text.includes(whole));
  });
}
