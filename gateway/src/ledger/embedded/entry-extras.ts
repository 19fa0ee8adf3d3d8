import {
  accessSubject,
  catalogueSubject,
  isAccessEntry,
  isCatalogueEntry,
  type AccessEntry,
  type CatalogueEntry,
  type Entry,
  isLifeEntry,
  isUsageEntry,
  lifeSubject,
  usageSubject,
  type LifeEntry,
  type UsageEntry,
} from '@lianpiao/chaincode/domain';

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

type Act = Exclude<Entry, AccessEntry | CatalogueEntry | LifeEntry | UsageEntry | { type: 'invoice.issued' }>;

/** What an entry of each type is about; those of access, of the directory, of use and of an invoice's life say so themselves. */
const SUBJECTS: { readonly [Type in Act['type']]: (entry: Extract<Act, { type: Type }>) => string } = {
  'organisation.registered': ({ organisation }) => organisation,
  'till.registered': ({ till }) => till,
  'till.key-registered': ({ till }) => till,
  'till.key-revoked': ({ till }) => till,
  'outage.closed': ({ till }) => till,
  'range.allotted': ({ seller }) => seller,
  'range.assigned': ({ till }) => till,
  'delegation.granted': ({ agent }) => agent,
  'delegation.revoked': ({ agent }) => agent,
  'act.recorded': ({ subject }) => subject,
  'provenance.registered': ({ digest }) => digest,
  'provenance.event': ({ digest }) => digest,
  'status.sealed': ({ number }) => statusSubject(number),
  'ledger.handed-over': ({ origin }) => origin,
  'ledger.taken-over': ({ digest }) => digest,
};

/** The subject of a seal of the map of statuses, by its number. */
export function statusSubject(number: number): string {
  return `status-${String(number)}`;
}

/** What an administrative entry is about. */
export function subjectOf(entry: Exclude<Entry, { type: 'invoice.issued' }>): string {
  if (isAccessEntry(entry)) return accessSubject(entry);
  if (isCatalogueEntry(entry)) return catalogueSubject(entry);
  if (isUsageEntry(entry)) return usageSubject(entry);
  if (isLifeEntry(entry)) return lifeSubject(entry);
  return (SUBJECTS[entry.type] as (entry: Act) => string)(entry);
}
