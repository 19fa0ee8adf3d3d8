import { hasher, parseDigest, verifyInclusion, type Digest } from '@lianpiao/chaincode/domain';
import { SIGNATURE_ALGORITHM, verifySignature } from '../crypto/keys';
import type { Block, BlockHeader } from './block';

/**
 * The ledger's signed word that an entry is durable in it: the entry, its path to the block's root, and the block's
 * signed header. One signature serves all entries of a block. docs/formats.md, "Receipts".
 */
export interface Receipt {
  readonly mediaType: 'application/vnd.lianpiao.receipt.v1+json';
  /** Exact text of the entry. */
  readonly entry: string;
  /** Place in the block, and the RFC 6962 path from there to the block's root. */
  readonly index: number;
  readonly path: readonly Digest[];
  /** Exact text of the block's header. */
  readonly block: string;
  readonly signature: { readonly algorithm: typeof SIGNATURE_ALGORITHM; readonly keyId: string; readonly value: string };
}

export function makeReceipt(block: Block, index: number, path: readonly Digest[]): Receipt {
  return {
    mediaType: 'application/vnd.lianpiao.receipt.v1+json',
    entry: block.entryTexts[index] as string,
    index,
    path,
    block: block.headerText,
    signature: { algorithm: SIGNATURE_ALGORITHM, keyId: block.keyId, value: block.signature },
  };
}

// Answers of one block follow each other and share this part.
let shared = { block: '', value: '', text: '' };

/** The JSON text of a receipt: what JSON.stringify writes, for a third of the work. */
export function receiptText({ mediaType, entry, index, path, block, signature }: Receipt): string {
  if (shared.block !== block || shared.value !== signature.value) {
    const text = `"block":${JSON.stringify(block)},"signature":${JSON.stringify(signature)}}`;
    shared = { block, value: signature.value, text };
  }
  const hashes = path.length === 0 ? '[]' : `["${path.join('","')}"]`;
  return `{"mediaType":"${mediaType}","entry":${JSON.stringify(entry)},"index":${String(index)},"path":${hashes},${shared.text}`;
}

/** Checks a receipt against the ledger operator's public key (SPKI, base64), with nothing else at hand. */
export function verifyReceipt(receipt: Receipt, publicKey: string): boolean {
  const header = JSON.parse(receipt.block) as BlockHeader;
  const root = parseDigest(header.entries);
  return (
    root !== undefined &&
    verifySignature(publicKey, receipt.block, receipt.signature.value) &&
    verifyInclusion({
      leafHash: hasher().leafHash(receipt.entry),
      index: receipt.index,
      size: header.count,
      path: receipt.path,
      root,
    })
  );
}
