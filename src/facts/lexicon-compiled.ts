import { compileLexicons } from "./lexicon-entries.ts";

/** A build puts the result in this module's place (wxt.config.ts), so that a worker starts with nothing to compile. */
export const readLexicons = compileLexicons;
