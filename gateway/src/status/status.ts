import type { Logger } from 'pino';
import type { ActRecorder } from '../issuing/act-recorder';
import type { InvoiceFinder } from '../issuing/invoice-finder';
import type { FabricNetwork } from '../ledger/fabric/network-file';
import type { Ledger } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import { StatusStore } from '../stores/status-store';
import type { ProofDesk } from '../verification/proof-desk';
import { StatusDesk } from './status-desk';
import { StatusMap } from './status-map';
import { StatusReader } from './status-reader';
import { StatusSealer } from './status-sealer';

export interface StatusParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly finder: InvoiceFinder;
  readonly acts: ActRecorder;
  readonly proofs: ProofDesk;
  readonly logger: Logger;
  readonly clock: () => number;
  /** The network behind a ledger on Fabric; of one side alone where others have gateways of their own. */
  readonly network: Pick<FabricNetwork, 'organisation'> | undefined;
}

/** The provable status of invoices. */
export interface Status {
  readonly store: StatusStore;
  readonly map: StatusMap;
  readonly sealer: StatusSealer;
  readonly desk: StatusDesk;
}

export function createStatus(folder: string, parts: StatusParts): Status {
  const store = new StatusStore(folder);
  const map = new StatusMap(parts.ledger, parts.payloads, store);
  const reader = new StatusReader(parts);
  const sealer = new StatusSealer({ ...parts, map, reader, isForOthers: parts.network?.organisation !== undefined });
  return { store, map, sealer, desk: new StatusDesk({ ...parts, map, reader, sealer }) };
}
