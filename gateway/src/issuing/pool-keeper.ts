import type { Logger } from 'pino';
import type { FabricNetwork } from '../ledger/fabric/network-file';
import type { LedgerReader } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { RangeKeeper } from './range-keeper';
import type { RegistryReader } from './registry-reader';

export interface PoolKeeperParts {
  readonly ledger: Pick<LedgerReader, 'acts'>;
  readonly registry: RegistryReader;
  readonly ranges: RangeKeeper;
  readonly logger: Logger;
}

const LOOK_MS = 2000;
const PAGE = 500;

/**
 * Follows the numbers that sellers give their tills, and sees to it that the bureau allots more in time: where sellers' gateways
 * do not hold the bureau's key, the bureau's own one has to notice by the ledger. Whoever cannot allot changes nothing.
 */
export class PoolKeeper extends Repeated {
  readonly #parts: PoolKeeperParts;
  #after = -1;

  constructor(parts: PoolKeeperParts) {
    super(parts.logger, LOOK_MS, 'the numbers that sellers have left cannot be looked at');
    this.#parts = parts;
  }

  protected async turn(): Promise<void> {
    for (const seller of this.#assigners()) await this.#parts.ranges.stock(seller);
  }

  /** Sellers that have given numbers to tills since the last look. */
  #assigners(): ReadonlySet<string> {
    const { ledger, registry } = this.#parts;
    const sellers = new Set<string>();
    for (let full = true; full;) {
      const acts = ledger.acts({ type: 'range.assigned', after: this.#after, limit: PAGE });
      for (const { entry, sequence } of acts) {
        const seller = entry.type === 'range.assigned' ? registry.till(entry.till)?.seller : undefined;
        if (seller !== undefined) sellers.add(seller);
        this.#after = sequence;
      }
      full = acts.length === PAGE;
    }
    return sellers;
  }
}

/** Absent where one operator holds every side's keys: there numbers are allotted when they are asked for. */
export function poolKeeperFor(
  network: Pick<FabricNetwork, 'organisation'> | undefined,
  parts: PoolKeeperParts,
): PoolKeeper | undefined {
  return network?.organisation === undefined ? undefined : new PoolKeeper(parts);
}
