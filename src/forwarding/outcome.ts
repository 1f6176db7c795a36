import type { Failure } from "./state.ts";

/** What came of one request, as far as it can be told from outside. */
export type Reply =
  | { kind: "network" | "timeout" | "redirect" }
  | { kind: "answer"; status: number; retryAfter: string | null; body: string };

/**
 * What the protocol asks for then. `taken`: it is done, all of it or but for `rejected`. `later`: to be
 * sent again, `after` so many ms where the collector named a time. `smaller`: this request never again,
 * what is in it in smaller ones. `halt`: no repetition will help.
 */
export type Outcome =
  | { next: "taken"; rejected: number; failure: Told | null }
  | { next: "later"; after: number | null; failure: Told }
  | { next: "smaller"; failure: Told }
  | { next: "halt"; failure: Told };

type Told = Omit<Failure, "at">;

/** The protocol's list; every other status from 400 on must not be sent again. */
const RETRYABLE: readonly number[] = [429, 502, 503, 504];
/** What the data themselves may be the reason of: a bad entry, or too many at once. */
const BAD_DATA: readonly number[] = [400, 413, 422];

/** https://opentelemetry.io/docs/specs/otlp/#otlphttp-response */
export function outcomeOf(reply: Reply, now: Date): Outcome {
  if (reply.kind === "redirect") {
    // Another address was never agreed to, and nothing of ours could reach it.
    return { next: "halt", failure: { kind: "redirect", status: 0, message: "" } };
  }
  if (reply.kind !== "answer") {
    return { next: "later", after: null, failure: { kind: reply.kind, status: 0, message: "" } };
  }
  const { status, body } = reply;
  if (status >= 200 && status < 300) return takenOf(status, body);
  const failure: Told = { kind: "status", status, message: statusMessage(body) };
  if (RETRYABLE.includes(status)) {
    return { next: "later", after: readRetryAfter(reply.retryAfter, now), failure };
  }
  return { next: BAD_DATA.includes(status) ? "smaller" : "halt", failure };
}

/** A partial success must not be sent again, and does not say which entries it is about. */
function takenOf(status: number, body: string): Outcome {
  const partial = object(object(parsed(body)).partialSuccess);
  const rejected = count(partial.rejectedLogRecords);
  const message = short(partial.errorMessage);
  const kind = rejected > 0 ? "rejected" : "remark";
  const isQuiet = rejected === 0 && message === "";
  return { next: "taken", rejected, failure: isQuiet ? null : { kind, status, message } };
}

/** The message of a `google.rpc.Status`; "" where the answer is none. */
function statusMessage(body: string): string {
  return short(object(parsed(body)).message);
}

/** Milliseconds from now; null: none was named. Seconds, or a date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A number alone would be read as a year.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** A 64-bit number comes as text or as a number. */
function count(value: unknown): number {
  const read = typeof value === "string" ? Number(value) : value;
  return typeof read === "number" && Number.isSafeInteger(read) && read > 0 ? read : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** As much as fits a line or two of a page. */
function short(value: unknown): string {
  return typeof value === "string" ? value.trim().slice(0, 300).toWellFormed() : "";
}
