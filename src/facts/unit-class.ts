const UNKNOWN = 0;
const IN = 1;
const OUT = 2;

/**
 * Whether a UTF-16 unit is one of a class of characters: the expression is asked once for each unit that was ever
 * met, and a table answers from then on. The readers that walk a text unit by unit ask tens of times for each draft.
 */
export function unitClass(pattern: RegExp): (unit: number) => boolean {
  const answers = new Uint8Array(0x10000);
  return (unit) => {
    const known = answers[unit];
    if (known === IN) return true;
    if (known === OUT) return false;
    // Beyond the text's end a unit is NaN, in no class.
    if (known !== UNKNOWN) return false;
    const answer = pattern.test(String.fromCharCode(unit));
    answers[unit] = answer ? IN : OUT;
    return answer;
  };
}
