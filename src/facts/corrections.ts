import type { Span } from "./span.ts";

/** （誤）12月6日(土), 誤: … */
const WRONG_BEFORE = /誤り?[)）】\]:： 　]{0,3}[「『]?$/;
/** 「12月6日(土)」としましたが、正しくは…; 平成32年とあるのは令和2年と読み替え… */
const WRONG_BEHIND =
  /^[^。\n]{0,16}(?:は誤|と誤って|としましたが|と(?:記載|掲載|表記|投稿|案内|お知らせ)し|とありましたが|とあるのは|読み?替|正しくは|→ ?[（(【]?正)/;

/** Whether a correction quotes these words as what was wrong: it has to say them (guideline 7(1)). */
export function isQuotedAsWrong(text: string, { start, end }: Span): boolean {
  return (
    WRONG_BEFORE.test(text.slice(Math.max(0, start - 8), start)) ||
    WRONG_BEHIND.test(text.slice(end, end + 32))
  );
}
