/**
 * What the rules' expressions need, as `packGates` writes it. None here: a process that runs from the source reads it
 * off each expression at its first use. A build puts its own in this module's place (wxt.config.ts), since that takes
 * longer than everything else of a worker's first check.
 */
export const PACKED_GATES = "";
