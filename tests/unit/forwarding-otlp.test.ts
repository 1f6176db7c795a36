import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportRequest, logRecord } from "../../src/forwarding/otlp.ts";
import type { Entry, Sealed } from "../../src/journal/entry.ts";
import { throughDefinitions } from "../collector.ts";
import { post } from "./journal-entries.ts";

const MACHINE = "ab".repeat(32);
const sealed = (entry: Entry, seq = 1): Sealed => ({
  format: 1,
  seq,
  prev: MACHINE,
  entry,
  hash: "cd".repeat(32),
  seal: "ef".repeat(32),
});
const base = { id: "0b6c1d1e-0000-4000-8000-000000000001", at: "2026-12-05T01:00:00.123Z" };
const ENTRIES: Entry[] = [
  post("a"),
  post("b", { account: null, findings: [], length: null, fingerprint: null }),
  { ...base, type: "address", of: "a", post: "post a", url: "https://x.com/hoshimi_city/status/1" },
  {
    ...base,
    type: "alarm",
    post: "post a",
    platform: "x",
    kind: "post",
    account: null,
    rule: "link.third-party",
    level: "care",
    fingerprint: null,
    about: { host: "www.example.org" },
    policyRevision: "",
    isManaged: false,
  },
  { ...base, type: "gap", missing: ["c"], since: base.at, error: "QuotaExceededError" },
  { ...base, type: "export", from: 1, to: 4, format: "jsonl" },
];

describe("an entry as a log record", () => {
  it.each(ENTRIES.map((entry) => [entry.type, entry] as const))(
    "is what the published message definitions take whole: %s",
    (_, entry) => {
      const request = exportRequest(MACHINE, [sealed(entry)]);
      expect(throughDefinitions(request)).toEqual(request);
    },
  );

  it("is noticed by those definitions where it is not", () => {
    const request = exportRequest(MACHINE, [sealed(post("a"))]);
    const [resource] = request.resourceLogs;
    const unknown = { resourceLogs: [{ ...resource, resourceName: "x" }] };
    expect(throughDefinitions(unknown)).not.toEqual(unknown);
  });

  it("holds the entry's line of an export, and its id as the one that makes it once", () => {
    const one = sealed(post("a"), 7);
    const record = logRecord(one);
    expect(record).toMatchObject({
      timeUnixNano: "1796432400000000000",
      severityNumber: 9,
      body: { stringValue: JSON.stringify(one) },
    });
    expect(BigInt(record.timeUnixNano) / 1_000_000n).toBe(BigInt(Date.parse(one.entry.at)));
    expect(record.attributes).toContainEqual({
      key: "log.record.uid",
      value: { stringValue: "a" },
    });
    expect(record.attributes).toContainEqual({ key: "tenken.seq", value: { intValue: "7" } });
    expect(record.attributes).toContainEqual({
      key: "event.name",
      value: { stringValue: "tenken.record.post" },
    });
    expect(logRecord(one)).toEqual(record);
  });

  it("says nothing that the entry does not say", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(words, words, fc.boolean(), (reason, account, isManaged) => {
        const one = sealed(post("a", { reason, account, isManaged }));
        const { attributes, body, ...rest } = logRecord(one);
        expect(body).toEqual({ stringValue: JSON.stringify(one) });
        // Times and severities alone are left, and they are numbers.
        expect(Object.values(rest).join(" ")).toMatch(/^\d+ \d+ \d+ (INFO|WARN)$/);
        const said = JSON.stringify(one.entry);
        for (const { key, value } of attributes) {
          if (key === "tenken.seq" || key === "event.name") continue;
          const values = "arrayValue" in value ? value.arrayValue.values : [value];
          for (const part of values)
            for (const text of Object.values(part)) expect(said).toContain(JSON.stringify(text));
        }
      }),
    );
  });
});
