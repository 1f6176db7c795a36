/**
 * How long a label of a host becomes for the name servers (RFC 3492, with "xn--" before it): the
 * length alone decides whether X links a host with Japanese letters.
 */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE_POINT = 128;
/** Dots that a host may have besides the full stop (RFC 3490, 3.1). */
const DOTS = /[.\u3002\uFF0E\uFF61]/;

/** Code units of the encoded label; any number above `limit` where it is longer than that. */
export function encodedLength(label: string, limit: number): number {
  if (label.length > 2 * limit) return limit + 1;
  const parts = label.split(DOTS);
  return parts.reduce((sum, part) => sum + encodedPartLength(part), parts.length - 1);
}

function encodedPartLength(part: string): number {
  const points = Array.from(part, (letter) => letter.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < FIRST_CODE_POINT).length;
  if (basic === points.length) return part.length;
  let length = "xn--".length + basic + (basic > 0 ? 1 : 0);
  let delta = 0;
  let next = FIRST_CODE_POINT;
  let bias = FIRST_BIAS;
  for (let handled = basic; handled < points.length; next += 1) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      length += digits(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled += 1;
    }
    delta += 1;
  }
  return length;
}

function digits(delta: number, bias: number): number {
  let rest = delta;
  let count = 1;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return count;
    rest = Math.floor((rest - threshold) / (BASE - threshold));
    count += 1;
  }
}

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

const DELIMITER = "-";

/** A label of a host as people see it: "xn--80ak6aa92e" gives "аррӏе". As given where it does not decode. */
export function decodeLabel(label: string): string {
  if (!/^xn--/i.test(label)) return label;
  const encoded = label.slice("xn--".length).toLowerCase();
  const cut = encoded.lastIndexOf(DELIMITER);
  const points = Array.from(encoded.slice(0, Math.max(0, cut)), (letter) => letter.charCodeAt(0));
  let at = cut + 1;
  let delta = 0;
  let next = FIRST_CODE_POINT;
  let bias = FIRST_BIAS;
  while (at < encoded.length) {
    const before = delta;
    for (let k = BASE, weight = 1; ; k += BASE) {
      const digit = Number.parseInt(encoded.charAt(at), BASE);
      at += 1;
      // Punycode counts a…z before 0…9, Number.parseInt the other way round.
      const value = Number.isNaN(digit) ? BASE : digit < 10 ? digit + 26 : digit - 10;
      if (value >= BASE) return label;
      delta += value * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapt(delta - before, points.length + 1, before === 0);
    next += Math.floor(delta / (points.length + 1));
    delta %= points.length + 1;
    if (next > 0x10ffff) return label;
    points.splice(delta, 0, next);
    delta += 1;
  }
  return String.fromCodePoint(...points);
}
