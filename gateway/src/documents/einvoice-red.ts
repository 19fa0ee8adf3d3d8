import { isIdentifier, LedgerError, parseDecimal, type InvoiceTotals } from '@lianpiao/chaincode/domain';
import { elementAt, textAt, type XmlElement } from './xml-element';

/** What a red-letter invoice refers to. */
export interface RedReference {
  readonly red: true;
  readonly originalNumber: string;
  readonly confirmationNumber: string;
}

const NUMBER = /^\d{20}$/;

/** The reference of a red-letter invoice (InIssuType N); undefined for a blue one. */
export function readRedReference(root: XmlElement): RedReference | undefined {
  const label = textAt(root, 'Header', 'InherentLabel', 'InIssuType', 'LabelCode');
  if (label === 'Y') return undefined;
  if (label !== 'N') throw new LedgerError('FIELD_INVALID', { path: '/red', wanted: 'InIssuType Y or N' });
  const reference = elementAt(root, 'EInvoiceData', 'SpecificInformation', 'RedEInvoice');
  return {
    red: true,
    originalNumber: number(reference, 'OriginalInvoiceCode', '/originalNumber'),
    confirmationNumber: confirmation(reference),
  };
}

/** @throws LedgerError AMOUNT_SIGN_WRONG: a red letter takes money back. */
export function refuseWrongSign(totals: InvoiceTotals): void {
  for (const key of ['net', 'tax', 'gross'] as const) {
    const units = parseDecimal(totals[key], 13)?.units ?? 0n;
    if (units > 0n || (units === 0n && key !== 'tax')) {
      throw new LedgerError('AMOUNT_SIGN_WRONG', {
        path: `/totals/${key}`,
        rule: 'cn.red-negative',
        wanted: 'a negative amount',
      });
    }
  }
}

/** 20 digits of the bureau's platform, or an id of this ledger. */
function confirmation(reference: XmlElement | undefined): string {
  const text = textAt(reference, 'CreditNoteNumber');
  return isIdentifier(text) ? text : number(reference, 'CreditNoteNumber', '/confirmationNumber');
}

function number(reference: XmlElement | undefined, name: string, path: string): string {
  const text = textAt(reference, name);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, wanted: name });
  if (!NUMBER.test(text)) throw new LedgerError('NUMBER_MALFORMED', { path, wanted: '20 digits' });
  return text;
}
