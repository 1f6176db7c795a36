/** The longest row of UTF-16 units of one kind in a text: 0 where none is, 2 where two stand side by side. */
export function longestRun(text: string, isIn: (unit: number) => boolean): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isIn(text.charCodeAt(at))) {
      run += 1;
      if (run > longest) longest = run;
    } else run = 0;
  }
  return longest;
}
