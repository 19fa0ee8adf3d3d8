import {
  canonicalJson,
  fieldText,
  stateKeys,
  type OrganisationState,
  type Party,
  type PartyOpening,
  type TillState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';

/** Name of the field of a registration's record that opens the party digest on the ledger. */
export const OPENING_FIELD = 'opening';

/** Sellers that a platform's lists show at most. */
const MAX_DELEGATORS = 10_000;

/** The registered organisations and tills, with what stands behind their commitments. */
export class RegistryReader {
  readonly #ledger: LedgerReader;
  readonly #payloads: PayloadStore;
  readonly #openings = new Map<string, PartyOpening>();
  readonly #tills = new Map<string, TillState>();

  constructor(ledger: LedgerReader, payloads: PayloadStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
  }

  organisation(id: string): OrganisationState | undefined {
    return this.#ledger.state(stateKeys.organisation(id)) as OrganisationState | undefined;
  }

  till(id: string): TillState | undefined {
    let till = this.#tills.get(id);
    if (till === undefined) {
      till = this.#ledger.state(stateKeys.till(id)) as TillState | undefined;
      // A till's seller never changes.
      if (till !== undefined) this.#tills.set(id, till);
    }
    return till;
  }

  /** The organisation's party as registered, with its salt. */
  opening(organisation: string): PartyOpening | undefined {
    const known = this.#openings.get(organisation);
    if (known !== undefined) return known;
    const act = this.#ledger.acts({ subject: organisation, type: 'organisation.registered', limit: 1 })[0];
    const record = act === undefined ? undefined : this.#payloads.read(act.sequence);
    const text = fieldText(record, OPENING_FIELD);
    if (text === undefined) return undefined;
    const { party, salt } = JSON.parse(text) as { party: Party; salt: string };
    const opening = { text: canonicalJson({ ...party }), salt };
    this.#openings.set(organisation, opening);
    return opening;
  }

  /** The organisation's party: name, tax id, address. */
  party(organisation: string): Party | undefined {
    const opening = this.opening(organisation);
    return opening === undefined ? undefined : (JSON.parse(opening.text) as Party);
  }

  isDelegated(seller: string, agent: string): boolean {
    return this.#ledger.state(stateKeys.delegation(seller, agent)) === true;
  }

  /** Sellers for which an agent may act now. */
  delegatorsOf(agent: string): string[] {
    const granted = this.#ledger.acts({ subject: agent, type: 'delegation.granted', limit: MAX_DELEGATORS });
    const sellers = granted.flatMap(({ entry }) => (entry.type === 'delegation.granted' ? [entry.seller] : []));
    return [...new Set(sellers)].filter((seller) => this.isDelegated(seller, agent));
  }

  /** The seller behind a till, opened; for a till that nobody knows, an opening that opens nothing. */
  sellerOf(till: unknown): PartyOpening {
    const state = typeof till === 'string' ? this.till(till) : undefined;
    return (state === undefined ? undefined : this.opening(state.seller)) ?? NO_OPENING;
  }
}

// The rules refuse an unknown till before they look at its seller.
const NO_OPENING: PartyOpening = { text: '{}', salt: '' };
