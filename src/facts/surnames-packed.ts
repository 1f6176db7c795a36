/**
 * Family names share their first kanji with many others, and most have two: 三上 三井 三浦 三ツ井 are written
 * 三上井浦,ツ井. What is shipped is a third smaller.
 */
export function packSurnames(surnames: readonly string[]): string {
  const byFirst = Map.groupBy(surnames.toSorted(), (surname) => surname.charAt(0));
  return [...byFirst]
    .map(([first, family]) => {
      const rests = family.map((surname) => surname.slice(1));
      const long = rests.filter((rest) => rest.length !== 1).map((rest) => `,${rest}`);
      return first + rests.filter((rest) => rest.length === 1).join("") + long.join("");
    })
    .join(" ");
}

/** What `packSurnames` wrote. */
export function unpackSurnames(packed: string): string[] {
  return packed.split(" ").flatMap((family) => {
    const [short = "", ...long] = family.split(",");
    const first = short.charAt(0);
    return [...short.slice(1), ...long].map((rest) => first + rest);
  });
}
