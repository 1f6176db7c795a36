import type { Finding } from "../contract.ts";

/**
 * Carries findings over an edit until the next verdict: those before it stay, those behind it move,
 * those it touched go. So marks neither flicker nor lie while the answer is on its way.
 */
export function shiftFindings(
  findings: readonly Finding[],
  before: string,
  after: string,
): Finding[] {
  if (before === after) return [...findings];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const by = after.length - before.length;
  const moved: Finding[] = [];
  for (const finding of findings) {
    if (finding.end <= head) moved.push(finding);
    else if (finding.start >= before.length - tail) {
      moved.push({
        ...finding,
        start: finding.start + by,
        end: finding.end + by,
        fixes: finding.fixes.map((fix) => ({ ...fix, start: fix.start + by, end: fix.end + by })),
      });
    }
  }
  // A repair that reaches beyond its finding may have been touched where the finding was not.
  const isWhole = ({ start, end }: { start: number; end: number }) =>
    end <= head || start >= after.length - tail;
  // A finding on the whole post (0,0) ends before every edit and stays; the next verdict decides.
  return moved
    .filter((finding) => after.slice(finding.start, finding.end) === finding.text)
    .map((finding) => ({ ...finding, fixes: finding.fixes.filter(isWhole) }));
}
