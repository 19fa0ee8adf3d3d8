import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFabric, startFabricNetwork } from './fabric-network';

/** Settings of an instance on one kind of ledger, and how what was started for it ends. */
export interface PreparedLedger {
  readonly env: Record<string, string>;
  end(): Promise<unknown>;
}

/** What a ledger of each kind needs before a gateway can start on it: a Fabric network of its own, or nothing. */
export const LEDGERS: Readonly<Record<'embedded' | 'fabric', () => Promise<PreparedLedger>>> = {
  embedded: () => Promise.resolve({ env: {}, end: () => Promise.resolve() }),
  fabric: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-ledger-'));
    const network = await startFabricNetwork(folder);
    return {
      env: { LIANPIAO_LEDGER: 'fabric', LIANPIAO_FABRIC_NETWORK: network.file },
      end: () => runFabric(folder, 'down', '--purge'),
    };
  },
};
