import { canonicalJson } from '../encoding/canonical-json';
import type { Digest } from '../encoding/digest';

/** Where the ledger took an entry in. docs/formats.md, "Commit evidence". */
export interface CommitPlace {
  /** Number of the ledger's block: of the embedded ledger from 1, of a Fabric channel from 0. */
  readonly block: number;
  /** Place of the transaction in that block, from 0. On Fabric those that its peers found invalid count too. */
  readonly transaction: number;
  /** Id of the Fabric transaction, 64 hexadecimal characters; an embedded ledger's transactions have none. */
  readonly id?: string;
}

/** The text that stands for one entry in the tree of its block: what whoever attests the block says of that entry. */
export function commitLeafText(place: CommitPlace, index: number, leafHash: Digest): string {
  return canonicalJson({ ...place, index, leaf: `sha256:${leafHash}` });
}

/**
 * The origin of a block's tree. It begins with the log's own, so that evidence serves no other log, and is never equal to it.
 * @param number of the block in which the entries are laid out, from 1: formats.md, "Blocks and transactions".
 */
export function commitOrigin(log: string, number: number): string {
  return `${log}/blocks/${String(number)}`;
}
