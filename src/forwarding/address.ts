/** The collector's address. The build writes it here; see wxt.config.ts. */
export const ENDPOINT: string = "";
