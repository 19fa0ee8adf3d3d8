import type { Context } from 'fabric-contract-api';
import {
  isAccessEntry,
  isCatalogueEntry,
  isUsageEntry,
  LedgerError,
  type Accepted,
  type Entry,
  type Msp,
  type SealedRecord,
} from '../domain';

/** Private data collections: the bureau's peers and those of one other organisation hold the bytes. */
export const COLLECTIONS = { invoices: 'Merchants', sharing: 'DataProviders' } as const satisfies Record<string, Msp>;
export type Collection = keyof typeof COLLECTIONS;

/** Records that stand under one private key: erasing one of them rewrites this many. */
export const RECORDS_PER_CHUNK = 32;

/** What of a chaincode stub private records need. */
export type PrivateStub = Pick<Context['stub'], 'getPrivateData' | 'purgePrivateData' | 'putPrivateData'>;

const CHUNK_DIGITS = 4;

/** Private key of a chunk of a transaction's records; `version` counts the erasures in it. */
export function chunkKey(txId: string, chunk: number, version = 0): string {
  const key = `records/${txId}/${String(chunk).padStart(CHUNK_DIGITS, '0')}`;
  return version === 0 ? key : `${key}.${String(version)}`;
}

/**
 * The collection for a record: its writer's organisation must be able to read it, and Fabric lets members only write. The
 * bureau is a member of both. Contents of invoices never lie with the data providers.
 */
export function collectionOf(type: Entry['type'], msp: Msp): Collection {
  if (type === 'invoice.issued' || msp === 'Merchants') return 'invoices';
  if (msp === 'DataProviders') return 'sharing';
  return isSharing(type) ? 'sharing' : 'invoices';
}

function isSharing(type: Entry['type']): boolean {
  const entry = { type } as Entry;
  return type.startsWith('provenance.') || isAccessEntry(entry) || isCatalogueEntry(entry) || isUsageEntry(entry);
}

/** @throws LedgerError ACTION_FORBIDDEN for whose organisation is no member. */
export function requireMember(collection: Collection, msp: Msp): void {
  if (msp !== 'TaxBureau' && msp !== COLLECTIONS[collection])
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'certificate-of-the-right-organisation', wanted: COLLECTIONS[collection] });
}

/** RFC 8785 text of a list of records; an erased one is null. */
export function recordsText(records: readonly (SealedRecord | null)[]): string {
  // Texts are well formed and members stand in their order, so this is what RFC 8785 asks.
  return JSON.stringify(records.map((record) => record && { fields: record.fields, seed: record.seed }));
}

/** Puts the records behind a transaction's entries where only members of the collection get them. */
export async function putRecords(
  stub: PrivateStub,
  txId: string,
  collection: Collection,
  accepted: readonly Pick<Accepted, 'record'>[],
): Promise<void> {
  const records = accepted.map(({ record }) => record);
  for (let start = 0, chunk = 0; start < records.length; start += RECORDS_PER_CHUNK, chunk += 1) {
    const text = recordsText(records.slice(start, start + RECORDS_PER_CHUNK));
    await stub.putPrivateData(collection, chunkKey(txId, chunk), Buffer.from(text));
  }
}
