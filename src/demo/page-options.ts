import { PUBLISHED_PATH, type Publication } from "./publication.ts";

/** What a test may ask of a replica by its address. Runs in the page. */
const query = new URLSearchParams(location.search);

export const options = {
  /** "no-button": it cannot be recognised; "no-editor": nor the editor; "new-markup": neither; others by site. */
  variant: query.get("variant") ?? "",
  lang: query.get("lang") ?? "ja",
  /** Drafts that stand in the composers from the start; more than one make a thread. */
  texts: query.getAll("text"),
  query,
};

export const HAS_NEW_MARKUP = options.variant === "new-markup";
export const HIDES_BUTTON = HAS_NEW_MARKUP || options.variant === "no-button";
export const HIDES_EDITOR = HAS_NEW_MARKUP || options.variant === "no-editor";

/** Picks the page's words; a language without its own gets English, as on the sites. */
export function wordsOf<T>(words: { ja: T; en: T } & Record<string, T>): T {
  return words[options.lang] ?? words.en;
}

const composers = new Map<string, () => string[]>();

/** Lets a test read the editors' models without publishing, by `replica.texts("home")` in the page. */
export function exposeTexts(composer: string, read: () => string[]): void {
  composers.set(composer, read);
}

Object.assign(globalThis, {
  replica: { texts: (composer: string) => composers.get(composer)?.() ?? null },
});

const counts = new Map<string, number>();

/** Tells the server what went out; resolves when the server has it, as a real post would. */
export async function publish(
  items: readonly Omit<Publication, "count" | "item" | "items">[],
): Promise<void> {
  const publications = items.map((item, index): Publication => {
    const count =
      index === 0 ? (counts.get(item.composer) ?? 0) + 1 : (counts.get(item.composer) ?? 1);
    counts.set(item.composer, count);
    return { ...item, item: index, items: items.length, count };
  });
  await fetch(PUBLISHED_PATH, { method: "POST", body: JSON.stringify(publications) });
}
