import { fieldText, stateKeys, type Digest, type ExportState, type ResourceState } from '@lianpiao/chaincode/domain';
import { isSupervisor } from '../access-policy';
import type { LedgerReader } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import type { PayloadStore } from '../stores/payload-store';
import type { RunHead, RunTable } from '../stores/run-table';
import { releaseOf } from './run-secret';
import { stateOf, termOf, type RunState, type RunTerm } from './run-state';

/** Runs that one page looks at, at most: for who has few among many it comes back short, with the place to go on from. */
const LOOKED_AT = 5000;
const READ_AT_ONCE = 500;

/** A run whose result needs a permit, without its answer. */
export interface ListedRun extends RunTerm {
  readonly run: string;
  readonly grant: string;
  /** Who asked. */
  readonly consumer: string;
  /** Who controls the resource now, and decides. */
  readonly provider: string;
  readonly resource: string;
  /** `template@version`. */
  readonly template: string;
  readonly input: Digest;
  readonly result: Digest;
  readonly state: RunState;
  /** The act on the ledger that permitted or refused it. */
  readonly decided: { readonly sequence: number; readonly time: string; readonly why: string | null } | null;
}

interface RunFilter {
  readonly grant?: string | undefined;
  readonly state?: RunState | undefined;
  /** A place, as `next` of the page before. */
  readonly before: number | undefined;
  readonly limit: number;
}

interface RunListParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly runs: RunTable;
  readonly clock: () => number;
}

/** Runs whose results need a permit, newest first: a provider's are those on its resources, a consumer's its own. */
export class RunList {
  readonly #parts: RunListParts;

  constructor(parts: RunListParts) {
    this.#parts = parts;
  }

  /** Of all for supervisors: whoever lets one look has named the grant, and written the look down. */
  list(
    principal: Principal,
    { grant, state, before, limit }: RunFilter,
  ): { readonly items: readonly ListedRun[]; readonly next: string | null } {
    const items: ListedRun[] = [];
    let place = before;
    for (let looked = 0; looked < LOOKED_AT; looked += READ_AT_ONCE) {
      const heads = this.#parts.runs.heads(grant, place, READ_AT_ONCE);
      for (const head of heads) {
        place = head.id;
        const item = this.#shown(principal, head);
        if (item !== undefined && (state === undefined || item.state === state)) items.push(item);
        if (items.length === limit) return { items, next: String(place) };
      }
      if (heads.length < READ_AT_ONCE) return { items, next: null };
    }
    return { items, next: String(place) };
  }

  /** Undefined for those of others, and for those that need no permit. */
  #shown(principal: Principal, { id: _, opened, ...facts }: RunHead): ListedRun | undefined {
    const { ledger, clock } = this.#parts;
    const provider = (ledger.state(stateKeys.resource(facts.resource)) as ResourceState | undefined)?.controller ?? '';
    if (!isSupervisor(principal) && ![provider, facts.consumer].includes(principal.organisation)) return undefined;
    const stored = opened();
    const said = ledger.state(stateKeys.export(facts.run)) as ExportState | undefined;
    const state = stateOf(stored, releaseOf(stored), said, clock());
    if (state === 'direct') return undefined;
    return { ...facts, provider, state, ...termOf(stored), decided: this.#decision(facts.run) };
  }

  #decision(run: string): ListedRun['decided'] {
    const act = this.#parts.ledger.acts({ subject: run, limit: 1 })[0];
    if (act === undefined) return null;
    const { sequence, entry } = act;
    const fields = this.#parts.payloads.read(sequence)?.fields ?? [];
    const why = JSON.parse(fieldText({ fields }, 'why') ?? 'null') as string | null;
    return { sequence, time: entry.time, why };
  }
}
