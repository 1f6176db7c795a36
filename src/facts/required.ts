import { USELESS, weightOf } from "./required-choice.ts";
import { kindsOfName, kindsOfRange, withoutCase } from "./required-kinds.ts";
import {
  ANYTHING,
  anyOf,
  inTurn,
  kindsOfWord,
  MOST_STRINGS,
  NOTHING,
  needsOf,
  type Part,
  union,
} from "./required-parts.ts";

/**
 * What a regular expression cannot match without, read off its source: a few strings of one to three units,
 * at least one of which stands in every text that it matches. The prefilter of RE2 (Cox, "Regular
 * Expression Matching with a Trigram Index", 2012) with one list instead of a formula.
 */

/** What a text must hold, so that an expression can match anywhere in it. */
export interface Requirement {
  /** One of these, of one to three UTF-16 units each; null where too many texts hold one, or none is known. */
  strings: readonly string[] | null;
  /** A character of one of these kinds; 0 where none is known. */
  kinds: number;
  /**
   * UTF-16 units from a match's first to its last at most, with what is looked at before and behind it: what is
   * required stands among them. Infinite where no number bounds it.
   */
  reach: number;
}

const UNKNOWN: Requirement = { strings: null, kinds: 0, reach: Number.POSITIVE_INFINITY };

/** What is read off the source; nothing where it has syntax that is not known here. */
export function requirementOf({ source, flags }: RegExp): Requirement {
  // Without u, a character of two units is two characters, and some escapes are plain letters.
  const isPlain = !/[\ud800-\udfff]|\\[pPk]|\\u\{/.test(source);
  if (flags.includes("v") || !(flags.includes("u") || isPlain)) return UNKNOWN;
  const reader = new Reader(source, flags.includes("i"));
  const part = reader.alternatives();
  if (!reader.isWhole()) return UNKNOWN;
  const needs = needsOf(part);
  return {
    strings: needs && weightOf(needs) < USELESS ? [...new Set(needs)] : null,
    kinds: part.kinds,
    reach: part.reach,
  };
}

class Reader {
  private at = 0;
  private isKnown = true;
  private readonly source: string;
  private readonly ignoresCase: boolean;

  constructor(source: string, ignoresCase: boolean) {
    this.source = source;
    this.ignoresCase = ignoresCase;
  }

  /** Whether everything was read, and nothing in it was strange. */
  isWhole(): boolean {
    return this.isKnown && this.at === this.source.length;
  }

  alternatives(): Part {
    const parts = [this.sequence()];
    while (this.take("|")) parts.push(this.sequence());
    return parts.length > 1 ? anyOf(parts) : (parts[0] ?? ANYTHING);
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.isKnown && this.at < this.source.length) {
      const sign = this.peek();
      if (sign === "|" || sign === ")") break;
      const plain = this.plain();
      parts.push(
        plain === ""
          ? this.quantified()
          : { exact: [plain], needs: null, kinds: kindsOfWord(plain), reach: plain.length },
      );
    }
    return inTurn(parts);
  }

  /** Letters up to the next sign, read at once; the last is left to a quantifier that may follow it. */
  private plain(): string {
    if (this.ignoresCase) return "";
    let end = this.at;
    while (end < this.source.length && !isSign(this.source.charCodeAt(end))) end += 1;
    if (end < this.source.length && isQuantifier(this.source.charAt(end))) end -= 1;
    // A character of two units is one to a quantifier.
    if (end > this.at && isHighSurrogate(this.source.charCodeAt(end - 1))) end -= 1;
    const plain = this.source.slice(this.at, Math.max(this.at, end));
    this.at += plain.length;
    return plain;
  }

  private quantified(): Part {
    const part = this.atom();
    if (!isQuantifier(this.peek())) return part;
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(
      this.source.slice(this.at, this.at + 12),
    );
    if (!quantifier) return this.strange();
    const [sign, least = "", comma = "", most = ""] = quantifier;
    this.at += sign.length;
    if (sign.startsWith("?"))
      return { ...part, exact: part.exact && union([part.exact, [""]]), needs: null, kinds: 0 };
    const isEndless = !sign.startsWith("{") || (comma !== "" && most === "");
    const times = isEndless ? Number.POSITIVE_INFINITY : Number(most || least);
    // Endless things no times take no room: the product would be no number.
    const reach = times === 0 ? 0 : part.reach * times;
    const min = sign.startsWith("+") ? 1 : Number(least);
    if (min === 0) return { ...ANYTHING, reach };
    if (min === 1 && most === "1") return part;
    const repeated = inTurn(new Array<Part>(Math.min(min, 3)).fill(part));
    const isOneCount = comma === "" && !sign.startsWith("+") && min <= 3;
    return isOneCount ? repeated : { ...repeated, exact: null, needs: needsOf(repeated), reach };
  }

  private atom(): Part {
    if (this.take("(")) return this.group();
    if (this.take("[")) return this.characterClass();
    if (this.take("\\")) return this.escape();
    if (this.take("^") || this.take("$")) return NOTHING;
    if (this.take(".")) return ANYTHING;
    if (/[*+?{}\]]/.test(this.peek())) return this.strange();
    return this.literal(this.character());
  }

  private group(): Part {
    const head = this.groupHead();
    if (head === null) return this.strange();
    this.at += head.length;
    const inner = this.alternatives();
    if (!this.take(")")) return this.strange();
    if (head.endsWith("!")) return { ...NOTHING, reach: inner.reach };
    // What is looked for beside the match stands in the text too, but takes no room in the match.
    if (head.endsWith("=")) return { ...inner, exact: [""], needs: needsOf(inner) };
    return inner;
  }

  /** "" for a bare bracket, null for a kind that is not known. */
  private groupHead(): string | null {
    if (this.peek() !== "?") return "";
    if (this.source.startsWith("?:", this.at)) return "?:";
    return /^\?(?:[=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 24))?.[0] ?? null;
  }

  private escape(): Part {
    const sign = this.peek();
    if (sign === "b" || sign === "B") {
      this.at += 1;
      return NOTHING;
    }
    const character = this.escaped();
    if (typeof character === "string") return this.literal(character);
    // What a group matched before may be of any length.
    const isReference = /[1-9k]/.test(sign);
    return {
      ...ANYTHING,
      kinds: character,
      ...(isReference ? { reach: Number.POSITIVE_INFINITY } : {}),
    };
  }

  /** Behind a backslash: one character, or the kinds of the several that it stands for. */
  private escaped(): string | number {
    const rest = this.source.slice(this.at, this.at + 40);
    const code = /^(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/.exec(rest);
    if (code) {
      this.at += code[0].length;
      const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "", 16);
      return value <= 0x10ffff ? String.fromCodePoint(value) : 0;
    }
    const several = /^(?:[dDwWsS]|[pP]\{[^}]{1,36}\}|[1-9]\d?|k<\w+>)/.exec(rest);
    if (several) {
      this.at += several[0].length;
      return this.cased(kindsOfName(several[0]));
    }
    const sign = this.character();
    const control = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v", "0": "\0" }[sign];
    if (control !== undefined) return control;
    if (/[A-Za-z0-9]/.test(sign)) this.strange();
    return sign;
  }

  private characterClass(): Part {
    const isNegated = this.take("^");
    const characters: string[] = [];
    let kinds = 0;
    let isNamed = true;
    let isKnown = true;
    while (this.at < this.source.length && this.peek() !== "]") {
      const first = this.member();
      const isRange = this.peek() === "-" && this.source.charAt(this.at + 1) !== "]";
      if (isRange) this.at += 1;
      const last = isRange ? this.member() : first;
      if (typeof first === "number" || typeof last === "number") {
        isNamed = false;
        if (first === 0 || isRange) isKnown = false;
        if (typeof first === "number") kinds |= first;
        continue;
      }
      kinds |= this.cased(kindsOfRange(codeOf(first), codeOf(last)));
      isNamed = addRange(characters, first, last) && isNamed;
    }
    if (!this.take("]")) return this.strange();
    if (isNegated) return ANYTHING;
    const known = isKnown ? kinds : 0;
    if (!isNamed || characters.length > MOST_STRINGS) return { ...ANYTHING, kinds: known };
    return { ...anyOf(characters.map((character) => this.literal(character))), kinds: known };
  }

  private member(): string | number {
    return this.take("\\") ? this.escaped() : this.character();
  }

  private cased(kinds: number): number {
    return this.ignoresCase ? withoutCase(kinds) : kinds;
  }

  /** Where case is ignored, a letter that has one stands for several; those of ASCII are known. */
  private literal(character: string): Part {
    const code = codeOf(character);
    const kinds = this.cased(kindsOfRange(code, code));
    const lower = character.toLowerCase();
    if (!this.ignoresCase || lower === character.toUpperCase())
      return { exact: [character], needs: null, kinds, reach: character.length };
    if (!/^[a-z]$/.test(lower)) return { ...ANYTHING, kinds };
    // With u, two signs beyond ASCII count as a k and an s (Unicode, CaseFolding.txt).
    const others = lower === "k" ? ["\u212a"] : lower === "s" ? ["\u017f"] : [];
    return { exact: [lower, lower.toUpperCase(), ...others], needs: null, kinds, reach: 1 };
  }

  private character(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    return character;
  }

  private peek(): string {
    return this.source.charAt(this.at);
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at += 1;
    return true;
  }

  private strange(): Part {
    this.isKnown = false;
    return ANYTHING;
  }
}

const SIGNS = new Set(Array.from("^$\\.*+?()[]{}|", (sign) => sign.charCodeAt(0)));

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function isSign(unit: number): boolean {
  return unit < 0x80 && SIGNS.has(unit);
}

function isQuantifier(sign: string): boolean {
  return sign === "?" || sign === "*" || sign === "+" || sign === "{";
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function addRange(characters: string[], first: string, last: string): boolean {
  const from = codeOf(first);
  const to = codeOf(last);
  if (to - from >= MOST_STRINGS) return false;
  for (let code = from; code <= to; code += 1) characters.push(String.fromCodePoint(code));
  return true;
}
