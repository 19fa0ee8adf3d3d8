/** Key of the texts that a transaction took into the ledger, in their order: a JSON array of texts. */
export function batchKey(txId: string): string {
  return `batch/${txId}`;
}
