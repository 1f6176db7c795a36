/**
 * The number up to which a chain's entries have had their time; `start`: nothing has.
 *
 * A chain loses its front alone, and an entry's own time may be wrong: a machine's clock was ahead for a
 * day. So no single entry decides, but the place at which the fewest contradict it: of what goes, the
 * most say that they are old, and of what stays, that they are not. One entry that was ahead keeps
 * nothing behind it, and goes with what was written after it; one that was behind takes nothing along.
 * What says that it is of a time to come says nothing. Where two places are as good, less goes.
 *
 * @param start Number of the last entry that went before.
 * @param old Numbers of the entries from before that time.
 * @param future Numbers of the entries whose time has not come yet.
 */
export function cutOf(start: number, old: readonly number[], future: readonly number[]): number {
  const untimely = future.toSorted((a, b) => a - b);
  let [cut, best, passed] = [start, 0, 0];
  for (const [index, seq] of old.toSorted((a, b) => a - b).entries()) {
    while ((untimely[passed] ?? Number.POSITIVE_INFINITY) < seq) passed += 1;
    const aged = index + 1;
    const others = seq - start - aged - passed;
    if (aged - others > best) [cut, best] = [seq, aged - others];
  }
  return cut;
}
