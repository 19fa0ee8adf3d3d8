/** What the ledger's state keeps of a content, under `stateKeys.provenance`. */
export type ProvenanceState = {
  /** The organisation that registered it before all others. */
  readonly first: string;
  /** The organisation that has the rights by the ledger: the first one, or whom they were transferred to last. */
  readonly holder: string;
  /**
   * Place in the order of first registrations: its time in milliseconds since 1970, but always above that of every parent
   * (Lamport's clock). Parents have a lower one, so that no content descends from itself.
   */
  readonly order: number;
};
