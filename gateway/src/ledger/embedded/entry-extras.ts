import { accessSubject, isAccessEntry, type Entry } from '@lianpiao/chaincode/domain';

const BITS_BYTES = 8;

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

/** What an administrative entry is about. */
function subjectOf(entry: Exclude<Entry, { type: 'invoice.issued' }>): string {
  if (isAccessEntry(entry)) return accessSubject(entry);
  switch (entry.type) {
    case 'organisation.registered':
      return entry.organisation;
    case 'till.registered':
    case 'range.assigned':
      return entry.till;
    case 'range.allotted':
      return entry.seller;
    case 'delegation.granted':
    case 'delegation.revoked':
      return entry.agent;
    case 'act.recorded':
      return entry.subject;
  }
}
