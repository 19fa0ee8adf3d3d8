import { lifeOf, type Party } from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { TaxpayerDirectory } from '../issuing/taxpayer-directory';
import type { Ledger, PlacedAct } from '../ledger/ledger';
import type { LifeKind, LifeRow, LifeStore } from '../stores/life-store';
import { fieldOf, type LifeOpener } from './life-opener';

/** The entry that each kind begins with. */
const BEGINNINGS = {
  claim: 'claim.reserved',
  correction: 'correction.requested',
  pledge: 'pledge.made',
} as const satisfies Record<LifeKind, string>;
const PAGE = 500;

export interface LifeListsParts {
  readonly ledger: Ledger;
  readonly opener: LifeOpener;
  readonly registry: RegistryReader;
  readonly taxpayers: TaxpayerDirectory;
  readonly store: LifeStore;
}

/**
 * Lists of claims, corrections and pledges, by whom they concern. The ledger hides holders and financiers, so the lists are
 * made from the records that this gateway holds; what is new is taken in when somebody asks.
 */
export class LifeLists {
  readonly #parts: LifeListsParts;

  constructor(parts: LifeListsParts) {
    this.#parts = parts;
  }

  /**
   * Ids, newest first.
   * @param organisation whose; undefined for supervisors, who see all.
   * @param before a sequence, as `next` of the page before.
   */
  list(
    kind: LifeKind,
    organisation: string | undefined,
    before: number,
    limit: number,
  ): { readonly ids: readonly string[]; readonly next: string | null } {
    this.#catchUp(kind);
    const rows = this.#parts.store.list(kind, organisation === undefined ? undefined : this.#names(organisation), before, limit);
    return { ids: rows.map(({ id }) => id), next: rows.length < limit ? null : String(rows.at(-1)?.sequence) };
  }

  /** As whom an organisation is known: by its id, by its taxpayer's id, and for whom it may act. */
  #names(organisation: string): string[] {
    const { registry } = this.#parts;
    const taxId = registry.party(organisation)?.taxId;
    const sellers = registry.delegatorsOf(organisation);
    return [organisation, ...sellers].map((id) => `org:${id}`).concat(taxId === undefined ? [] : [this.#taxpayer(taxId)]);
  }

  /** The id itself is not kept: an erased invoice leaves no name behind. */
  #taxpayer(taxId: string): string {
    return `tax:${this.#parts.taxpayers.fingerprint(taxId, false)}`;
  }

  #catchUp(kind: LifeKind): void {
    const { ledger, store } = this.#parts;
    for (;;) {
      const acts = ledger.acts({ type: BEGINNINGS[kind], after: store.seen(kind), limit: PAGE });
      const last = acts.at(-1);
      if (last === undefined) return;
      store.add(
        kind,
        acts.map((act) => this.#row(kind, act)),
        last.sequence,
      );
    }
  }

  #row(kind: LifeKind, { sequence, subject, entry }: PlacedAct): LifeRow {
    const { opener } = this.#parts;
    const record = opener.recordOf(subject, BEGINNINGS[kind]);
    const hidden = fieldOf(record, kind === 'claim' ? 'holder' : 'financier') as { organisation: string } | undefined;
    const buyer = (fieldOf(record, 'red') as { buyer?: Party } | undefined)?.buyer?.taxId;
    const names = [
      'seller' in entry ? `org:${entry.seller}` : undefined,
      hidden === undefined ? undefined : `org:${hidden.organisation}`,
      buyer === undefined ? undefined : this.#taxpayer(buyer),
      ...(kind === 'correction' && 'invoice' in entry ? this.#holders(entry.invoice) : []),
    ];
    return { sequence, kind, id: subject, parties: names.filter((name) => name !== undefined) };
  }

  /** Whoever has claims on an invoice hears of its corrections. */
  #holders(invoice: string): string[] {
    const { opener } = this.#parts;
    return (lifeOf(opener.state, invoice)?.claims ?? []).flatMap((claim) => {
      const holder = fieldOf(opener.recordOf(claim, 'claim.reserved'), 'holder') as { organisation: string } | undefined;
      return holder === undefined ? [] : [`org:${holder.organisation}`];
    });
  }
}
