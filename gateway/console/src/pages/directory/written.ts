/** The directory's index follows the ledger within moments; a page that is behind is read again so soon. */
const AGAIN_MS = 500;

/** The last sequence that this tab has written into the directory. */
let written = -1;

/** Notes the answer of an act on the directory. */
export function noteWritten({ sequence }: { readonly sequence: number }): void {
  written = Math.max(written, sequence);
}

/**
 * When a list is to be read again: soon, while the index that it comes from has not reached what this tab has written; else not.
 * @param indexed sequences below which the index is complete, for each part of the list that was read.
 */
export function againFor(indexed: readonly number[]): number | false {
  return indexed.some((height) => height <= written) ? AGAIN_MS : false;
}
