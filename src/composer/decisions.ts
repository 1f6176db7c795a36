import type { Answer, Finding } from "../contract.ts";
import { identity } from "./views.ts";

/** What a person decided about the findings of one post, by rule and words, wherever those move. */
export class Decisions {
  readonly #putAside = new Set<string>();
  readonly #falseAlarms = new Set<string>();
  readonly #answers = new Map<string, Answer>();

  putAside(finding: Finding): void {
    this.#putAside.add(identity(finding));
  }

  /** A `care` or `hint` goes with it; a `stop` stays, since only a person's decision ends it. */
  markFalseAlarm(finding: Finding): void {
    this.#falseAlarms.add(identity(finding));
    this.putAside(finding);
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

  /** The post went out: the next one starts anew. */
  forget(): void {
    this.#putAside.clear();
    this.#falseAlarms.clear();
    this.#answers.clear();
  }
}
