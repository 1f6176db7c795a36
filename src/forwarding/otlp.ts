import type { Entry, Sealed } from "../journal/entry.ts";

/**
 * Entries of the record as OpenTelemetry logs: an `ExportLogsServiceRequest` in the protocol's JSON
 * mapping (lowerCamelCase names, 64-bit numbers as decimal text, enumerations as numbers).
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export interface ExportLogsRequest {
  resourceLogs: {
    resource: { attributes: KeyValue[] };
    scopeLogs: { scope: { name: string; version: string }; logRecords: LogRecord[] }[];
  }[];
}

export interface LogRecord {
  timeUnixNano: string;
  observedTimeUnixNano: string;
  severityNumber: number;
  severityText: string;
  body: AnyValue;
  attributes: KeyValue[];
}

type AnyValue =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { arrayValue: { values: AnyValue[] } };

interface KeyValue {
  key: string;
  value: AnyValue;
}

/** Of the protocol's `SeverityNumber`. */
const INFO = 9;
const WARN = 13;

/** @param machine The record's own name of the machine. */
export function exportRequest(machine: string, entries: readonly Sealed[]): ExportLogsRequest {
  return {
    resourceLogs: [
      {
        resource: {
          attributes: attributes({ "service.name": "tenken", "service.instance.id": machine }),
        },
        scopeLogs: [
          { scope: { name: "tenken.record", version: "1" }, logRecords: entries.map(logRecord) },
        ],
      },
    ],
  };
}

/**
 * The same bytes for the same entry, whenever it is sent: `log.record.uid` is what OpenTelemetry's
 * conventions tell one record that arrived twice by. The body is the entry's line in an export of the
 * record, so that a collector's copy can be checked like one; the attributes are to search by.
 */
export function logRecord(sealed: Sealed): LogRecord {
  const { entry, seq } = sealed;
  const nanoseconds = `${Date.parse(entry.at)}000000`;
  const isWarning = entry.type === "gap";
  return {
    timeUnixNano: nanoseconds,
    observedTimeUnixNano: nanoseconds,
    severityNumber: isWarning ? WARN : INFO,
    severityText: isWarning ? "WARN" : "INFO",
    body: { stringValue: JSON.stringify(sealed) },
    attributes: attributes({
      "log.record.uid": entry.id,
      // A field of its own (`eventName`) only in younger receivers; older ones drop it without a word.
      "event.name": `tenken.record.${entry.type}`,
      "tenken.seq": seq,
      ...searchable(entry),
    }),
  };
}

function searchable(entry: Entry): Record<string, Value> {
  switch (entry.type) {
    case "post":
      return {
        "tenken.post": entry.post,
        "tenken.decision": entry.decision,
        "tenken.platform": entry.platform,
        "tenken.kind": entry.kind,
        "tenken.account": entry.account,
        "tenken.rules": entry.findings.map(({ rule }) => rule),
        "tenken.policy_revision": entry.policyRevision,
        "tenken.managed": entry.isManaged,
      };
    case "alarm":
      return {
        "tenken.post": entry.post,
        "tenken.platform": entry.platform,
        "tenken.kind": entry.kind,
        "tenken.account": entry.account,
        "tenken.rules": [entry.rule],
        "tenken.policy_revision": entry.policyRevision,
        "tenken.managed": entry.isManaged,
      };
    case "address":
      return { "tenken.post": entry.post, "url.full": entry.url };
    default:
      // What else there is, now or later, stands in the body.
      return {};
  }
}

type Value = string | number | boolean | null | readonly string[];

/** What has no value, or none in its list, is left out. */
function attributes(values: Readonly<Record<string, Value>>): KeyValue[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null || (Array.isArray(value) && value.length === 0)
      ? []
      : [{ key, value: anyValue(value) }],
  );
}

function anyValue(value: Exclude<Value, null>): AnyValue {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") return { intValue: String(value) };
  return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } };
}
