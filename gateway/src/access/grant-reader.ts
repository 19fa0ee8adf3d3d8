import {
  chainRefusal,
  grantChain,
  LedgerError,
  stateKeys,
  type GrantState,
  type LedgerState,
  type ResourceState,
} from '@lianpiao/chaincode/domain';
import { isSupervisor } from '../access-policy';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import { viewOf } from './ledger-view';
import type { GrantTerms } from './terms';
import type { TermsReader } from './terms-reader';

/** What holds now, the term and the grants above included. */
export type EffectiveStatus = 'active' | 'consent-withdrawn' | 'expired' | 'not-approved' | 'paused' | 'pending' | 'revoked';

/** A grant as its parties and supervisors see it. */
export interface GrantView extends Omit<GrantState, 'parent' | 'pausedBy'> {
  readonly grant: string;
  readonly parent: string | null;
  readonly effective: EffectiveStatus;
  readonly terms: GrantTerms;
  readonly grantedAt: string;
  readonly sequence: number;
}

const EFFECTIVE = {
  GRANT_REVOKED: 'revoked',
  GRANT_EXPIRED: 'expired',
  GRANT_PAUSED: 'paused',
  GRANT_NOT_STARTED: 'pending',
  CONSENT_WITHDRAWN: 'consent-withdrawn',
  CROSSING_NOT_APPROVED: 'not-approved',
} as const satisfies Record<string, EffectiveStatus>;

/** Reads resources and grants: what is public from the ledger, what is private from the records. */
export class GrantReader {
  readonly #ledger: LedgerReader;
  readonly #terms: TermsReader;
  readonly #clock: () => number;
  readonly #state: Pick<LedgerState, 'get'>;

  constructor(ledger: LedgerReader, terms: TermsReader, clock: () => number) {
    this.#ledger = ledger;
    this.#terms = terms;
    this.#clock = clock;
    this.#state = viewOf(ledger);
  }

  resource(id: string): ResourceState | undefined {
    return this.#ledger.state(stateKeys.resource(id)) as ResourceState | undefined;
  }

  /** Resources as the catalogue shows them, newest first. */
  catalogue(before: number | undefined, limit: number): Record<string, unknown>[] {
    const acts = this.#ledger.acts({ type: 'resource.registered', limit, ...(before === undefined ? undefined : { before }) });
    return acts.map((act) => this.#catalogued(act));
  }

  catalogueEntry(resource: string): Record<string, unknown> | undefined {
    const act = this.#ledger.acts({ subject: resource, type: 'resource.registered', limit: 1 })[0];
    return act === undefined ? undefined : this.#catalogued(act);
  }

  #catalogued({ subject: resource, entry, sequence }: PlacedAct): Record<string, unknown> {
    const { title, description, fields } = this.#terms.resource(resource);
    return { resource, ...this.resource(resource), title, description, fields, registeredAt: entry.time, sequence };
  }

  /**
   * Grants that a caller may see, newest first: all for supervisors, those of a resource for its owner and controller,
   * otherwise those that its organisation gave or got.
   * @throws LedgerError RESOURCE_UNKNOWN.
   */
  list(principal: Principal, resource: string | undefined, before: number | undefined, limit: number): GrantView[] {
    return this.#acts(principal, resource, { limit, ...(before === undefined ? undefined : { before }) }).map((act) =>
      this.#view(act),
    );
  }

  #acts(principal: Principal, resource: string | undefined, page: { limit: number; before?: number }): readonly PlacedAct[] {
    if (resource !== undefined) {
      const state = this.resource(resource);
      const own = state?.controller === principal.organisation || state?.owner === principal.organisation;
      if (state === undefined || !(own || isSupervisor(principal)))
        throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource' });
      return this.#ledger.acts({ ...page, grants: { member: 'resource', value: resource } });
    }
    if (isSupervisor(principal)) return this.#ledger.acts({ ...page, type: 'grant.granted' });
    // A grant has two different parties, so none comes twice.
    const both = (['provider', 'consumer'] as const).flatMap((member) =>
      this.#ledger.acts({ ...page, grants: { member, value: principal.organisation } }),
    );
    return both.sort((left, right) => right.sequence - left.sequence).slice(0, page.limit);
  }

  /**
   * A grant that the caller may see: its consumer, whoever gave it or one above it, the resource's owner and controller,
   * and supervisors. For others it is not there.
   * @throws LedgerError GRANT_UNKNOWN.
   */
  find(principal: Principal, id: string): GrantView {
    const act = this.#ledger.acts({ subject: id, type: 'grant.granted', limit: 1 })[0];
    if (act === undefined || !this.#maySee(principal, id)) throw new LedgerError('GRANT_UNKNOWN');
    return this.#view(act);
  }

  #maySee({ organisation, role }: Principal, id: string): boolean {
    if (isSupervisor({ role })) return true;
    const chain = grantChain(this.#state, id);
    const resource = this.resource(chain[0]?.grant.resource ?? '');
    const parties = [
      resource?.owner,
      resource?.controller,
      chain[0]?.grant.consumer,
      ...chain.map(({ grant }) => grant.provider),
    ];
    return parties.includes(organisation);
  }

  #view({ subject, entry, sequence }: PlacedAct): GrantView {
    const chain = grantChain(this.#state, subject);
    const { pausedBy: _, parent, ...grant } = (chain[0] as (typeof chain)[number]).grant;
    const refusal = chainRefusal(chain, this.#clock()) as keyof typeof EFFECTIVE | undefined;
    return {
      grant: subject,
      ...grant,
      parent: parent ?? null,
      effective: refusal === undefined ? 'active' : EFFECTIVE[refusal],
      terms: this.#terms.grant(subject),
      grantedAt: entry.time,
      sequence,
    };
  }
}
