import { randomBytes } from 'node:crypto';
import { chinaDate, isSameMoney, LedgerError, lifeRules, requireClaim, requirePledge } from '@lianpiao/chaincode/domain';
import type { Actor } from '../issuing/act-recorder';
import type { RegistryReader } from '../issuing/registry-reader';
import { fieldOf, type LifeOpener } from './life-opener';
import type { LifeRecorder } from './life-recorder';

/** One invoice of a claim; `date` and `total` are what stands on the paper, for an invoice that does not name the company. */
export interface ClaimedInvoice {
  readonly invoice: string;
  readonly amount: string;
  readonly currency: string;
  readonly date?: string | undefined;
  readonly total?: string | undefined;
}

export interface ReservationRequest {
  /** Made by us when absent. */
  readonly claim?: string | undefined;
  readonly invoices: readonly ClaimedInvoice[];
  /** A day when absent, or what the rule set allows where that is less. */
  readonly leaseSeconds?: number | undefined;
}

const USUAL_LEASE_SECONDS = 86_400;

export type ClaimEvent = 'release' | 'renew' | 'settle';

export interface ReimbursementDeskParts {
  readonly opener: LifeOpener;
  readonly recorder: LifeRecorder;
  readonly registry: RegistryReader;
  /** True when the invoice's holder has handed it to the company. */
  readonly isHanded: (invoice: string, company: string) => boolean;
}

/** Where a company reserves amounts of invoices, and where receivables are pledged. */
export class ReimbursementDesk {
  readonly #parts: ReimbursementDeskParts;

  constructor(parts: ReimbursementDeskParts) {
    this.#parts = parts;
  }

  /** All of the invoices or none. @returns the claim's id. @throws LedgerError for what the rules refuse. */
  async reserve(caller: string, request: ReservationRequest, actor: Actor): Promise<string> {
    const { opener, recorder } = this.#parts;
    request.invoices.forEach((each, index) => {
      this.#requireShown(caller, each, `/invoices/${String(index)}`);
    });
    const claim = request.claim ?? `claim-${randomBytes(12).toString('hex')}`;
    await recorder.record({
      caller,
      facts: { type: 'claim.reserved', claim },
      asked: {
        salt: newSalt(),
        leaseSeconds: request.leaseSeconds ?? this.#usualLease(),
        amounts: request.invoices.map(({ amount, currency }) => ({ amount, currency })),
      },
      open: () => request.invoices.map(({ invoice }) => opener.open(invoice)),
      takesFrom: request.invoices.map(({ invoice }) => invoice),
      actor,
    });
    return claim;
  }

  /** @throws LedgerError CLAIM_UNKNOWN, CLAIM_NOT_YOURS, CLAIM_FENCE_STALE, CLAIM_EXPIRED, CLAIM_STATE_WRONG. */
  async change(
    caller: string,
    claim: string,
    change: { readonly event: ClaimEvent; readonly fence: number; readonly leaseSeconds?: number | undefined },
    actor: Actor,
  ): Promise<void> {
    const { opener, recorder } = this.#parts;
    const { event, fence, leaseSeconds } = change;
    requireClaim(opener.state, claim);
    await recorder.record({
      caller,
      facts: { type: 'claim.changed', claim, event, fence },
      asked: {
        ...this.#salt(claim, 'claim.reserved', 'holder'),
        ...(event === 'renew' ? { leaseSeconds: leaseSeconds ?? this.#usualLease() } : undefined),
      },
      actor,
    });
  }

  /** @returns the pledge's id. @throws LedgerError for what the rules refuse. */
  async pledge(
    caller: string,
    {
      pledge,
      invoice,
      financier,
    }: { readonly pledge?: string | undefined; readonly invoice: string; readonly financier: string },
    actor: Actor,
  ): Promise<string> {
    const { opener, recorder } = this.#parts;
    const id = pledge ?? `pledge-${randomBytes(12).toString('hex')}`;
    await recorder.record({
      caller,
      facts: { type: 'pledge.made', pledge: id, invoice },
      asked: { financier, salt: newSalt() },
      open: () => [opener.open(invoice)],
      actor,
    });
    return id;
  }

  /** @throws LedgerError PLEDGE_UNKNOWN, PLEDGE_NOT_YOURS, PLEDGE_STATE_WRONG. */
  async releasePledge(caller: string, pledge: string, reason: 'released' | 'settled', actor: Actor): Promise<void> {
    requirePledge(this.#parts.opener.state, pledge);
    const asked = this.#salt(pledge, 'pledge.made', 'financier');
    await this.#parts.recorder.record({ caller, facts: { type: 'pledge.released', pledge, reason }, asked, actor });
  }

  /** Who holds a claim, or lends on a pledge; the record tells, the ledger does not. */
  holderOf(id: string, type: 'claim.reserved' | 'pledge.made'): string | undefined {
    const field = type === 'claim.reserved' ? 'holder' : 'financier';
    return (fieldOf(this.#parts.opener.recordOf(id, type), field) as { organisation: string } | undefined)?.organisation;
  }

  /** The buyer that an invoice names, and whom it was handed, need no more; anybody else shows that it has the paper. */
  #requireShown(caller: string, { invoice, date, total }: ClaimedInvoice, path: string): void {
    const row = this.#parts.opener.find(invoice);
    if (row.buyer !== null && row.buyer === this.#parts.registry.party(caller)?.taxId) return;
    if (this.#parts.isHanded(invoice, caller)) return;
    const shown = date === chinaDate(row.issuedAt) && total !== undefined && isSameMoney(total, row.gross);
    if (!shown) throw new LedgerError('INVOICE_UNKNOWN', { path });
  }

  #usualLease(): number {
    return Math.min(USUAL_LEASE_SECONDS, lifeRules(this.#parts.opener.state).values.maxLeaseSeconds);
  }

  #salt(id: string, type: 'claim.reserved' | 'pledge.made', field: string): { salt?: string } {
    const hidden = fieldOf(this.#parts.opener.recordOf(id, type), field) as { salt: string } | undefined;
    return hidden === undefined ? {} : { salt: hidden.salt };
  }
}

function newSalt(): string {
  return randomBytes(16).toString('hex');
}
