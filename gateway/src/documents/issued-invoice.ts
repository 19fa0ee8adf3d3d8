import {
  LedgerError,
  type DocumentAdjustment,
  type InvoiceLine,
  type InvoiceTotals,
  type Party,
  type SealedRecord,
  type TaxBreakdownRow,
} from '@lianpiao/chaincode/domain';
import type { InvoiceHeader } from '../issuing/invoice-answer';
import { present } from './imported-invoice';

/** What an issued invoice's papers are made from: the content of its record. docs/formats.md, "Fields of an invoice". */
export interface IssuedInvoice {
  readonly header: InvoiceHeader;
  readonly seller: Party;
  readonly orderReference: string;
  readonly buyer?: Party;
  readonly totals: InvoiceTotals;
  readonly adjustments?: readonly DocumentAdjustment[];
  readonly taxBreakdown?: readonly TaxBreakdownRow[];
  readonly lines: readonly InvoiceLine[];
  readonly note?: string;
}

/** Reads a record of ours. @throws LedgerError INTERNAL when it lacks what every invoice has. */
export function issuedInvoiceOf(record: SealedRecord): IssuedInvoice {
  const values = new Map(record.fields.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
  const lines = [...values].filter(([name]) => name.startsWith('line/')).map(([, line]) => line as InvoiceLine);
  for (const name of ['header', 'seller', 'orderReference', 'totals']) {
    if (!values.has(name)) throw new LedgerError('INTERNAL', { found: `a record without ${name}` });
  }
  return present({
    header: values.get('header') as InvoiceHeader,
    seller: values.get('seller') as Party,
    orderReference: values.get('orderReference') as string,
    buyer: values.get('buyer') as Party | undefined,
    totals: values.get('totals') as InvoiceTotals,
    adjustments: values.get('adjustments') as readonly DocumentAdjustment[] | undefined,
    taxBreakdown: values.get('taxBreakdown') as readonly TaxBreakdownRow[] | undefined,
    lines,
    note: values.get('note') as string | undefined,
  });
}

/** What a test invoice says of itself on every paper. */
export const TEST_MARK = '测试发票，无效力 TEST INVOICE, worth nothing';
/** Who bought when the sale names nobody. */
export const NOBODY = '个人';
