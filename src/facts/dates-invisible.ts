import { type DateMention, findDates } from "./dates.ts";
import { occursIn } from "./gate.ts";
import type { Span } from "./span.ts";

/** Zero-width spaces, joiners and soft hyphens, which a copy from a web page or a PDF brings along. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/**
 * As `findDates`, and a character that nobody sees inside a date does not hide it (12月5<U+200B>日): the
 * text is read without such characters, and the places are those of the text as it is.
 */
export function findDatesThrough(text: string, at: string | undefined): DateMention[] {
  if (!occursIn(INVISIBLE, text)) return findDates(text, at);
  const places: number[] = [];
  let plain = "";
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charAt(place);
    if (INVISIBLE.test(unit)) continue;
    plain += unit;
    places.push(place);
  }
  const back = ({ start, end }: Span): Span => {
    const from = places[start] ?? text.length;
    return { start: from, end: end > start ? (places[end - 1] ?? from) + 1 : from };
  };
  return findDates(plain, at).map((mention) => {
    const span = back(mention);
    return {
      ...mention,
      ...span,
      text: text.slice(span.start, span.end),
      weekdayAt: mention.weekdayAt && back(mention.weekdayAt),
      monthAt: mention.monthAt && back(mention.monthAt),
      dayAt: back(mention.dayAt),
    };
  });
}
