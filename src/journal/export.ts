import { type Break, type ChainReport, isCheckpointOf, verifyChain } from "./chain.ts";
import type { ExportEntry, Head, Sealed } from "./entry.ts";
import { type First, isExcerpt, isFirst, isLast, isSealed, type Last } from "./export-lines.ts";
import { canonical, isSigned, machineOf, sign } from "./keys.ts";
import type { Period } from "./reading.ts";
import type { Journal } from "./store.ts";

/**
 * The record, or what of it belongs to a period, line by line. That it was exported is the record's
 * newest entry, and stands in the file where that reaches to the end.
 */
export async function* exportLines(journal: Journal, period?: Period): AsyncGenerator<string> {
  await noteExport(journal, "jsonl", period);
  const keys = await journal.keys();
  const { machine, publicKey } = keys;
  const { start: beginning, checkpoint } = await journal.state();
  const { breaks, head } = await journal.verify();
  const numbers = period ? await journal.bounds(period) : ([0, head.seq] as const);
  const start = period ? await before(journal, numbers?.[0] ?? head.seq + 1) : beginning;
  const first: First = {
    record: "tenken",
    version: 1,
    machine,
    publicKey,
    start: start ?? head,
    checkpoint,
    period: period ?? null,
  };
  yield line(first);
  let end = first.start;
  if (numbers) {
    for await (const one of journal.entries(numbers[0], Math.min(numbers[1], head.seq))) {
      end = { seq: one.seq, hash: one.hash };
      yield line(one);
    }
  }
  // Of the whole record, the end that was noted and not the one that was found: a cut must show.
  const last = { end: period ? end : head, head, at: new Date().toISOString(), breaks };
  yield line({ ...last, signature: await sign(keys, signedText(first, last)) });
}

/** What the entry of this number follows; null: it is not there. */
async function before(journal: Journal, seq: number): Promise<Head | null> {
  for await (const { prev } of journal.entries(seq, seq)) return { seq: seq - 1, hash: prev };
  return null;
}

/** From now on a copy elsewhere vouches for all that stands before this entry. */
export async function noteExport(
  journal: Journal,
  format: ExportEntry["format"],
  period?: Period,
): Promise<void> {
  const { head, start } = await journal.state();
  const [from, to] = period
    ? ((await journal.bounds(period)) ?? [0, 0])
    : [start.seq + 1, head.seq];
  await journal.append({
    type: "export",
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    from,
    to,
    format,
  });
}

function signedText(
  { machine, start, period }: Pick<First, "machine" | "start" | "period">,
  { end, head, at, breaks }: Omit<Last, "signature">,
): string {
  return canonical(["export", 1, machine, start, period, end, head, at, breaks]);
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

export interface ExportReport {
  machine: string;
  /** When it was exported; null: its end is not there. */
  at: string | null;
  chain: ChainReport;
  /** It is as the machine of this name wrote it. */
  isSigned: boolean;
  /** Of which period it is; null: of the whole record. */
  period: Period | null;
  /** What its first entry follows. */
  start: Head;
  /** Where the machine's record ended at that time; null: nobody signed for that. */
  head: Head | null;
  /** The last entry that the machine signed away after its time; null: none. */
  prunedTo: number | null;
  /** What the machine itself had found wrong. */
  told: readonly Break[];
}

/** A line, counted from 1, that is no line of an export. */
export class NoExport extends Error {
  readonly line: number;
  /** It begins a selection of entries, which nobody can prove whole. */
  readonly isExcerpt: boolean;

  constructor(number: number, isExcerpt = false) {
    super(`line ${number}`);
    this.line = number;
    this.isExcerpt = isExcerpt;
  }
}

/** An entry with the machine whose record it stands in. */
export type Placed = Sealed & { machine: string };

/**
 * A selection of entries as JSON Lines, of one machine or of many, to be read by other programs. Its
 * first line says that it proves nothing: what was left out cannot be told from what was taken away.
 */
export async function* excerptLines(
  entries: AsyncIterable<Placed> | Iterable<Placed>,
): AsyncGenerator<string> {
  yield line({ record: "tenken", version: 1, isExcerpt: true });
  for await (const one of entries) yield line(one);
}

/**
 * Checks all exports of a file, with nothing but the file. `seen` gets each entry with its machine.
 * @throws NoExport
 */
export async function verifyExports(
  lines: AsyncIterable<{ number: number; text: string }>,
  seen: (machine: string, one: Sealed) => void = () => {},
): Promise<ExportReport[]> {
  const reports: ExportReport[] = [];
  const read = parsed(lines)[Symbol.asyncIterator]();
  for (let next = await read.next(); !next.done; next = await read.next()) {
    const { number, value: first } = next.value;
    if (!isFirst(first)) throw new NoExport(number, isExcerpt(first));
    let last: Last | null = null;
    const entries = async function* () {
      for (let at = await read.next(); !at.done; at = await read.next()) {
        const { value } = at.value;
        if (isLast(value)) {
          last = value;
          return;
        }
        if (!isSealed(value)) throw new NoExport(at.value.number);
        seen(first.machine, value);
        yield value;
      }
    };
    const { start } = first;
    const chain = await verifyChain(entries(), { start });
    reports.push(await reportOf(first, last, chain));
  }
  return reports;
}

async function reportOf(
  first: First,
  last: Last | null,
  chain: ChainReport,
): Promise<ExportReport> {
  const { machine, publicKey, start, checkpoint, period } = first;
  const isOwn = (await machineOf(publicKey)) === machine;
  const isOwnPoint =
    isOwn &&
    checkpoint !== null &&
    checkpoint.seq === start.seq &&
    checkpoint.hash === start.hash &&
    (await isCheckpointOf(publicKey, checkpoint));
  const isOwnEnd =
    isOwn && last !== null && (await isSigned(publicKey, signedText(first, last), last.signature));
  const isBeginning = start.seq === 0 && start.hash === machine;
  // A part begins where its machine signed that it does.
  const isPart = period !== null && isOwnEnd;
  if (!isBeginning && !isOwnPoint && !isPart) {
    chain.breaks.unshift({ kind: "start", seq: start.seq + 1 });
  }
  if (last && (last.end.seq !== chain.head.seq || last.end.hash !== chain.head.hash)) {
    chain.breaks.push({ kind: "end", seq: last.end.seq });
  }
  return {
    machine,
    at: last?.at ?? null,
    chain,
    isSigned: isOwnEnd,
    period,
    start,
    head: isOwnEnd ? (last?.head ?? null) : null,
    prunedTo: isOwnPoint ? start.seq : null,
    told: last?.breaks ?? [],
  };
}

async function* parsed(lines: AsyncIterable<{ number: number; text: string }>) {
  for await (const { number, text } of lines) {
    if (text.trim() === "") continue;
    try {
      yield { number, value: JSON.parse(text) as unknown };
    } catch {
      throw new NoExport(number);
    }
  }
}
