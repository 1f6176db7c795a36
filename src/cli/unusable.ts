import { readFile } from "node:fs/promises";
import type { Lang } from "../contract.ts";
import { translate } from "../locales.ts";
import { type PolicyReading, readPolicy } from "../policy/policy.ts";

/** Ends a command with words on standard error and exit status 2. */
export class UnusableInput extends Error {}

export function unreadable(file: string, error: unknown, lang: Lang): UnusableInput {
  return new UnusableInput(translate(lang, "cli_unreadable", [file, messageOf(error)]), {
    cause: error,
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a policy file says, and what of it could not be read. @throws UnusableInput where it is none. */
export async function readPolicyFile(file: string, lang: Lang): Promise<PolicyReading> {
  let raw: unknown;
  try {
    raw = JSON.parse((await readFile(file, "utf8")).replace(/^\u{FEFF}/u, ""));
  } catch (error) {
    throw unreadable(file, error, lang);
  }
  const reading = readPolicy(raw);
  const whole = reading.rejected.find(({ key }) => key === "");
  if (whole) {
    const words = translate(lang, `policy_rejected_${whole.reason}`);
    throw new UnusableInput(translate(lang, "cli_unreadable", [file, words]));
  }
  return reading;
}
