import { accessSubject, isAccessEntry, type AccessEntry, type Entry } from '@lianpiao/chaincode/domain';

/** Bytes of one reference's bits. */
export const BITS_BYTES = 8;

/** First 64 bits of each entry's order reference, so that a start-up can fill its table without reading the entries. */
export function referenceBits(entries: readonly Entry[]): Buffer {
  const bits = Buffer.alloc(entries.length * BITS_BYTES);
  entries.forEach((entry, index) => {
    if (entry.type === 'invoice.issued') bits.write(entry.reference.slice(0, BITS_BYTES * 2), index * BITS_BYTES, 'hex');
  });
  return bits;
}

/** The row of an administrative entry: invoices have none. */
export function actOf(
  entry: Entry,
  text: string,
  sequence: number,
): { sequence: number; type: string; subject: string; text: string }[] {
  if (entry.type === 'invoice.issued') return [];
  return [{ sequence, type: entry.type, subject: subjectOf(entry), text }];
}

type Act = Exclude<Entry, AccessEntry | { type: 'invoice.issued' }>;

/** What an entry of each type is about; those of access say so themselves. */
const SUBJECTS: { readonly [Type in Act['type']]: (entry: Extract<Act, { type: Type }>) => string } = {
  'organisation.registered': ({ organisation }) => organisation,
  'till.registered': ({ till }) => till,
  'range.allotted': ({ seller }) => seller,
  'range.assigned': ({ till }) => till,
  'delegation.granted': ({ agent }) => agent,
  'delegation.revoked': ({ agent }) => agent,
  'act.recorded': ({ subject }) => subject,
  'provenance.registered': ({ digest }) => digest,
  'provenance.event': ({ digest }) => digest,
  'ledger.handed-over': ({ origin }) => origin,
  'ledger.taken-over': ({ digest }) => digest,
};

/** What an administrative entry is about. */
export function subjectOf(entry: Exclude<Entry, { type: 'invoice.issued' }>): string {
  if (isAccessEntry(entry)) return accessSubject(entry);
  return (SUBJECTS[entry.type] as (entry: Act) => string)(entry);
}
