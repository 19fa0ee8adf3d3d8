import type { components } from '@lianpiao/gateway/client';

type AccountingRequest = components['schemas']['AccountingRequest'];

export interface DraftEntry {
  readonly side: 'credit' | 'debit';
  readonly subject: string;
  readonly subsidiary?: string;
  readonly amount: string;
}
/** One accounting document (记账凭证) by which the company booked an invoice of a claim. */
export interface AccountingDraft {
  readonly invoice: string;
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly postingDate: string;
  readonly summary: string;
  readonly entries: readonly DraftEntry[];
}

/** As the API asks for it; the accounting period is the month of the posting. */
export function accountingOf({ invoice, number, postingDate, summary, entries }: AccountingDraft): AccountingRequest {
  return {
    invoice,
    documents: [
      {
        number: number.trim(),
        postingDate,
        period: postingDate.slice(0, 'YYYY-MM'.length),
        summary: summary.trim(),
        entries: entries.map(({ side, subject, subsidiary, amount }) => ({
          side,
          subject: subject.trim(),
          amount: amount.trim(),
          ...(subsidiary?.trim() ? { subsidiary: subsidiary.trim() } : {}),
        })),
      },
    ],
  };
}
