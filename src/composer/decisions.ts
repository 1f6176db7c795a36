import type { Answer, Finding } from "../contract.ts";
import type { PostEvent } from "../messages.ts";
import { identity } from "./views.ts";

/** What stood for less was a word on its way, and nobody's repair, in ms. */
const READABLE = 2000;

/** What a person decided about the findings of one post, by rule and words, wherever those move. */
export class Decisions {
  readonly #putAside = new Set<string>();
  readonly #falseAlarms = new Set<string>();
  readonly #answers = new Map<string, Answer>();
  /** Since when each finding stands. */
  readonly #standing = new Map<string, { finding: Finding; since: number }>();
  readonly #repaired = new Map<string, Finding>();
  #post = crypto.randomUUID();

  /** What all entries about this post have in common. */
  get post(): string {
    return this.#post;
  }

  putAside(finding: Finding): void {
    this.#putAside.add(identity(finding));
  }

  /**
   * A `care` or `hint` goes with it; a `stop` stays, since only a person's decision ends it. false: it is
   * marked already.
   */
  markFalseAlarm(finding: Finding): boolean {
    const key = identity(finding);
    const isNew = !this.#falseAlarms.has(key);
    this.#falseAlarms.add(key);
    this.putAside(finding);
    return isNew;
  }

  answer(finding: Finding, answer: Answer): void {
    this.#answers.set(identity(finding), answer);
  }

  /** What it asks was answered, and its words are still the same. */
  isAnswered(finding: Finding): boolean {
    return finding.asks !== undefined && this.#answers.has(identity(finding));
  }

  /** Whether nobody needs to see it any more. */
  isSettled(finding: Finding): boolean {
    const isAside = finding.level !== "stop" && this.#putAside.has(identity(finding));
    return isAside || this.isAnswered(finding);
  }

  /** What the newest verdict found: what is gone from it, and could be read before, was repaired. */
  see(findings: readonly Finding[]): void {
    const now = performance.now();
    const keys = new Set(findings.map(identity));
    for (const [key, { finding, since }] of this.#standing) {
      if (keys.has(key)) continue;
      this.#standing.delete(key);
      if (now - since >= READABLE) this.#repaired.set(key, finding);
    }
    for (const finding of findings) {
      const key = identity(finding);
      this.#repaired.delete(key);
      if (!this.#standing.has(key)) this.#standing.set(key, { finding, since: now });
    }
  }

  /** The person was shown all of it, or repairs something: what goes from now on was repaired. */
  notice(): void {
    for (const one of this.#standing.values()) one.since = -READABLE;
  }

  /** What became of these findings and of those that are gone, each once. */
  fates(findings: readonly Finding[]): PostEvent["findings"] {
    const all = [
      ...findings.map((finding) => ({ finding, fate: this.#fateOf(finding) })),
      ...[...this.#repaired.values()].map((finding) => ({ finding, fate: "repaired" as const })),
    ].map(({ finding, fate }) => {
      const answer = fate === "answered" ? this.#answers.get(identity(finding)) : undefined;
      const { rule, level, usual } = finding;
      return { rule, level, ...(usual && { usual }), fate, ...(answer && { answer }) };
    });
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }

  #fateOf(finding: Finding): "answered" | "alarm" | "aside" | "left" {
    if (this.isAnswered(finding)) return "answered";
    const key = identity(finding);
    if (this.#falseAlarms.has(key)) return "alarm";
    return this.#putAside.has(key) && finding.level !== "stop" ? "aside" : "left";
  }

  /** The post went out: the next one starts anew. */
  forget(): void {
    this.#standing.clear();
    this.#repaired.clear();
    this.#post = crypto.randomUUID();
    this.#putAside.clear();
    this.#falseAlarms.clear();
    this.#answers.clear();
  }
}
