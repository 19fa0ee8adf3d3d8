import {
  canonicalJson,
  ERASURE_ACT,
  LedgerError,
  mspOfRole,
  stateKeys,
  type Entry,
  type OrganisationState,
  type RecordEntry,
} from '@lianpiao/chaincode/domain';
import type { PayloadStore } from '../../stores/payload-store';
import type { LedgerReader } from '../ledger';
import type { Proposal } from './fabric-channel';
import { RECORDS_PER_CHUNK, type Mirror } from './mirror';
import { endorsersOf } from './proposals';

export interface ErasureSources {
  readonly ledger: Pick<LedgerReader, 'findInvoice' | 'read' | 'state'>;
  readonly mirror: Pick<Mirror, 'transactionAt'>;
  readonly payloads: PayloadStore;
  /** The sequence of an invoice, by an index; undefined when the index does not have it yet. */
  readonly locate: (number: string) => number | undefined;
}

export function isErasure({ facts }: RecordEntry): boolean {
  return facts.type === 'act.recorded' && facts.act === ERASURE_ACT;
}

/**
 * The transaction that erases the record behind an entry: every member's peer forgets the chunk that holds it, and keeps
 * in its place the chunk without it.
 * @throws LedgerError NOT_FOUND when there is no such entry.
 */
export function erasureProposal({ facts, record }: RecordEntry, sources: ErasureSources): Proposal {
  const { type: _type, ...act } = facts as Extract<RecordEntry['facts'], { type: 'act.recorded' }>;
  const sequence = sequenceOf(act.subject, sources);
  const place = sequence === undefined ? undefined : sources.mirror.transactionAt(sequence);
  const [placed] = sequence === undefined ? [] : sources.ledger.read(sequence, 1);
  if (sequence === undefined || place === undefined || placed === undefined)
    throw new LedgerError('NOT_FOUND', { path: '/subject' });

  const offset = sequence - place.first;
  const chunk = Math.floor(offset / RECORDS_PER_CHUNK);
  const start = chunk * RECORDS_PER_CHUNK;
  const records = sources.payloads.readRange(place.first + start, Math.min(RECORDS_PER_CHUNK, place.count - start));
  const rest = records.map((one, index) => {
    return one === undefined || start + index === offset ? null : { fields: one.fields, seed: one.seed };
  });
  return {
    transaction: 'act:erase',
    args: [canonicalJson({ ...act, txId: place.txId, chunk, index: offset - start })],
    transient: { commands: Buffer.from(JSON.stringify({ record })), chunk: Buffer.from(JSON.stringify(rest)) },
    endorsers: endorsersOf(placed.entry.type, mspOfWriter(placed.entry, sources)),
  };
}

const ENTRY_SUBJECT = /^entry-(\d+)$/;

function sequenceOf(subject: string, { locate, ledger }: ErasureSources): number | undefined {
  const [, sequence] = ENTRY_SUBJECT.exec(subject) ?? [];
  return sequence === undefined ? (locate(subject) ?? ledger.findInvoice(subject, 0)?.sequence) : Number(sequence);
}

/** The MSP of whoever wrote an entry: its record lies in the collection that this one can read. */
function mspOfWriter(entry: Entry, { ledger }: ErasureSources): string {
  const writer = 'registrant' in entry ? entry.registrant : entry.type === 'provenance.event' ? entry.organisation : undefined;
  const organisation =
    writer === undefined ? undefined : (ledger.state(stateKeys.organisation(writer)) as OrganisationState | undefined);
  return mspOfRole(organisation?.role ?? 'bureau');
}
