import {
  ERASURE_ACT,
  invariant,
  LedgerError,
  mspOfRole,
  parseDigest,
  requiredInteger,
  requireEraser,
  stateKeys,
  type Entry,
  type JsonObject,
  type OrganisationState,
  type SealedRecord,
} from '../domain';
import { batchKey } from './batch-key';
import type { LedgerContext } from './ledger-context';
import { chunkKey, collectionOf, RECORDS_PER_CHUNK, recordsText, requireMember, type Collection } from './private-records';
import { executeEntry, readArgument } from './record-entry';

/** Where a record lies: its transaction, the chunk there, the place in the chunk. */
interface Place {
  readonly txId: string;
  readonly chunk: number;
  readonly index: number;
}

interface Chunk {
  readonly version: number;
  readonly records: readonly (SealedRecord | null)[];
}

const MAX_CHUNK = 9999;

/**
 * Erases one record, and records the act. The chunk without it goes under a new private key, the old key is purged on
 * every member's peer, history included; the entry and all proofs of it stay.
 * @param argument facts of the act (`act`, `subject`) with `txId`, `chunk` and `index` of the record, as RFC 8785 text.
 * Transient: `commands`, the act's own record, and `chunk`, the JSON list as it shall be: null in the record's place.
 * @returns the text of the act's entry.
 * @throws LedgerError NOT_FOUND, INVOICE_ERASED, PROVENANCE_ERASED, what {@link requireEraser} throws, or FIELD_INVALID when
 * anything else of the chunk would change.
 */
export async function eraseRecord(ctx: LedgerContext, argument: string): Promise<string> {
  const { txId, chunk, index, ...facts } = readArgument(argument);
  const place = readPlace({ txId, chunk, index });
  if (facts['act'] !== ERASURE_ACT) throw new LedgerError('FIELD_INVALID', { path: '/act', wanted: ERASURE_ACT });
  const entry = await entryAt(ctx, place);
  const allowed = await ctx.state.run((state) => requireEraser(state, entry, facts['subject']));
  if ('thrown' in allowed) throw allowed.thrown;
  const collection = await collectionOfEntry(ctx, entry);
  requireMember(collection, ctx.msp);

  const { version, records } = await currentChunk(ctx, collection, place);
  if (records[place.index] === null)
    throw new LedgerError(entry.type === 'invoice.issued' ? 'INVOICE_ERASED' : 'PROVENANCE_ERASED');
  const rest = recordsText(records.with(place.index, null));
  if (ctx.transientText('chunk') !== rest) throw new LedgerError('FIELD_INVALID', { path: '/chunk', rule: 'rest-unchanged' });

  const act = await executeEntry(ctx, 'act.recorded', facts);
  await ctx.accept([act], collection);
  await ctx.stub.putPrivateData(collection, chunkKey(place.txId, place.chunk, version + 1), Buffer.from(rest));
  await ctx.stub.purgePrivateData(collection, chunkKey(place.txId, place.chunk, version));
  return act.text;
}

function readPlace(object: JsonObject): Place {
  const txId = parseDigest(object['txId']);
  if (txId === undefined) throw new LedgerError('FIELD_INVALID', { path: '/txId', wanted: 'the id of a transaction' });
  return {
    txId,
    chunk: requiredInteger(object, 'chunk', 0, MAX_CHUNK, ''),
    index: requiredInteger(object, 'index', 0, RECORDS_PER_CHUNK - 1, ''),
  };
}

/** The entry whose record lies at a place: records and texts of a transaction have one order. */
async function entryAt({ state }: LedgerContext, { txId, chunk, index }: Place): Promise<Entry> {
  const texts = await state.committed<readonly string[]>(batchKey(txId));
  const text = texts?.[chunk * RECORDS_PER_CHUNK + index];
  if (text === undefined) throw new LedgerError('NOT_FOUND', { path: '/index' });
  return JSON.parse(text) as Entry;
}

/** The collection into which an entry's writer put its record. */
async function collectionOfEntry({ state }: LedgerContext, entry: Entry): Promise<Collection> {
  const writer = writerOf(entry);
  if (writer === undefined) return collectionOf(entry.type, 'TaxBureau');
  const organisation = await state.committed<OrganisationState>(stateKeys.organisation(writer));
  invariant(organisation !== undefined, 'who wrote an entry is registered');
  return collectionOf(entry.type, mspOfRole(organisation.role));
}

function writerOf(entry: Entry): string | undefined {
  if (entry.type === 'provenance.registered') return entry.registrant;
  return entry.type === 'provenance.event' ? entry.organisation : undefined;
}

/** The chunk as the last erasure left it. */
async function currentChunk({ stub }: LedgerContext, collection: Collection, { txId, chunk }: Place): Promise<Chunk> {
  for (let version = 0; version <= RECORDS_PER_CHUNK; version += 1) {
    const bytes = await stub.getPrivateData(collection, chunkKey(txId, chunk, version));
    if (bytes.length > 0) return { version, records: JSON.parse(Buffer.from(bytes).toString('utf8')) as Chunk['records'] };
  }
  throw new LedgerError('NOT_FOUND', { path: '/chunk' });
}
