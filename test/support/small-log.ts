import { hasher, type Digest } from '../../chaincode/src/domain/encoding/digest';
import { formatCheckpoint, formatVerifierKey, keyIdOf, signNote, type TlogProof } from '../../chaincode/src/domain/log';
import { consistencyPath, inclusionPath, merkleRoot } from '../../chaincode/src/domain/merkle';
import { discloseRecord, sealRecord, type SealedRecord } from '../../chaincode/src/domain/record/commitment';
import { leafText } from '../../chaincode/src/domain/record/entry';
import { canonicalJson, type JsonValue } from '../../chaincode/src/domain/encoding/canonical-json';
import {
  makeBundle,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  type Bundle,
  type TrustFile,
} from '../../chaincode/src/domain/verification';
import { testKey, type TestKey } from './node-signatures';

/** A signed log of test invoices, all in memory. */
export class SmallLog {
  readonly key: TestKey;
  readonly vkey: string;
  readonly records: SealedRecord[];
  readonly leaves: string[];
  readonly leafHashes: Digest[];

  constructor(
    readonly origin: string,
    count: number,
    type = 'invoice.issued',
  ) {
    this.key = testKey(origin);
    this.vkey = formatVerifierKey(origin, this.key.publicKey);
    this.records = Array.from({ length: count }, (_, index) => testRecord(index));
    this.leaves = this.records.map((record) =>
      leafText({ commitment: sealRecord(record), time: '2026-03-01T02:03:04.005Z', type }),
    );
    this.leafHashes = this.leaves.map((leaf) => hasher().leafHash(leaf));
  }

  checkpoint(size = this.leaves.length): string {
    const text = formatCheckpoint({ origin: this.origin, size, root: merkleRoot(this.leafHashes.slice(0, size)) });
    return signNote(text, { name: this.origin, keyId: keyIdOf(this.origin, this.key.publicKey) }, this.key);
  }

  proof(index: number, size = this.leaves.length): TlogProof {
    return { index, path: inclusionPath(this.leafHashes.slice(0, size), index), checkpoint: this.checkpoint(size) };
  }

  consistency(oldSize: number, newSize: number): Digest[] {
    return consistencyPath(this.leafHashes.slice(0, newSize), oldSize);
  }

  bundle(index: number, show: (name: string) => boolean = () => true): Bundle {
    const fields = discloseRecord(this.records[index] as SealedRecord, show);
    return makeBundle({ leaf: this.leaves[index] as string, proof: this.proof(index), fields });
  }

  trust(): TrustFile {
    return parseTrustFile({
      mediaType: TRUST_MEDIA_TYPE,
      logs: [{ origin: this.origin, vkey: this.vkey }],
      witnesses: [],
      quorum: 0,
    });
  }
}

function testRecord(index: number): SealedRecord {
  const fields: Record<string, JsonValue> = {
    header: { number: String(index + 1).padStart(20, '0'), issuedAt: '2026-03-01T02:03:04.005Z', currency: 'CNY', test: true },
    'seller/name': `梅记茶馆 "${String(index)}" <&>\u2028\\u2028 😀`,
    lines: [{ name: 'tea', quantity: '2', price: '50.00', flags: [true, false, null, index], '\ufb33': 1, '😂': 2 }],
    totals: { net: '100.00', tax: '13.00', gross: '113.00' },
  };
  return {
    seed: hasher().sha256(`seed ${String(index)}`),
    fields: Object.entries(fields).map(([name, value]) => ({ name, text: canonicalJson(value) })),
  };
}

/** `n` different leaf hashes. */
export function leafHashesOf(count: number): Digest[] {
  return Array.from({ length: count }, (_, index) => hasher().leafHash(`leaf ${String(index)}`));
}

/** The text with one bit of its hexadecimal form turned over. */
export function flipBit(digest: Digest, bit: number): Digest {
  const place = Math.floor(bit / 4);
  const nibble = (parseInt(digest.charAt(place), 16) ^ (1 << (bit % 4))).toString(16);
  return `${digest.slice(0, place)}${nibble}${digest.slice(place + 1)}` as Digest;
}
