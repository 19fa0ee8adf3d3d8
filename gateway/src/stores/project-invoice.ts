import { fieldText, type InvoiceIssued, type InvoiceTotals, type Party, type SealedRecord } from '@lianpiao/chaincode/domain';
import type { IndexedInvoice } from './index-store';

/**
 * The index's row of an invoice: a function of its ledger entry, its till's seller and its record, so that it can be made
 * again and compared. Of an erased invoice only what the ledger itself says is left.
 */
export function projectInvoice(
  sequence: number,
  entry: InvoiceIssued,
  seller: string,
  record: SealedRecord | undefined,
): IndexedInvoice {
  const value = (name: string): unknown => {
    const text = fieldText(record, name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  };
  const header = value('header') as { currency: string; test: boolean } | undefined;
  return {
    sequence,
    number: entry.number,
    seller,
    till: entry.till,
    buyer: (value('buyer') as Party | undefined)?.taxId ?? null,
    issuedAt: Date.parse(entry.time),
    currency: header?.currency ?? '',
    gross: (value('totals') as InvoiceTotals | undefined)?.gross ?? '',
    test: header?.test === true ? 1 : 0,
  };
}
