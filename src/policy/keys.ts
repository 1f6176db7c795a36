import type { Policy } from "../contract.ts";
import type { Shape } from "./schema.ts";

/** One key of a policy. */
export interface Key<Value> {
  shape: Shape;
  default: Value;
  /** Counts only where the browser's managed policy sets it; a machine's own setting is ignored. */
  managedOnly?: true;
}

const text: Shape = { kind: "text" };
const filled: Shape = { kind: "text", form: "filled" };
const url: Shape = { kind: "text", form: "url" };
const date: Shape = { kind: "text", form: "date" };
const handle: Shape = { kind: "text", form: "handle" };
const flag: Shape = { kind: "flag" };
const texts: Shape = { kind: "list", of: filled };
const hosts: Shape = { kind: "list", of: { kind: "text", form: "host" } };
const platform: Shape = { kind: "choice", of: ["x", "facebook"] };
const level: Shape = { kind: "choice", of: ["stop", "care", "hint"] };

const account: Shape = {
  kind: "record",
  required: ["platform"],
  fields: {
    platform,
    id: text,
    handle,
    name: text,
    url,
    department: text,
    departments: {
      kind: "list",
      of: { kind: "record", required: ["name"], fields: { name: filled, theme: text } },
    },
    manager: text,
    operators: texts,
    purpose: text,
    topics: texts,
    hours: text,
    replies: text,
    privacy: text,
    terms: {
      kind: "record",
      fields: { conduct: text, intellectualProperty: text, disclaimer: text },
    },
    delegate: {
      kind: "record",
      required: ["name", "until"],
      fields: { name: filled, until: date },
    },
    status: { kind: "choice", of: ["届出", "審査中", "公認", "休止", "廃止"] },
    statusHistory: {
      kind: "list",
      of: { kind: "record", required: ["status", "on"], fields: { status: filled, on: date } },
    },
    policyUrl: url,
    reviewedOn: date,
    longPosts: flag,
    characterVoice: flag,
  },
};

/** Every key there is, in the order in which people see them. Defaults and validation are made from this. */
export const KEYS: { readonly [Name in keyof Policy]: Key<Policy[Name]> } = {
  policyRevision: { shape: text, default: "" },
  organizationName: { shape: text, default: "" },
  homepageUrl: { shape: url, default: "" },
  guidelineTitle: { shape: text, default: "" },
  guidelineUrl: { shape: url, default: "" },
  contact: { shape: text, default: "" },
  recordOfficer: { shape: text, default: "" },
  clauses: {
    shape: {
      kind: "map",
      names: /^.{1,40}$/u,
      of: { kind: "record", required: ["label", "text"], fields: { label: filled, text } },
    },
    default: {},
  },
  /** Where it is not set, the homepage's host stands in; see `resolvePolicy`. */
  ownDomains: { shape: hosts, default: [] },
  trustedDomains: { shape: hosts, default: [] },
  retiredDomains: { shape: hosts, default: [] },
  extraShorteners: { shape: hosts, default: [] },
  allowedShorteners: { shape: hosts, default: [] },
  phoneBook: {
    shape: {
      kind: "list",
      of: { kind: "record", required: ["name", "phone"], fields: { name: filled, phone: filled } },
    },
    default: [],
  },
  accounts: { shape: { kind: "list", of: account }, default: [] },
  trustedAccounts: {
    shape: {
      kind: "list",
      of: {
        kind: "record",
        required: ["platform", "name"],
        fields: { platform, id: text, handle, name: filled },
      },
    },
    default: [],
  },
  unregisteredAccounts: { shape: { kind: "choice", of: ["stop", "ignore"] }, default: "stop" },
  requireManagedDevice: { shape: flag, default: false },
  rules: {
    shape: {
      kind: "map",
      names: /^[a-z]+\.(?:\*|[a-z][a-z0-9-]*)$/,
      of: { kind: "choice", of: ["stop", "care", "hint", "off"] },
    },
    default: {},
  },
  terms: {
    shape: {
      kind: "list",
      of: {
        kind: "record",
        required: ["term", "level"],
        fields: { term: filled, level, message: text, suggest: text, until: date },
      },
    },
    default: [],
  },
  consentedNames: { shape: texts, default: [] },
  hashtags: { shape: texts, default: [] },
  enforcement: { shape: { kind: "choice", of: ["hold", "warn", "observe"] }, default: "hold" },
  override: { shape: { kind: "choice", of: ["allow", "reason", "never"] }, default: "reason" },
  mode: { shape: { kind: "choice", of: ["normal", "emergency", "hold"] }, default: "normal" },
  emergencyByStaffMinutes: { shape: { kind: "integer", min: 0, max: 10_080 }, default: 120 },
  expandShortUrls: { shape: flag, default: true },
  siteSelectors: {
    shape: {
      kind: "map",
      names: /^[a-z]+$/,
      of: { kind: "map", names: /^[A-Za-z]+$/, of: text },
    },
    default: {},
    managedOnly: true,
  },
  journalEnabled: { shape: flag, default: false },
  journalRetentionDays: { shape: { kind: "integer", min: 1, max: 3650 }, default: 365 },
  allowLocalSettings: { shape: flag, default: false, managedOnly: true },
};

export const KEY_NAMES = Object.keys(KEYS) as readonly (keyof Policy)[];
