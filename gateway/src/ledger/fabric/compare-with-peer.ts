import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../crypto/keys';
import { PayloadStore } from '../../stores/payload-store';
import { BlockStore } from '../embedded/block-store';
import type { FabricSettings } from '../ledger-settings';
import { openFabricLedger } from './open-fabric-ledger';

/** How long a peer is waited for that is behind. */
const BEHIND_MS = 5000;

export interface PeerComparison {
  /** Blocks whose headers are what the peer's blocks give. */
  readonly same: number;
  /** Number of the first one that is not, or that the peer's blocks do not give. */
  readonly differs?: number;
}

/**
 * Compares a mirror with a new one that is made from the peer's blocks: equal headers say that every entry is in a
 * transaction that the peer has found valid, endorsements and all. Of a channel that goes on from another ledger, the blocks of
 * that one are compared as a whole, with what the hand-over says of them. Needs room for a second mirror while it runs.
 * @throws LedgerError LEDGER_UNAVAILABLE when the peer does not answer.
 */
export async function compareWithPeer(settings: FabricSettings, folder: string): Promise<PeerComparison> {
  const fresh = mkdtempSync(join(tmpdir(), 'lianpiao-mirror-'));
  const payloads = new PayloadStore(fresh);
  await copyImported(folder, fresh);
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
    await reached(wanted, found.lastNumber());
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

/** A peer may be some blocks behind the one that the mirror follows: what it gives late is not missing. */
async function reached(blocks: BlockStore, number: number): Promise<void> {
  const deadline = Date.now() + BEHIND_MS;
  while (blocks.lastNumber() < number && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The blocks of the ledger that the channel goes on from: the peer does not have them. */
async function copyImported(folder: string, fresh: string): Promise<void> {
  const [from, to] = [new BlockStore(folder, { readonly: true }), new BlockStore(fresh)];
  try {
    const last = from.importedUpTo();
    if (last === undefined) return;
    await to.exclusively(() => {
      for (let number = 1, hash = ''; hash !== last; number += 1) {
        const block = from.blockNumbered(number);
        if (block === undefined) throw new LedgerError('LEDGER_BROKEN', { rule: 'imported-blocks' });
        to.append(block, { references: Buffer.alloc(0), acts: [] });
        hash = block.hash;
      }
      to.noteImport();
    });
  } finally {
    for (const store of [from, to]) store.close();
  }
}
