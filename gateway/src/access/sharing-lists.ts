import {
  fieldText,
  parseTime,
  stateKeys,
  type ConsentState,
  type CrossingState,
  type RequestState,
  type ResourceState,
  type StandingState,
} from '@lianpiao/chaincode/domain';
import { isSupervisor } from '../access-policy';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import type { PseudonymAt } from '../sign-in/pseudonyms';
import type { Principal } from '../stores/access-store';
import type { PayloadStore } from '../stores/payload-store';

/** Acts that one page looks at, at most: for who has few among many it comes back short, with the place to go on from. */
const LOOKED_AT = 5000;
const READ_AT_ONCE = 500;

type Listed = ConsentState | CrossingState | RequestState | StandingState;

interface KindOf<State extends Listed> {
  /** The entry that each of the kind begins with; its subject is the id. */
  readonly begins: string;
  /** What the API calls its id. */
  readonly id: string;
  readonly state: (id: string) => string;
  /** Whom it concerns beside the controller of its resource. */
  readonly parties: (state: State) => readonly string[];
  /** What its record says to those it concerns. */
  readonly said: readonly string[];
}

const KINDS = {
  request: {
    id: 'request',
    begins: 'request.made',
    state: stateKeys.request,
    parties: ({ consumer }: RequestState) => [consumer],
    said: ['purpose', 'fields', 'why'],
  },
  consent: {
    id: 'consent',
    begins: 'consent.given',
    state: stateKeys.consent,
    parties: ({ collector }: ConsentState) => [collector],
    said: ['purpose'],
  },
  crossing: {
    id: 'approval',
    begins: 'crossing.approved',
    state: stateKeys.crossing,
    parties: ({ consumer }: CrossingState) => [consumer],
    said: ['legalBasis'],
  },
  standing: {
    id: 'standing',
    begins: 'standing.opened',
    state: stateKeys.standing,
    parties: ({ provider, consumer }: StandingState) => [provider, consumer],
    said: ['purpose', 'fields'],
  },
} as const;
export type SharingKind = keyof typeof KINDS;

/** Whether something is shown. @param controller of the resource that it is about. */
type Shows = (state: Listed, controller: string | null) => boolean;

interface PageOf {
  /** A sequence, as `next` of the page before. */
  readonly before: number | undefined;
  readonly limit: number;
}

interface SharingListsParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly clock: () => number;
}

interface ListPage {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

/** Requests, consents, approvals of use abroad and standing grants, newest first: all for supervisors, for others those that concern them. */
export class SharingLists {
  readonly #parts: SharingListsParts;

  constructor(parts: SharingListsParts) {
    this.#parts = parts;
  }

  /** @param only members of the state that have to have these values. */
  list(
    principal: Principal,
    kind: SharingKind,
    { only = {}, ...page }: PageOf & { readonly only?: Readonly<Record<string, unknown>> },
  ): ListPage {
    const { parties } = KINDS[kind] as KindOf<Listed>;
    return this.#page(kind, page, (state, controller) => {
      const isConcerned = [controller, ...parties(state)].includes(principal.organisation);
      return (isSupervisor(principal) || isConcerned) && agrees(state, only);
    });
  }

  /** Consents of one data subject. @param pseudonymAt their pseudonym at whoever recorded a consent. */
  consentsOf(pseudonymAt: PseudonymAt, page: PageOf): ListPage {
    return this.#page('consent', page, (state) => isOf(state as ConsentState, pseudonymAt));
  }

  #page(kind: SharingKind, { before, limit }: PageOf, shows: Shows): ListPage {
    const items: Record<string, unknown>[] = [];
    let place = before;
    for (let looked = 0; looked < LOOKED_AT; looked += READ_AT_ONCE) {
      const page = place === undefined ? {} : { before: place };
      const acts = this.#parts.ledger.acts({ type: KINDS[kind].begins, limit: READ_AT_ONCE, ...page });
      for (const act of acts) {
        place = act.sequence;
        const item = this.#item(kind, act, shows);
        if (item !== undefined) items.push(item);
        if (items.length === limit) return { items, next: String(place) };
      }
      if (acts.length < READ_AT_ONCE) return { items, next: null };
    }
    return { items, next: String(place) };
  }

  #item(kind: SharingKind, { subject, sequence, entry }: PlacedAct, shows: Shows): Record<string, unknown> | undefined {
    const { id, state: keyOf, said } = KINDS[kind] as KindOf<Listed>;
    const state = this.#parts.ledger.state(keyOf(subject)) as Listed | undefined;
    if (state === undefined) return undefined;
    const controller = this.#controllerOf(state.resource);
    if (!shows(state, controller)) return undefined;
    const fields = this.#parts.payloads.read(sequence)?.fields ?? [];
    const read = (name: string): unknown => JSON.parse(fieldText({ fields }, name) ?? 'null');
    const words = Object.fromEntries(said.map((name) => [name, read(name)]));
    const late = kind === 'request' ? { overdue: this.#isOverdue(state as RequestState) } : {};
    return {
      [id]: subject,
      ...state,
      ...late,
      ...words,
      controller,
      since: entry.time,
      sequence,
    };
  }

  #controllerOf(resource: string): string | null {
    const state = this.#parts.ledger.state(stateKeys.resource(resource)) as ResourceState | undefined;
    return state?.controller ?? null;
  }

  #isOverdue({ status, due }: RequestState): boolean {
    return status === 'open' && this.#parts.clock() >= (parseTime(due) ?? 0);
  }
}

/** True for a state with all the values that are asked for. */
function agrees(state: Listed, only: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(only).every(([name, value]) => value === undefined || state[name as keyof Listed] === value);
}

/** True for a consent of the data subject who has this pseudonym at whoever recorded it. */
export function isOf({ subject, collector }: ConsentState, pseudonymAt: PseudonymAt): boolean {
  return subject === pseudonymAt(collector);
}
