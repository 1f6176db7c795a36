/** What there is to know before a machine is asked for its settings. */
export interface FirstRun {
  /** How the extension came here, in the browser's words; "admin": an organisation put it here. */
  installType(): Promise<string>;
  /** Resolves when the browser has said for certain whether there is a managed policy. */
  certain: Promise<void>;
  /** Whether a policy is managed, or was ever set on this machine, be it to nothing. */
  isSetUp(): boolean;
  open(): Promise<unknown>;
}

/**
 * Opens the welcome after an installation on a machine that nobody has set up. Where an organisation
 * put the extension the writer is asked nothing, however late its policy comes.
 */
export async function welcome({ installType, certain, isSetUp, open }: FirstRun): Promise<void> {
  if ((await installType()) === "admin") return;
  await certain;
  if (!isSetUp()) await open();
}
