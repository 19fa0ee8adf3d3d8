import { refusalWhileHeld } from '../keeping/hold';
import { EmbeddedLedger } from './embedded/embedded-ledger';
import type { FabricNetwork } from './fabric/network-file';
import { openFabricLedger } from './fabric/open-fabric-ledger';
import type { Ledger, Submission } from './ledger';
import type { LedgerOptions } from './ledger-options';
import type { LedgerSettings } from './ledger-settings';

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** Resolves when reads show what was committed before the call; rejects when the network does not answer. */
  caughtUp(): Promise<void>;
  /** How commands are best gathered: at most so many in a transaction, so many transactions side by side. */
  readonly groups: {
    readonly groupSize: number;
    readonly atOnce?: number;
    readonly lanesOf?: (submission: Submission) => readonly string[];
    readonly lanesAtMost?: number;
  };
  /** The network behind a ledger on Fabric. */
  readonly network?: FabricNetwork;
}

/** Measured: docs/performance.md. */
const EMBEDDED_GROUP = 2048;
const FABRIC_GROUPS_AT_ONCE = 8;
/** Tills of one transaction: each costs a peer a millisecond, whatever it sold, and what one has the others' transactions cannot have. */
const FABRIC_LANES_AT_MOST = 32;
/** With small transactions, so many invoices are under way together all the same. */
const FABRIC_INVOICES_AT_ONCE = 256;

/** Opens the ledger that the settings name. */
export function openLedger(settings: LedgerSettings, options: LedgerOptions): OpenedLedger {
  if (settings.kind === 'embedded') {
    const ledger = new EmbeddedLedger({ ...options, refusal: refusalWhileHeld(options.folder) });
    return { ledger, groups: { groupSize: EMBEDDED_GROUP }, caughtUp: () => Promise.resolve() };
  }
  const { ledger, network } = openFabricLedger(settings, options);
  const atOnce = Math.max(FABRIC_GROUPS_AT_ONCE, Math.ceil(FABRIC_INVOICES_AT_ONCE / settings.batch));
  const lanesOf = (one: Submission): readonly string[] => ledger.lanesOf(one);
  const groups = { groupSize: settings.batch, atOnce, lanesOf, lanesAtMost: FABRIC_LANES_AT_MOST };
  return { ledger, network, groups, caughtUp: () => ledger.caughtUp() };
}
