import { DOCUMENTS } from "./texts/index.ts";
import type { DocumentText } from "./texts/writer.ts";

/** The page's parts that are no document. */
export const OVERVIEW = "overview";

/** What the address after "#" says: `removal-request?impostor-url=https%3A%2F%2F…`. */
export interface Address {
  /** null: the overview. */
  document: DocumentText | null;
  /** Values for the document's form that another page hands over, by field. */
  values: Readonly<Record<string, string>>;
}

/** Total: what names no document is the overview; what names no field of it is left out. */
export function addressOf(hash: string): Address {
  const [id = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const document = DOCUMENTS.find((one) => one.id === id) ?? null;
  const names = document?.fields.map(({ name }) => name) ?? [];
  const values = [...new URLSearchParams(query)].filter(([name]) => names.includes(name));
  return { document, values: Object.fromEntries(values) };
}
