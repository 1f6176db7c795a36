import lexicon from "../../assets/lexicons/surnames.json" with { type: "json" };
import { packSurnames } from "./surnames-packed.ts";

/** A build puts the result in this module's place (wxt.config.ts): packed, the list is a third smaller. */
export const readSurnames = () => packSurnames(lexicon.surnames);
