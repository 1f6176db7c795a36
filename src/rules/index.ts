import { dateEra } from "./dates/era.ts";
import { dateImpossible } from "./dates/impossible.ts";
import { dateWeekday } from "./dates/weekday.ts";
import { factPhoneTypo } from "./facts/phone-typo.ts";
import { piiMobile } from "./personal/mobile.ts";
import { piiMyNumber } from "./personal/my-number.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the catalogue's order. A new rule is a new file and its line here; a test misses it otherwise. */
export const rules: readonly Rule[] = [
  dateWeekday,
  dateImpossible,
  dateEra,
  factPhoneTypo,
  piiMyNumber,
  piiMobile,
];
