import type { components } from '@lianpiao/gateway/client';

export interface DraftInvoice {
  readonly invoice: string;
  readonly amount: string;
  /** As on the paper, for an invoice that does not name the company. */
  readonly date?: string;
  readonly total?: string;
}
export interface ClaimDraft {
  readonly invoices: readonly DraftInvoice[];
  readonly hours: number;
  readonly reason: string;
}

/** An amount of money with at most two decimals, more than nothing. */
export const AMOUNT = /^(?!0+(?:\.0*)?$)\d{1,12}(?:\.\d{1,2})?$/;

export function bodyOf({ invoices, hours, reason }: ClaimDraft, claim: string): components['schemas']['ReservationRequest'] {
  return {
    claim,
    invoices: invoices.map(({ invoice, amount, date, total }) => ({
      invoice: invoice.trim(),
      amount: amount.trim(),
      currency: 'CNY',
      ...(date ? { date } : {}),
      ...(total ? { total: total.trim() } : {}),
    })),
    leaseSeconds: hours * 3600,
    reason: reason.trim(),
  };
}
