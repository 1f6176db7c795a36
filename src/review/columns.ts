import type { Level, Platform, Policy } from "../contract.ts";
import type { Fate } from "../journal/entry.ts";
import {
  type AlarmEntry,
  DECISIONS,
  type Entry,
  type EntryFinding,
  FATES,
} from "../journal/entry.ts";

/** What an entry says in one word: of a post what was decided, of anything else what it is. */
export const OUTCOMES = [
  ...DECISIONS,
  "alarm",
  "gap",
  "signoff",
  "export",
  "mode",
  "afterwards",
  "address",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const LEVELS: readonly Level[] = ["stop", "care", "hint"];
const ENFORCEMENTS: readonly Policy["enforcement"][] = ["hold", "warn", "observe"];

export interface AccountName {
  platform: Platform;
  /** As the page named it; "": it did not, or nothing of it may be kept. */
  name: string;
}

/** Japan has one offset and no summer time: a day here is a day there, whatever the machine's clock says. */
const JAPAN = 9 * 3_600_000;
const DAY = 24 * 3_600_000;
/** 1 January 2000 and 2200, in days: what is outside of them is no time of an entry. */
const [FIRST_DAY, LAST_DAY] = [10_957, 84_006];

/** Days since 1 January 1970 in Japan, of milliseconds since then. */
export function dayOf(at: number): number {
  const day = Math.floor((at + JAPAN) / DAY);
  return day >= FIRST_DAY && day <= LAST_DAY ? day : 0;
}

/** Days since 1 January 1970 of an ISO date; null: it is none. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? null : at / DAY;
}

/** When a day begins in Japan, ISO 8601 in UTC. */
export function timeOfDay(day: number): string {
  return new Date(day * DAY - JAPAN).toISOString();
}

/** ISO date of a day. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * What filters and sums need of each entry, a column of plain numbers each, so that a hundred thousand
 * entries are looked through within a frame. The entries themselves stay where they are.
 */
export class Columns {
  /** How many entries there are. */
  rows = 0;
  /** Milliseconds since 1970; 0: no time. */
  at = new Float64Array(1024);
  day = new Int32Array(1024);
  /** Place in OUTCOMES. */
  outcome = new Uint8Array(1024);
  /** Place in `accounts`; 0: no post. */
  account = new Uint32Array(1024);
  /** Place in `machines`. */
  machine = new Uint32Array(1024);
  seq = new Uint32Array(1024);
  /** Whether the post was let go in a pilot, by place in ENFORCEMENTS. */
  enforcement = new Uint8Array(1024);
  /** A hash of `post`, the same for all that is about one post: candidates, to be compared. */
  kin = new Int32Array(1024);
  /** Where a row's findings begin; they end where the next row's begin. */
  findings = new Uint32Array(1025);
  /** Of each finding its rule's place in `rules`, and its level and fate in one. */
  findingRule = new Uint32Array(4096);
  findingState = new Uint8Array(4096);
  readonly reasons: string[] = [];
  /** Of some rows, the host or the account that a mark as a false alarm is about. */
  readonly about = new Map<number, NonNullable<AlarmEntry["about"]>>();

  readonly accounts: (AccountName | null)[] = [null];
  readonly machines: string[] = [];
  readonly rules: string[] = [];
  readonly #accountPlaces = new Map<string, number>();
  readonly #machinePlaces = new Map<string, number>();
  readonly #rulePlaces = new Map<string, number>();

  /** Takes an entry behind those that are there; answers its row. */
  add(machine: string, seq: number, entry: Entry): number {
    const row = this.rows;
    if (row === this.at.length) this.#grow();
    const at = Date.parse(entry.at);
    this.at[row] = Number.isNaN(at) ? 0 : at;
    this.day[row] = Number.isNaN(at) ? 0 : dayOf(at);
    this.machine[row] = placeIn(this.machines, this.#machinePlaces, machine, machine);
    this.seq[row] = seq;
    this.outcome[row] = OUTCOMES.indexOf(entry.type === "post" ? entry.decision : entry.type);
    this.kin[row] = "post" in entry ? hashOf(entry.post) : 0;
    this.reasons.push(entry.type === "post" ? entry.reason : "");
    if (entry.type === "post" || entry.type === "alarm") {
      const { platform } = entry;
      const name = entry.account ?? "";
      this.account[row] = placeIn(
        this.accounts,
        this.#accountPlaces,
        accountKey({ platform, name }),
        { platform, name },
      );
    }
    const end = this.#addFindings(this.findings[row] ?? 0, findingsOf(entry));
    if (entry.type === "post") this.enforcement[row] = ENFORCEMENTS.indexOf(entry.enforcement);
    if (entry.type === "alarm" && entry.about) this.about.set(row, entry.about);
    this.findings[row + 1] = end;
    this.rows += 1;
    return row;
  }

  #addFindings(from: number, findings: readonly EntryFinding[]): number {
    let end = from;
    for (const { rule, level, fate } of findings) {
      if (end === this.findingRule.length) this.#growFindings();
      this.findingRule[end] = placeIn(this.rules, this.#rulePlaces, rule, rule);
      this.findingState[end] = LEVELS.indexOf(level) * 8 + FATES.indexOf(fate);
      end += 1;
    }
    return end;
  }

  outcomeAt(row: number): Outcome {
    return OUTCOMES[this.outcome[row] ?? 0] ?? "clean";
  }

  accountAt(row: number): AccountName | null {
    return this.accounts[this.account[row] ?? 0] ?? null;
  }

  /** In a pilot nothing is held; what would have been is recorded. */
  isPilot(row: number): boolean {
    return this.enforcement[row] !== 0;
  }

  findingsAt(row: number): { rule: string; level: Level; fate: Fate }[] {
    const found: { rule: string; level: Level; fate: Fate }[] = [];
    const end = this.findings[row + 1] ?? 0;
    for (let at = this.findings[row] ?? 0; at < end; at++) {
      const state = this.findingState[at] ?? 0;
      found.push({
        rule: this.rules[this.findingRule[at] ?? 0] ?? "",
        level: LEVELS[levelOf(state)] ?? "hint",
        fate: FATES[fateOf(state)] ?? "left",
      });
    }
    return found;
  }

  /** Place of an account by its key, or -1. */
  accountPlace(key: string): number {
    return this.#accountPlaces.get(key) ?? -1;
  }

  rulePlace(rule: string): number {
    return this.#rulePlaces.get(rule) ?? -1;
  }

  machinePlace(machine: string): number {
    return this.#machinePlaces.get(machine) ?? -1;
  }

  #grow(): void {
    const length = this.at.length * 2;
    this.at = grown(new Float64Array(length), this.at);
    this.day = grown(new Int32Array(length), this.day);
    this.outcome = grown(new Uint8Array(length), this.outcome);
    this.account = grown(new Uint32Array(length), this.account);
    this.machine = grown(new Uint32Array(length), this.machine);
    this.seq = grown(new Uint32Array(length), this.seq);
    this.enforcement = grown(new Uint8Array(length), this.enforcement);
    this.kin = grown(new Int32Array(length), this.kin);
    this.findings = grown(new Uint32Array(length + 1), this.findings);
  }

  #growFindings(): void {
    const length = this.findingRule.length * 2;
    this.findingRule = grown(new Uint32Array(length), this.findingRule);
    this.findingState = grown(new Uint8Array(length), this.findingState);
  }
}

/** A mark as a false alarm is found by its rule, as a post is by its findings. */
function findingsOf(entry: Entry): readonly EntryFinding[] {
  if (entry.type === "post") return entry.findings;
  return entry.type === "alarm" ? [{ rule: entry.rule, level: entry.level, fate: "alarm" }] : [];
}

/** Of a finding's state its place in LEVELS. */
export const levelOf = (state: number) => state >> 3;
/** Of a finding's state its place in FATES. */
export const fateOf = (state: number) => state & 7;

/** An account in an address: "x/hoshimi_city", "facebook/". */
export function accountKey({ platform, name }: AccountName): string {
  return `${platform}/${name}`;
}

/** FNV-1a over UTF-16 units, 32 bits: two texts of one hash are rare, and are compared where it counts. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}

function placeIn<T>(values: T[], places: Map<string, number>, key: string, value: T): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, values.length);
  return values.push(value) - 1;
}

function grown<T extends { set(from: T): void }>(larger: T, from: T): T {
  larger.set(from);
  return larger;
}
