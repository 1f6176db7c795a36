import type { Account, Policy, Term } from "../contract.ts";
import type { Shape } from "./schema.ts";

/** Where a key stands in the settings form, in the order of the form. */
export const SECTIONS = [
  "organization",
  "links",
  "phones",
  "accounts",
  "rules",
  "dictionary",
  "behaviour",
  "record",
  "administration",
] as const;

export type Section = (typeof SECTIONS)[number];

/** One key of a policy. What people read about it is named by convention: see words.ts. */
export interface Key<Value> {
  section: Section;
  shape: Shape;
  default: Value;
  /** The version of the extension that first knew it. */
  since: `${number}.${number}.${number}`;
  /** A managed value takes the place of a local one whole; lists and objects are never mixed. */
  merge: "replace";
  /** Counts only where the browser's managed policy sets it; a machine's own setting is ignored. */
  managedOnly?: true;
}

const text: Shape = { kind: "text" };
const filled: Shape = { kind: "text", form: "filled" };
const url: Shape = { kind: "text", form: "url" };
const date: Shape = { kind: "text", form: "date", example: "2026-12-31" };
const handle: Shape = { kind: "text", form: "handle" };
const flag: Shape = { kind: "flag" };
const texts: Shape = { kind: "list", of: filled };
const hosts: Shape = { kind: "list", of: { kind: "text", form: "host" } };
const platform: Shape = { kind: "choice", of: ["x", "facebook"] };
const level: Shape = { kind: "choice", of: ["stop", "care", "hint"] };

const status: Shape = {
  kind: "choice",
  of: ["届出", "審査中", "公認", "休止", "廃止"],
  words: {
    届出: "notified",
    審査中: "under_review",
    公認: "official",
    休止: "suspended",
    廃止: "abolished",
  },
};

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
    hours: { kind: "text", example: "平日 8:30-17:15" },
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
    status,
    statusHistory: {
      kind: "list",
      of: { kind: "record", required: ["status", "on"], fields: { status, on: date } },
    },
    policyUrl: url,
    reviewedOn: date,
    longPosts: flag,
    characterVoice: flag,
  } satisfies Record<keyof Account, Shape>,
};

const FIRST = "0.1.0";

function key<Value>(section: Section, shape: Shape, standard: Value): Key<Value> {
  return { section, shape, default: standard, since: FIRST, merge: "replace" };
}

const choice = (...of: string[]): Shape => ({ kind: "choice", of });

/**
 * Every key there is, in the order in which people see them. Defaults, validation, the managed schema,
 * the settings form and the kit are made from this.
 */
export const KEYS: { readonly [Name in keyof Policy]: Key<Policy[Name]> } = {
  policyRevision: key("organization", text, ""),
  organizationName: key("organization", text, ""),
  homepageUrl: key("organization", url, ""),
  guidelineTitle: key("organization", text, ""),
  guidelineUrl: key("organization", url, ""),
  contact: key("organization", text, ""),
  recordOfficer: key("organization", text, ""),
  clauses: key(
    "organization",
    {
      kind: "map",
      names: /^.{1,40}$/u,
      of: { kind: "record", required: ["label", "text"], fields: { label: filled, text } },
    },
    {},
  ),
  /** Where it is not set, the homepage's host stands in; see `resolvePolicy`. */
  ownDomains: key("links", hosts, []),
  trustedDomains: key("links", hosts, []),
  retiredDomains: key("links", hosts, []),
  extraShorteners: key("links", hosts, []),
  allowedShorteners: key("links", hosts, []),
  phoneBook: key(
    "phones",
    {
      kind: "list",
      of: { kind: "record", required: ["name", "phone"], fields: { name: filled, phone: filled } },
    },
    [],
  ),
  accounts: key("accounts", { kind: "list", of: account }, []),
  trustedAccounts: key(
    "accounts",
    {
      kind: "list",
      of: {
        kind: "record",
        required: ["platform", "name"],
        fields: { platform, id: text, handle, name: filled },
      },
    },
    [],
  ),
  unregisteredAccounts: key("accounts", choice("stop", "ignore"), "stop"),
  requireManagedDevice: key("accounts", flag, false),
  rules: key(
    "rules",
    {
      kind: "map",
      names: /^[a-z]+\.(?:\*|[a-z][a-z0-9-]*)$/,
      of: choice("stop", "care", "hint", "off"),
    },
    {},
  ),
  terms: key(
    "dictionary",
    {
      kind: "list",
      of: {
        kind: "record",
        required: ["term", "level"],
        fields: {
          term: filled,
          level,
          message: text,
          suggest: text,
          until: date,
        } satisfies Record<keyof Term, Shape>,
      },
    },
    [],
  ),
  consentedNames: key("dictionary", texts, []),
  hashtags: key("dictionary", texts, []),
  enforcement: key("behaviour", choice("hold", "warn", "observe"), "hold"),
  override: key("behaviour", choice("allow", "reason", "never"), "reason"),
  mode: key("behaviour", choice("normal", "emergency", "hold"), "normal"),
  emergencyByStaffMinutes: key("behaviour", { kind: "integer", min: 0, max: 10_080 }, 120),
  expandShortUrls: key("behaviour", flag, true),
  siteSelectors: {
    ...key(
      "administration",
      {
        kind: "map",
        names: /^[a-z]+$/,
        of: { kind: "map", names: /^[A-Za-z]+$/, of: text },
      },
      {},
    ),
    managedOnly: true,
  },
  journalEnabled: key("record", flag, false),
  journalRetentionDays: key("record", { kind: "integer", min: 1, max: 3650 }, 365),
  /** Only a build that names a collector can (`npm run build:forwarding`); no other heeds it. */
  journalForwarding: { ...key("record", flag, false), managedOnly: true },
  allowLocalSettings: { ...key("administration", flag, false), managedOnly: true },
};

export const KEY_NAMES = Object.keys(KEYS) as readonly (keyof Policy)[];
