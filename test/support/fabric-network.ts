import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './run-script';

/** A network's first start, with the programs built already, on a busy machine. */
export const FABRIC_START_MS = 120_000;

/** What network.json says: scripts/lib/fabric/network-file.mjs. */
export interface FabricNetwork {
  readonly folder: string;
  /** Path of network.json. */
  readonly file: string;
  readonly channel: string;
  readonly chaincode: string;
  readonly organisations: Readonly<
    Record<
      string,
      {
        readonly mspId: string;
        readonly peer: { readonly endpoint: string; readonly tlsName: string; readonly tlsCaFile: string };
        readonly identitiesFolder: string;
        readonly caFolder: string;
      }
    >
  >;
}

/** Runs `./scripts/fabric` on a folder; gives what it printed. */
export function runFabric(folder: string, ...args: readonly string[]): Promise<string> {
  return runScript('scripts/lib/fabric/main.mjs', ...args, '--data', folder);
}

/** Starts the network of a folder, or what of it does not run. */
export async function startFabricNetwork(folder: string): Promise<FabricNetwork> {
  await runFabric(folder, 'up');
  const file = join(folder, 'network.json');
  return { folder, file, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<FabricNetwork, 'folder' | 'file'>) };
}

/**
 * The network that all suites of a run share: started by the first that asks, ended with the run. `LIANPIAO_TEST_FABRIC`
 * names its folder; a folder set from outside is left running. Suites keep out of each other's way by names of their own,
 * and leave every process running. Call it in `beforeAll(…, FABRIC_START_MS)`.
 */
export function sharedFabricNetwork(): Promise<FabricNetwork> {
  const folder = process.env['LIANPIAO_TEST_FABRIC'];
  if (folder === undefined) throw new Error('LIANPIAO_TEST_FABRIC is not set: jest.config.cjs names what sets it');
  return startFabricNetwork(folder);
}
