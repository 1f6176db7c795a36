/** A site's parts by the selectors that find them; a managed policy may put others in their place. */
export type Selectors = Record<string, string>;

/** The selectors of one site, and how a policy's corrections take their place. */
export interface Correctable {
  selectors: Selectors;
  /** Puts these in the place of the built-in ones, and those back that are not named any more. */
  correct(corrections: Readonly<Selectors>): void;
}

/** What is no selector, or of a part that this site does not have, changes nothing. Never throws. */
export function correctable<Parts extends Selectors>(
  builtIn: Parts,
): Correctable & { selectors: Parts } {
  const selectors = { ...builtIn };
  return {
    selectors,
    correct(corrections) {
      Object.assign(selectors, builtIn);
      for (const part in builtIn) {
        const correction = corrections[part];
        if (correction && isSelector(correction)) Object.assign(selectors, { [part]: correction });
      }
    },
  };
}

/** Whether a browser can look for this, alone and joined to others: the end of a text closes what it left open. */
export function isSelector(text: string): boolean {
  try {
    new CSSStyleSheet().insertRule(`${text}{}`);
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
