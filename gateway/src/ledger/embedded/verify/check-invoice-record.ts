import { fieldText, referenceFingerprint, type InvoiceIssued, type SealedRecord } from '@lianpiao/chaincode/domain';

interface Header {
  readonly number: string;
  readonly issuedAt: string;
  readonly test: boolean;
  readonly till: string;
  readonly counter: number;
  readonly previous: string;
}

/** What the ledger knows of the seller behind an invoice. */
export interface KnownSeller {
  readonly id: string;
  readonly sandbox: boolean;
  /** RFC 8785 text of the party as registered, when its record could be read. */
  readonly partyText: string | undefined;
}

/**
 * Compares what an invoice's record says with its entry; undefined when they agree, otherwise what differs. The
 * commitment is the caller's matter.
 */
export function invoiceDifference(entry: InvoiceIssued, record: SealedRecord, seller: KnownSeller): string | undefined {
  const text = (name: string): string => fieldText(record, name) ?? 'null';
  const header = JSON.parse(text('header')) as Header;
  if (header.number !== entry.number || header.issuedAt !== (entry.offline?.time ?? entry.time))
    return 'its header is of another entry';
  if (header.test !== seller.sandbox) return 'its test mark is not that of the seller';
  if (!isPlaceOf(header, entry)) return "its place in the till's chain differs";
  if (seller.partyText !== undefined && text('seller') !== seller.partyText) return 'its seller is not the registered one';
  const reference = JSON.parse(text('orderReference')) as string;
  return referenceFingerprint(seller.id, reference) === entry.reference ? undefined : 'its order reference differs';
}

function isPlaceOf({ till, counter, previous }: Header, entry: InvoiceIssued): boolean {
  return till === entry.till && counter === entry.counter && previous === `sha256:${entry.previous}`;
}
