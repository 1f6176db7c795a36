/**
 * The shapes that a policy's values may have, as data: validation reads them, and whatever else must
 * agree with the catalogue (a managed schema, a form, a template) can be made from them.
 */
export type Shape =
  | {
      kind: "text";
      form?: TextForm;
      /** How such a text is written, shown while nothing is. */
      example?: string;
    }
  | {
      kind: "choice";
      of: readonly string[];
      /** What stands for a value in the name of its words, where the value itself is not of a–z. */
      words?: Readonly<Record<string, string>>;
    }
  | { kind: "flag" }
  | { kind: "integer"; min: number; max: number }
  | { kind: "list"; of: Shape }
  /** Any names, all with values of one shape. */
  | { kind: "map"; names: RegExp; of: Shape }
  | { kind: "record"; fields: Readonly<Record<string, Shape>>; required?: readonly string[] };

export type TextForm = "filled" | "host" | "url" | "date" | "handle";

/** Why something was not taken; the words a person reads are `policy_rejected_<reason>` in `_locales`. */
export type Reason =
  | "unknown_key"
  /** A required field that is not there, or a text that may not be empty. */
  | "missing"
  | "not_text"
  | "not_flag"
  | "not_integer"
  | "not_list"
  | "not_object"
  | "not_choice"
  | "out_of_range"
  | "not_host"
  | "not_url"
  | "not_date"
  | "bad_name"
  /** A correction of a site's selectors that no browser can look for, or of a part that the site does not have. */
  | "not_selector"
  | "unknown_part"
  /** A machine's own setting of a key that managed policy locks. */
  | "locked"
  /** A machine's own setting of a key that is never read from a machine. */
  | "managed_only";

export interface Rejection {
  /** The top-level key. */
  key: string;
  /** Where in the policy, for a person: `accounts[2].status`. */
  path: string;
  reason: Reason;
}

export type Read = { ok: true; value: unknown } | { ok: false };

/**
 * Reads one value. A bad part is reported and left out, and the rest is kept: a bad item leaves its
 * list, a bad field leaves its record; only a record whose required field is bad is left out whole.
 *
 * Registry and managed policy carry values in other clothes (a flag as 0/1 or "true", a number as
 * text, lists and objects as JSON text); they are read as what they stand for.
 */
export function readShape(
  shape: Shape,
  raw: unknown,
  path: string,
  reject: (path: string, reason: Reason) => void,
): Read {
  const fail = (reason: Reason): Read => {
    reject(path, reason);
    return { ok: false };
  };
  switch (shape.kind) {
    case "text": {
      if (typeof raw !== "string") return fail("not_text");
      return readText(shape.form, raw.trim(), fail);
    }
    case "choice": {
      if (typeof raw !== "string" || !shape.of.includes(raw)) return fail("not_choice");
      return { ok: true, value: raw };
    }
    case "flag": {
      const value = FLAGS.get(typeof raw === "string" ? raw.trim().toLowerCase() : raw);
      return value === undefined ? fail("not_flag") : { ok: true, value };
    }
    case "integer": {
      const value = typeof raw === "string" && /^-?\d{1,15}$/.test(raw.trim()) ? Number(raw) : raw;
      if (typeof value !== "number" || !Number.isInteger(value)) return fail("not_integer");
      if (value < shape.min || value > shape.max) return fail("out_of_range");
      return { ok: true, value };
    }
    case "list": {
      const list = fromJsonText(raw);
      if (!Array.isArray(list)) return fail("not_list");
      const items = list.map((item, index) =>
        readShape(shape.of, item, `${path}[${index}]`, reject),
      );
      return { ok: true, value: items.flatMap((item) => (item.ok ? [item.value] : [])) };
    }
    case "map": {
      const object = fromJsonText(raw);
      if (!isObject(object)) return fail("not_object");
      const entries: [string, unknown][] = [];
      for (const [name, item] of Object.entries(object)) {
        const at = `${path}[${JSON.stringify(name)}]`;
        if (!shape.names.test(name)) {
          reject(at, "bad_name");
          continue;
        }
        const read = readShape(shape.of, item, at, reject);
        if (read.ok) entries.push([name, read.value]);
      }
      return { ok: true, value: Object.fromEntries(entries) };
    }
    case "record":
      return readRecord(shape, fromJsonText(raw), path, reject, fail);
  }
}

function readRecord(
  shape: Extract<Shape, { kind: "record" }>,
  raw: unknown,
  path: string,
  reject: (path: string, reason: Reason) => void,
  fail: (reason: Reason) => Read,
): Read {
  if (!isObject(raw)) return fail("not_object");
  const entries: [string, unknown][] = [];
  for (const [name, item] of Object.entries(raw)) {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (!field) {
      reject(`${path}.${name}`, "unknown_key");
      continue;
    }
    const read = readShape(field, item, `${path}.${name}`, reject);
    if (read.ok) entries.push([name, read.value]);
  }
  const value = Object.fromEntries(entries);
  for (const name of shape.required ?? []) {
    if (Object.hasOwn(value, name)) continue;
    if (!Object.hasOwn(raw, name)) reject(`${path}.${name}`, "missing");
    return { ok: false };
  }
  return { ok: true, value };
}

const FLAGS = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["true", true],
  ["1", true],
  [false, false],
  [0, false],
  ["false", false],
  ["0", false],
]);

function readText(form: TextForm | undefined, text: string, fail: (reason: Reason) => Read): Read {
  switch (form) {
    case undefined:
      return { ok: true, value: text };
    case "filled":
      return text === "" ? fail("missing") : { ok: true, value: text };
    case "host": {
      const host = toHost(text);
      return host === null ? fail("not_host") : { ok: true, value: host };
    }
    case "url": {
      // "" says "none", as everywhere in a policy.
      const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
      return text === "" || isWeb ? { ok: true, value: text } : fail("not_url");
    }
    case "date":
      return isCalendarDay(text) ? { ok: true, value: text } : fail("not_date");
    case "handle":
      return { ok: true, value: text.replace(/^[@＠]/, "") };
  }
}

/** Lower case and ASCII, as links are compared; null for anything but a bare host with a dot. */
function toHost(text: string): string | null {
  if (!/^[^\s/:?#@\\%*]+\.[^\s/:?#@\\%*]+$/.test(text) || !URL.canParse(`https://${text}/`))
    return null;
  return new URL(`https://${text}/`).hostname.replace(/\.$/, "");
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Lists and objects stand in the Windows registry as JSON text. */
function fromJsonText(raw: unknown): unknown {
  if (typeof raw !== "string") return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
