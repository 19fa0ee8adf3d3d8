import type { Entry } from '@lianpiao/chaincode/domain';

/** The subject of the act by which an entry's content is erased; undefined for entries whose record stays. */
export function erasureSubject(entry: Entry, sequence: number): string | undefined {
  if (entry.type === 'invoice.issued') return entry.number;
  return entry.type === 'provenance.registered' || entry.type === 'provenance.event' ? `entry-${String(sequence)}` : undefined;
}
