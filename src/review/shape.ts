import { MEDIA_CONCERNS } from "../contract.ts";
import { DECISIONS, type Entry, FATES } from "../journal/entry.ts";

/**
 * Whether what stands in a file has the shape of an entry, before anything in it is used: the file may
 * come from anywhere, or from a later version.
 */
export function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isText(value.id) || !isText(value.at)) return false;
  switch (value.type) {
    case "post":
      return (
        isText(value.post) &&
        isOneOf(value.decision, DECISIONS) &&
        isOneOf(value.platform, ["x", "facebook"]) &&
        isText(value.kind) &&
        (value.account === null || isText(value.account)) &&
        Array.isArray(value.findings) &&
        value.findings.every(isFinding) &&
        isText(value.reason) &&
        isOneOf(value.enforcement, ["hold", "warn", "observe"]) &&
        isOneOf(value.mode, ["normal", "emergency", "hold"]) &&
        isText(value.policyRevision) &&
        typeof value.isManaged === "boolean" &&
        (value.length === null || typeof value.length === "number") &&
        (value.fingerprint === null || isText(value.fingerprint))
      );
    case "alarm":
      return (
        isText(value.post) &&
        isOneOf(value.platform, ["x", "facebook"]) &&
        isText(value.kind) &&
        (value.account === null || isText(value.account)) &&
        isText(value.rule) &&
        isOneOf(value.level, ["stop", "care", "hint"]) &&
        (value.fingerprint === null || isText(value.fingerprint)) &&
        (value.about === null || isAbout(value.about)) &&
        isText(value.policyRevision) &&
        typeof value.isManaged === "boolean"
      );
    case "address":
      return isText(value.of) && isText(value.post) && isText(value.url);
    case "gap":
      return (
        Array.isArray(value.missing) &&
        value.missing.every(isText) &&
        isText(value.since) &&
        isText(value.error)
      );
    case "export":
      return (
        typeof value.from === "number" &&
        typeof value.to === "number" &&
        isOneOf(value.format, ["jsonl", "csv"])
      );
    case "mode":
      return (
        isOneOf(value.mode, ["normal", "emergency", "hold"]) &&
        isOneOf(value.by, ["policy", "staff", "time"]) &&
        (value.until === null || isText(value.until))
      );
    case "afterwards":
      return Array.isArray(value.posts) && value.posts.every(isText);
    case "signoff":
      return (
        [value.by, value.from, value.to, value.remarks].every(isText) &&
        isRecord(value.head) &&
        typeof value.head.seq === "number" &&
        isText(value.head.hash) &&
        typeof value.breaks === "number"
      );
    default:
      return false;
  }
}

function isFinding(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { rule, level, usual, fate, answer } = value;
  return (
    isText(rule) &&
    isOneOf(level, ["stop", "care", "hint"]) &&
    (usual === undefined || isOneOf(usual, ["stop", "care", "hint"])) &&
    isOneOf(fate, FATES) &&
    (answer === undefined || isAnswer(answer))
  );
}

function isAbout(value: unknown): boolean {
  return isRecord(value) && (isText(value.host) || isText(value.account));
}

function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.to === "decision") return isText(value.number);
  if (value.to === "device") return isText(value.reason);
  if (value.to !== "media") return value.to === "page";
  const { lookedAt } = value;
  return Array.isArray(lookedAt) && lookedAt.every((one) => isOneOf(one, MEDIA_CONCERNS));
}

function isOneOf(value: unknown, known: readonly string[]): boolean {
  return typeof value === "string" && known.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
