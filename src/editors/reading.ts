/**
 * The text of an editor and where each letter stands in the page, made in one walk: two walks drift
 * apart as soon as the page changes between them.
 */

/** Letters that stand together in one text node, or an element (an emoji picture) that stands for letters. */
interface Piece {
  /** UTF-16 offset in the reading's text. */
  start: number;
  length: number;
  node: Text | Element;
  /** Offset in the text node; 0 for an element. */
  from: number;
}

export interface Position {
  node: Node;
  offset: number;
}

export interface Reading {
  readonly text: string;
  /** The page's range of [start, end); null where these letters have no place (an empty editor). */
  rangeOf(start: number, end: number): { from: Position; to: Position } | null;
  /** The UTF-16 offset of a place in the page; null where it lies outside every letter. */
  offsetAt(node: Node, offset: number): number | null;
}

export class ReadingBuilder {
  readonly #pieces: Piece[] = [];
  /** Where a caret can stand in a line without letters, by offset. */
  readonly #anchors = new Map<number, Position>();
  #text = "";

  newline(): void {
    this.#text += "\n";
  }

  /** The place of a line that may stay empty. */
  anchor(node: Node): void {
    this.#anchors.set(this.#text.length, { node, offset: 0 });
  }

  /** @param isIgnored letters that the editor put there for itself, such as U+200B in a composition */
  letters(node: Text, isIgnored: (letter: string) => boolean = () => false): void {
    const data = node.data;
    let from = 0;
    for (let at = 0; at <= data.length; at++) {
      const letter = data[at];
      if (letter !== undefined && !isIgnored(letter)) continue;
      if (at > from) this.#push(node, from, data.slice(from, at));
      from = at + 1;
    }
  }

  picture(element: Element, text: string): void {
    if (text) this.#push(element, 0, text);
  }

  #push(node: Text | Element, from: number, letters: string): void {
    this.#pieces.push({ start: this.#text.length, length: letters.length, node, from });
    this.#text += letters;
  }

  build(): Reading {
    const pieces = this.#pieces;
    const anchors = this.#anchors;
    return {
      text: this.#text,
      rangeOf(start, end) {
        const first = pieces[lastAt(pieces, start)];
        // A range ends behind its last letter, not before the next piece: that may be another line.
        const last = pieces[lastAt(pieces, Math.max(start, end - 1))];
        const from = place(first, start) ?? anchors.get(start);
        const to = place(last, end) ?? anchors.get(end) ?? from;
        return from && to ? { from, to } : null;
      },
      offsetAt(node, offset) {
        if (node instanceof Text) return offsetInText(pieces, node, offset);
        // A selection beside a picture or in an empty line names the parent and the child's number.
        const next = node.childNodes[offset];
        const after = next && pieces.find((piece) => next.contains(piece.node));
        if (after) return after.start;
        const previous = node.childNodes[offset - 1];
        const before = previous && pieces.findLast((piece) => previous.contains(piece.node));
        if (before) return before.start + before.length;
        for (const [at, anchor] of anchors) if (anchor.node.contains(node)) return at;
        return null;
      },
    };
  }
}

function offsetInText(pieces: readonly Piece[], node: Text, offset: number): number | null {
  for (const piece of pieces) {
    const inside = offset - piece.from;
    if (piece.node === node && inside >= 0 && inside <= piece.length) return piece.start + inside;
    if (piece.node instanceof Element && piece.node.contains(node)) return piece.start;
  }
  return null;
}

/** Index of the last piece that begins at or before an offset; -1 where there is none. */
function lastAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function place(piece: Piece | undefined, offset: number): Position | null {
  if (!piece) return null;
  const inside = offset - piece.start;
  if (inside < 0 || inside > piece.length) return null;
  if (piece.node instanceof Text) return { node: piece.node, offset: piece.from + inside };
  const parent = piece.node.parentNode;
  if (!parent) return null;
  const index = Array.prototype.indexOf.call(parent.childNodes, piece.node);
  return { node: parent, offset: inside === 0 ? index : index + 1 };
}
