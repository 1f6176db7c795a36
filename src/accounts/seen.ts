/** An account as a page shows it. On X a handle stands beside every name; on Facebook either may be all there is. */
export interface SeenAccount {
  /** The number in an address. */
  id?: string;
  /** Of its address, without "@". */
  handle?: string;
  name: string;
}

export interface SeenProfile {
  account: SeenAccount;
  /** The addresses that the profile names, whole or as the page shortens them ("city.hoshimi.lg.jp"). */
  addresses: readonly string[];
}
