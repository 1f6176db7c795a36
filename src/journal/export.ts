import { type Break, type ChainReport, isCheckpointOf, verifyChain } from "./chain.ts";
import type { Checkpoint, Head, Sealed } from "./entry.ts";
import { canonical, isSigned, type Keys, machineOf, sign } from "./keys.ts";
import type { Journal } from "./store.ts";

/**
 * An export as JSON Lines: a first line that names the machine, the entries as they stand in the chain,
 * and a last line that the machine signed. Several may stand one behind the other in one file.
 */
interface First {
  record: "tenken";
  version: 1;
  machine: string;
  publicKey: string;
  start: Head;
  checkpoint: Checkpoint | null;
}

interface Last {
  end: Head;
  /** ISO 8601, UTC. */
  at: string;
  /** What the machine itself found wrong, with the seals that nobody else can check. */
  breaks: Break[];
  signature: string;
}

/** The whole record, line by line. That it was exported is its last entry. */
export async function* exportLines(journal: Journal): AsyncGenerator<string> {
  await noteExport(journal, "jsonl");
  const keys = await journal.keys();
  const { machine, publicKey } = keys;
  const { start, checkpoint } = await journal.state();
  const { breaks, head } = await journal.verify();
  const first: First = { record: "tenken", version: 1, machine, publicKey, start, checkpoint };
  yield line(first);
  for await (const one of journal.entries(0, head.seq)) yield line(one);
  yield line(await lastOf(keys, start, { end: head, at: new Date().toISOString(), breaks }));
}

/** From now on a copy elsewhere vouches for all that stands before this entry. */
export async function noteExport(journal: Journal, format: "jsonl" | "csv"): Promise<void> {
  const { head, start } = await journal.state();
  await journal.append({
    type: "export",
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    from: start.seq + 1,
    to: head.seq,
    format,
  });
}

async function lastOf(keys: Keys, start: Head, last: Omit<Last, "signature">): Promise<Last> {
  return { ...last, signature: await sign(keys, signedText(keys.machine, start, last)) };
}

function signedText(machine: string, start: Head, last: Omit<Last, "signature">): string {
  const { end, at, breaks } = last;
  return canonical(["export", 1, machine, start, end, at, breaks]);
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
  /** The last entry that the machine signed away after its time; null: none. */
  prunedTo: number | null;
  /** What the machine itself had found wrong. */
  told: readonly Break[];
}

/** A line, counted from 1, that is no line of an export. */
export class NoExport extends Error {
  readonly line: number;

  constructor(number: number) {
    super(`line ${number}`);
    this.line = number;
  }
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
    if (!isFirst(first)) throw new NoExport(number);
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
  { machine, publicKey, start, checkpoint }: First,
  last: Last | null,
  chain: ChainReport,
): Promise<ExportReport> {
  const isOwn = (await machineOf(publicKey)) === machine;
  const isOwnPoint =
    isOwn &&
    checkpoint !== null &&
    checkpoint.seq === start.seq &&
    checkpoint.hash === start.hash &&
    (await isCheckpointOf(publicKey, checkpoint));
  const isBeginning = start.seq === 0 && start.hash === machine;
  if (!isBeginning && !isOwnPoint) chain.breaks.unshift({ kind: "start", seq: start.seq + 1 });
  const isOwnEnd =
    isOwn &&
    last !== null &&
    (await isSigned(publicKey, signedText(machine, start, last), last.signature));
  if (last && (last.end.seq !== chain.head.seq || last.end.hash !== chain.head.hash)) {
    chain.breaks.push({ kind: "end", seq: last.end.seq });
  }
  return {
    machine,
    at: last?.at ?? null,
    chain,
    isSigned: isOwnEnd,
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

function isFirst(value: unknown): value is First {
  return (
    isRecord(value) &&
    value.record === "tenken" &&
    value.version === 1 &&
    typeof value.machine === "string" &&
    typeof value.publicKey === "string" &&
    isHead(value.start) &&
    (value.checkpoint === null || isCheckpoint(value.checkpoint))
  );
}

function isLast(value: unknown): value is Last {
  return (
    isRecord(value) &&
    isHead(value.end) &&
    typeof value.at === "string" &&
    typeof value.signature === "string" &&
    Array.isArray(value.breaks)
  );
}

function isSealed(value: unknown): value is Sealed {
  return (
    isRecord(value) &&
    isHead(value) &&
    typeof value.prev === "string" &&
    typeof value.seal === "string" &&
    isRecord(value.entry) &&
    typeof value.entry.id === "string" &&
    typeof value.entry.type === "string"
  );
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    isRecord(value) &&
    isHead(value) &&
    typeof value.at === "string" &&
    typeof value.signature === "string"
  );
}

function isHead(value: unknown): value is Head {
  return isRecord(value) && Number.isSafeInteger(value.seq) && typeof value.hash === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
