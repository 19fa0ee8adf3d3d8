import {
  chinaDate,
  claimStatus,
  formatUnits,
  LedgerError,
  lifeOf,
  minorUnits,
  requireClaim,
  viewOf,
} from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Ledger } from '../ledger/ledger';
import { fieldOf, type LifeOpener } from './life-opener';

/** One line of an accounting document, as the company's own books have it. */
export interface AccountingEntry {
  readonly side: 'credit' | 'debit';
  /** General ledger subject 总账科目. */
  readonly subject: string;
  /** Subsidiary ledger subject 明细科目. */
  readonly subsidiary?: string | undefined;
  readonly amount: string;
}

/** An accounting document 记账凭证 by which the company booked an invoice. */
export interface AccountingDocument {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly postingDate: string;
  /** YYYY-MM. */
  readonly period: string;
  readonly summary: string;
  readonly entries: readonly AccountingEntry[];
}

/**
 * The fields that whoever receives an e-invoice books it with (入账信息), by their names in 电子凭证会计数据标准 (Ministry of
 * Finance, toolkit V1.0).
 */
export interface AccountingFields {
  readonly InvoiceNumber: string;
  readonly UnifiedSocialCreditCodeOfAccountingEntity: string;
  readonly NameOfAccountingEntity: string;
  readonly WhetherInvoiceHasBeenChecked: boolean;
  readonly WhetherInvoiceHasBeenBooked: boolean;
  readonly WhetherInvoiceHasBeenPaid: boolean;
  readonly WhetherInvoiceHasBeenDeducted: boolean;
  /** YYYY-MM, of an invoice whose tax was deducted. */
  readonly TaxPeriodOfInvoiceDeduction?: string;
  readonly InformationOfAccountingDocumentsTuple: readonly AccountingDocumentFields[];
}

export interface AccountingDocumentFields {
  readonly NumberOfAccountingDocuments: string;
  readonly PostingDate: string;
  readonly AccountingPeriod: string;
  readonly SummaryOfAccountingDocuments: string;
  readonly InformationOfDebitAndCreditEntryTuple: readonly {
    readonly DebitOrCredit: '借方' | '贷方';
    readonly NameOfGeneralLedgerSubject: string;
    readonly NameOfSubsidiaryLedgerSubject?: string;
    readonly RecordedAmount: string;
  }[];
}

export interface AccountingParts {
  readonly ledger: Ledger;
  readonly opener: LifeOpener;
  readonly registry: RegistryReader;
  readonly clock: () => number;
}

const BOOKED: ReadonlySet<string> = new Set(['02', '03', '04', '05']);
const SCALE = 2;

/**
 * What a company that claimed an invoice books it with: what the ledger knows of it, and the company's own documents.
 * @throws LedgerError CLAIM_UNKNOWN; CLAIM_STATE_WRONG for a claim that holds nothing any more; INVOICE_UNKNOWN for an
 * invoice that is not in the claim; INVOICE_ERASED; ORGANISATION_UNKNOWN; ACCOUNTING_UNBALANCED when debits and credits of a document differ, or
 * all debits together are not what was claimed.
 */
export function accountingFields(
  { ledger, opener, registry, clock }: AccountingParts,
  company: string,
  claimed: { readonly claim: string; readonly invoice: string; readonly documents: readonly AccountingDocument[] },
): AccountingFields {
  const { amount, status } = heldBy(opener, claimed.claim, claimed.invoice, clock());
  const party = registry.party(company);
  if (party === undefined) throw new LedgerError('ORGANISATION_UNKNOWN', { found: company });
  checkBalance(claimed.documents, amount);
  const { use, booking } = viewOf(opener.state, lifeOf(opener.state, claimed.invoice), clock());
  const deducted = use === 'deducted';
  return {
    InvoiceNumber: claimed.invoice,
    UnifiedSocialCreditCodeOfAccountingEntity: party.taxId ?? '',
    NameOfAccountingEntity: party.name,
    // The ledger opened it when it took the claim: number, content and commitment belong together.
    WhetherInvoiceHasBeenChecked: true,
    WhetherInvoiceHasBeenBooked: BOOKED.has(booking),
    WhetherInvoiceHasBeenPaid: status === 'settled',
    WhetherInvoiceHasBeenDeducted: deducted,
    ...(deducted ? { TaxPeriodOfInvoiceDeduction: deductedIn(ledger, claimed.invoice) } : undefined),
    InformationOfAccountingDocumentsTuple: claimed.documents.map(documentFields),
  };
}

/** What a claim holds of an invoice. */
function heldBy(
  opener: LifeOpener,
  id: string,
  number: string,
  now: number,
): { readonly amount: string; readonly status: string } {
  const claim = requireClaim(opener.state, id);
  const status = claimStatus(claim, now);
  if (status !== 'reserved' && status !== 'settled') throw new LedgerError('CLAIM_STATE_WRONG', { found: status });
  if (!claim.invoices.includes(number)) throw new LedgerError('INVOICE_UNKNOWN', { path: '/invoice' });
  const amounts = fieldOf(opener.recordOf(id, 'claim.reserved'), 'amounts') as
    readonly { readonly invoice: string; readonly amount: string }[] | undefined;
  const amount = amounts?.find(({ invoice }) => invoice === number)?.amount;
  if (amount === undefined) throw new LedgerError('INVOICE_ERASED', { path: '/invoice' });
  return { amount, status };
}

/** Month in China of the last deduction. */
function deductedIn(ledger: Ledger, invoice: string): string {
  const acts = ledger.acts({ subject: invoice, type: 'use.changed', limit: 100 });
  const act = acts.find(({ entry }) => entry.type === 'use.changed' && entry.event === 'deduct');
  return act === undefined ? '' : chinaDate(Date.parse(act.entry.time)).slice(0, 7);
}

function checkBalance(documents: readonly AccountingDocument[], claimed: string): void {
  let all = 0n;
  documents.forEach(({ entries }, index) => {
    const [debit, credit] = [sum(entries, 'debit'), sum(entries, 'credit')];
    if (debit !== credit) throw unbalanced(`/documents/${String(index)}`, credit);
    all += debit;
  });
  if (documents.length > 0 && all !== minorUnits(claimed, '/documents'))
    throw unbalanced('/documents', minorUnits(claimed, '/documents'));
}

function unbalanced(path: string, wanted: bigint): LedgerError {
  return new LedgerError('ACCOUNTING_UNBALANCED', { path, wanted: `debits of ${formatUnits(wanted, SCALE)}` });
}

function sum(entries: readonly AccountingEntry[], side: AccountingEntry['side']): bigint {
  return entries
    .filter((entry) => entry.side === side)
    .reduce((total, { amount }) => total + minorUnits(amount, '/documents'), 0n);
}

function documentFields({ number, postingDate, period, summary, entries }: AccountingDocument): AccountingDocumentFields {
  return {
    NumberOfAccountingDocuments: number,
    PostingDate: postingDate,
    AccountingPeriod: period,
    SummaryOfAccountingDocuments: summary,
    InformationOfDebitAndCreditEntryTuple: entries.map(({ side, subject, subsidiary, amount }) => ({
      DebitOrCredit: side === 'debit' ? '借方' : '贷方',
      NameOfGeneralLedgerSubject: subject,
      ...(subsidiary === undefined ? undefined : { NameOfSubsidiaryLedgerSubject: subsidiary }),
      RecordedAmount: formatUnits(minorUnits(amount, '/documents'), SCALE),
    })),
  };
}
