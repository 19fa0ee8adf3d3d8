import type { KeyFolder } from '../crypto/keys';
import type { PayloadStore } from '../stores/payload-store';
import { EmbeddedLedger } from './embedded/embedded-ledger';
import type { FabricNetwork } from './fabric/network-file';
import { openFabricLedger } from './fabric/open-fabric-ledger';
import type { Ledger } from './ledger';
import type { LedgerSettings } from './ledger-settings';

export interface LedgerOptions {
  readonly folder: string;
  readonly keys: KeyFolder;
  readonly payloads: PayloadStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of a fault of ours, or of the network, that no caller is told of. */
  readonly onFault: (error: unknown) => void;
}

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** Resolves when reads show what was committed before the call; rejects when the network does not answer. */
  caughtUp(): Promise<void>;
  /** The network behind a ledger on Fabric. */
  readonly network?: FabricNetwork;
}

/** Opens the ledger that the settings name. */
export function openLedger(settings: LedgerSettings, options: LedgerOptions): OpenedLedger {
  if (settings.kind === 'embedded') return { ledger: new EmbeddedLedger(options), caughtUp: () => Promise.resolve() };
  const { ledger, network } = openFabricLedger(settings, options);
  return { ledger, network, caughtUp: () => ledger.caughtUp() };
}
