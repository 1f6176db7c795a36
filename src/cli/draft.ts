import type { Draft } from "../contract.ts";
import type { Message } from "../locales.ts";

export type DraftReading = { ok: true; draft: Draft } | { ok: false; error: Message };

const PLATFORMS = ["x", "facebook"];
const KINDS = ["post", "reply", "quote", "thread", "repost", "comment", "share"];
const MEDIA_TYPES = ["image", "video", "gif"];

/**
 * Reads a draft as contract's "Draft" says; the first field that is not as it must be is named in the
 * error. Further fields are the caller's own and stay out.
 */
export function readDraft(raw: unknown): DraftReading {
  if (!isObject(raw)) return { ok: false, error: { key: "cli_draft_not_object" } };
  const error =
    expectField(raw, "text", "cli_expects_text", isText) ??
    expectOptional(raw, "id", "cli_expects_text", isText) ??
    expectOptional(raw, "platform", PLATFORMS) ??
    expectOptional(raw, "kind", KINDS) ??
    expectOptional(raw, "account", "cli_expects_text_or_null", isTextOrNull) ??
    expectOptional(raw, "at", "cli_expects_time", isTime) ??
    mediaError(raw.media) ??
    quotedError(raw.quoted);
  if (error) return { ok: false, error };
  const { id, text, platform, kind, account, at, media, quoted } = raw;
  const fields = { id, text, platform, kind, account, at, media, quoted };
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Every field was looked at above.
  return { ok: true, draft: Object.fromEntries(stated) as unknown as Draft };
}

function mediaError(media: unknown): Message | null {
  if (media === undefined) return null;
  if (!Array.isArray(media)) return fieldError("media", "cli_expects_list");
  for (const [index, item] of media.entries()) {
    const path = `media[${index}]`;
    if (!isObject(item)) return fieldError(path, "cli_expects_object");
    const error =
      expectField(item, "type", MEDIA_TYPES, undefined, `${path}.`) ??
      expectOptional(item, "alt", "cli_expects_text_or_null", isTextOrNull, `${path}.`);
    if (error) return error;
  }
  return null;
}

function quotedError(quoted: unknown): Message | null {
  if (quoted === undefined || quoted === null) return null;
  if (!isObject(quoted)) return fieldError("quoted", "cli_expects_object");
  return (
    expectField(quoted, "author", "cli_expects_text", isText, "quoted.") ??
    expectField(quoted, "text", "cli_expects_text", isText, "quoted.")
  );
}

/** @param expected the `_locales` key of what it must be, or the values it may have. */
function expectField(
  object: Record<string, unknown>,
  name: string,
  expected: string | readonly string[],
  isRight?: (value: unknown) => boolean,
  path = "",
): Message | null {
  const value = object[name];
  if (typeof expected === "string") {
    return isRight?.(value) ? null : fieldError(path + name, expected);
  }
  if (typeof value === "string" && expected.includes(value)) return null;
  return { key: "cli_draft_choice", args: [path + name, expected.join(" / ")] };
}

function expectOptional(...args: Parameters<typeof expectField>): Message | null {
  const [object, name] = args;
  return object[name] === undefined ? null : expectField(...args);
}

function fieldError(field: string, expected: string): Message {
  return { key: expected, args: [field] };
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** ISO 8601 with an offset: without one nobody knows which day it is in Japan. */
function isTime(value: unknown): boolean {
  const [, local] = (typeof value === "string" && TIME.exec(value)) || [];
  return local !== undefined && isMoment(local) && !Number.isNaN(Date.parse(String(value)));
}

/** Whether the calendar and the clock have it; `Date.parse` alone takes 30 February for 2 March. */
export function isMoment(local: string): boolean {
  const time = Date.parse(`${local}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(local);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
