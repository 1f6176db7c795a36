import type { Message } from "../locales.ts";
import { isAt } from "./anchor.ts";
import type { Anchor, Head, Sealed } from "./entry.ts";
import type { ExportReport } from "./export.ts";
import { shortName } from "./words.ts";

/**
 * Exports of any machines and times put together: each entry counts once, and whatever two of them say
 * of the same place in a chain must agree.
 */
export class Merged {
  readonly #machines = new Map<string, Map<number, string>>();
  readonly #rewritten = new Map<string, Message>();
  readonly #reports: ExportReport[] = [];

  get machines(): number {
    return this.#machines.size;
  }

  get entries(): number {
    return [...this.#machines.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** true: this entry stood in none of the exports before. */
  see(machine: string, { seq, hash }: Pick<Sealed, "seq" | "hash">): boolean {
    const hashes = this.#machines.get(machine) ?? new Map<number, string>();
    this.#machines.set(machine, hashes);
    const before = hashes.get(seq);
    if (before === undefined) hashes.set(seq, hash);
    else if (before !== hash) this.#contradict(machine, seq);
    return before === undefined;
  }

  /** After its entries were seen. */
  add(reports: readonly ExportReport[]): void {
    this.#reports.push(...reports);
  }

  /** What one of the exports says against another, in words. Empty: nothing. */
  contradictions(): Message[] {
    for (const { machine, start, head } of this.#reports) {
      for (const place of [start, head]) if (place) this.#compare(machine, place);
    }
    return [...this.#rewritten.values(), ...this.#reports.flatMap((one) => this.#shortened(one))];
  }

  /** What stands between two of a machine's exports and in neither. */
  between(): Message[] {
    return [...this.#machines].flatMap(([machine, hashes]) => {
      const numbers = [...hashes.keys()].sort((a, b) => a - b);
      return numbers.flatMap((seq, index): Message[] => {
        const before = numbers[index - 1];
        if (before === undefined || before === seq - 1) return [];
        const args = [shortName(machine), String(before + 1), String(seq - 1)];
        return [{ key: "journal_between", args }];
      });
    });
  }

  /** What the exports say of a place that somebody noted elsewhere. */
  against(anchor: Anchor): "holds" | "contradicts" | "absent" {
    for (const [machine, hashes] of this.#machines) {
      if (!machine.startsWith(anchor.machine)) continue;
      const hash = hashes.get(anchor.seq);
      if (hash !== undefined) {
        return isAt(anchor, { machine, seq: anchor.seq, hash }) ? "holds" : "contradicts";
      }
      // The machine's record ended before it, when its newest export was made: the end was cut.
      const newest = this.#reports
        .filter((one) => one.machine === machine)
        .sort(byTime)
        .at(-1);
      if (newest?.head && newest.head.seq < anchor.seq) return "contradicts";
    }
    return "absent";
  }

  #compare(machine: string, { seq, hash }: Head): void {
    const before = this.#machines.get(machine)?.get(seq);
    if (before !== undefined && before !== hash) this.#contradict(machine, seq);
  }

  #contradict(machine: string, seq: number): void {
    const args = [shortName(machine), String(seq)];
    this.#rewritten.set(args.join(), { key: "journal_rewritten", args });
  }

  /** It ends before an older one did: the end was cut meanwhile. */
  #shortened(report: ExportReport): Message[] {
    const { machine, at } = report;
    const end = endOf(report);
    const longer = this.#reports.find(
      (other) => other.machine === machine && (other.at ?? "") < (at ?? "") && endOf(other) > end,
    );
    if (!longer) return [];
    const args = [shortName(machine), String(endOf(longer)), String(end)];
    return [{ key: "journal_shortened", args }];
  }
}

function endOf({ head, chain }: ExportReport): number {
  return head?.seq ?? chain.head.seq;
}

function byTime(a: ExportReport, b: ExportReport): number {
  return (a.at ?? "") < (b.at ?? "") ? -1 : 1;
}
