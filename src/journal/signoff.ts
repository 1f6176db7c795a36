import type { ChainReport } from "./chain.ts";
import type { Anchor, SignoffEntry } from "./entry.ts";
import type { Journal } from "./store.ts";

/**
 * Signs for a period that somebody looked through: an entry like others, and an anchor to be kept
 * elsewhere. `report`: what a verification just said of the record.
 */
export async function signOff(
  journal: Journal,
  what: Pick<SignoffEntry, "by" | "from" | "to" | "remarks">,
  { head, breaks }: Pick<ChainReport, "head" | "breaks">,
): Promise<Anchor> {
  const { by, from, to, remarks } = what;
  const id = crypto.randomUUID();
  await journal.append({
    type: "signoff",
    id,
    at: new Date().toISOString(),
    by,
    from,
    to,
    remarks,
    head,
    breaks: breaks.length,
  });
  const [{ machine }, stored] = await Promise.all([journal.keys(), journal.byId(id)]);
  if (!stored) throw new Error("what was just written is not there");
  return { machine, seq: stored.seq, hash: stored.hash };
}
