import { LedgerError, stateKeys, type GrantGranted, type ResourceState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { CopyMarks, MarkFit } from './copy-mark';

/** Grants of a resource that a copy is compared with, the newest. */
const MAX_GRANTS = 1000;
/** Deviations above chance from which a copy is said to be a grant's: below one in a million for a thousand others. */
const SURE = 6;

/** A grant, and how well the copy's order fits its mark. */
export interface TracedCopy extends MarkFit {
  readonly grant: string;
  readonly consumer: string;
  /** Whether the fit is beyond chance. */
  readonly match: boolean;
}

/** Finds under which grant a copy of a resource's rows left. */
export class CopyTracer {
  readonly #ledger: LedgerReader;
  readonly #marks: CopyMarks;

  constructor(ledger: LedgerReader, marks: CopyMarks) {
    this.#ledger = ledger;
    this.#marks = marks;
  }

  /**
   * The grants of a resource, best fit first.
   * @param rows as they were sent, in the order in which they were found.
   * @throws LedgerError RESOURCE_UNKNOWN, also for who does not control it.
   */
  trace(caller: string, resource: string, rows: readonly string[]): TracedCopy[] {
    const state = this.#ledger.state(stateKeys.resource(resource)) as ResourceState | undefined;
    if (state?.controller !== caller) throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource' });
    const grants = this.#ledger.acts({ grants: { member: 'resource', value: resource }, limit: MAX_GRANTS });
    return grants
      .map(({ entry }) => {
        const { grant, consumer } = entry as GrantGranted;
        const fit = this.#marks.fit(grant, rows);
        return { grant, consumer, ...fit, match: fit.deviations >= SURE };
      })
      .sort((left, right) => right.deviations - left.deviations);
  }
}
