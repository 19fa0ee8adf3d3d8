import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFolder } from '../../crypto/keys';
import { PayloadStore } from '../../stores/payload-store';
import { BlockStore } from '../embedded/block-store';
import type { FabricSettings } from '../ledger-settings';
import { openFabricLedger } from './open-fabric-ledger';

export interface PeerComparison {
  /** Blocks whose headers are what the peer's blocks give. */
  readonly same: number;
  /** Number of the first one that is not, or that the peer's blocks do not give. */
  readonly differs?: number;
}

/**
 * Compares a mirror with a new one that is made from the peer's blocks: equal headers say that every entry is in a
 * transaction that the peer has found valid, endorsements and all. Needs room for a second mirror while it runs.
 * @throws LedgerError LEDGER_UNAVAILABLE when the peer does not answer.
 */
export async function compareWithPeer(settings: FabricSettings, folder: string): Promise<PeerComparison> {
  const fresh = mkdtempSync(join(tmpdir(), 'lianpiao-mirror-'));
  const payloads = new PayloadStore(fresh);
  const { ledger } = openFabricLedger(settings, {
    folder: fresh,
    keys: new KeyFolder(join(fresh, 'keys')),
    payloads,
    locate: () => undefined,
    clock: Date.now,
    onFault: () => undefined,
  });
  const [found, wanted] = [new BlockStore(folder, { readonly: true }), new BlockStore(fresh)];
  try {
    await ledger.caughtUp();
    for (let number = 1; ; number += 1) {
      const block = found.blockNumbered(number);
      if (block === undefined) return { same: number - 1 };
      if (wanted.blockNumbered(number)?.headerText !== block.headerText) return { same: number - 1, differs: number };
    }
  } finally {
    for (const store of [found, wanted]) store.close();
    await ledger.end();
    payloads.close();
    rmSync(fresh, { recursive: true, force: true });
  }
}
