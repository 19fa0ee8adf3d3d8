import { requireClaim } from '../life/apply-claim';
import { requireCorrection } from '../life/apply-correction';
import { requirePledge } from '../life/apply-life';
import type { LifeEntry } from '../life/life-entries';
import { newLife, type ClaimState, type LifeState } from '../life/life-state';
import type { LedgerState } from '../ports/ledger-state';
import { STATUS_AXES, type AxisStatus, type InvoiceStatus } from './status-record';

type Reading = Pick<LedgerState, 'get'>;

/**
 * What the map says of an invoice. States stand as they were written, with the time that ends them: `stateAt` works out what
 * holds, as the rules do.
 */
export function statusOfLife(state: Reading, life: LifeState | undefined): InvoiceStatus {
  const { document, use, booking, correction, pledge, claims, clawback, balance } = life ?? newLife('');
  return {
    document: { state: document },
    correction: correction === undefined ? { state: STATUS_AXES.correction } : correctionOf(state, correction),
    use: { state: use },
    booking: { state: booking },
    claim: strongest(claims.map((id) => requireClaim(state, id))),
    pledge: { state: pledge === undefined ? STATUS_AXES.pledge : 'pledged' },
    amounts: { clawback: clawback ?? false, record: balance === undefined ? null : `sha256:${balance}` },
  };
}

function correctionOf(state: Reading, id: string): AxisStatus {
  const { status, until } = requireCorrection(state, id);
  return until !== undefined && (status === '02' || status === '03') ? { state: status, until } : { state: status };
}

/** What is settled, before what is reserved for longest, before what is over. */
function strongest(claims: readonly ClaimState[]): AxisStatus {
  if (claims.some(({ status }) => status === 'settled')) return { state: 'settled' };
  const ends = claims.filter(({ status }) => status === 'reserved').map(({ until }) => until);
  const last = ends.reduce<string | undefined>(later, undefined);
  if (last !== undefined) return { state: 'reserved', until: last };
  return { state: claims.length === 0 ? STATUS_AXES.claim : 'released' };
}

function later(one: string | undefined, other: string): string {
  return one !== undefined && Date.parse(one) >= Date.parse(other) ? one : other;
}

/** Types of entries that change an invoice's status. */
export const STATUS_ENTRY_TYPES = [
  'use.changed',
  'booking.changed',
  'correction.requested',
  'correction.changed',
  'correction.completed',
  'claim.reserved',
  'claim.changed',
  'pledge.made',
  'pledge.released',
] as const satisfies readonly Exclude<LifeEntry['type'], 'rules.published'>[];

/** The invoices whose status an entry may have changed. @param state one that has taken the entry in. */
export function invoicesOf(state: Reading, entry: LifeEntry): readonly string[] {
  if (entry.type === 'rules.published') return [];
  if ('invoice' in entry) return [entry.invoice];
  if ('claim' in entry) return requireClaim(state, entry.claim).invoices;
  return [
    'correction' in entry ? requireCorrection(state, entry.correction).invoice : requirePledge(state, entry.pledge).invoice,
  ];
}
