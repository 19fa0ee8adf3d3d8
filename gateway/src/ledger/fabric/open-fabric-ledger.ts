import { createPrivateKey } from 'node:crypto';
import type { KeyFolder } from '../../crypto/keys';
import type { PayloadStore } from '../../stores/payload-store';
import { BlockStore } from '../embedded/block-store';
import { OPERATOR_KEY } from '../embedded/build-blocks';
import type { FabricSettings } from '../ledger-settings';
import { BlockFollower } from './block-follower';
import { enrol } from './enrolment';
import type { FabricChannel, FabricIdentity } from './fabric-channel';
import { FabricLedger } from './fabric-ledger';
import { Identities } from './identities';
import { LazyChannel } from './lazy-channel';
import { Mirror } from './mirror';
import { readNetworkFile, type FabricNetwork } from './network-file';

/** In whose name blocks are read: a certificate of the organisation's MSP that stands for nobody on the ledger. */
const FOLLOWER = 'block-follower';

export interface FabricLedgerOptions {
  readonly folder: string;
  readonly keys: KeyFolder;
  readonly payloads: PayloadStore;
  readonly clock: () => number;
  readonly onFault: (error: unknown) => void;
}

export interface OpenedFabricLedger {
  readonly ledger: FabricLedger;
  readonly network: FabricNetwork;
}

/** Opens the mirror in a folder and starts following the peer's blocks; the network may still be away. */
export function openFabricLedger(settings: FabricSettings, options: FabricLedgerOptions): OpenedFabricLedger {
  const { folder, keys, payloads, onFault } = options;
  const network = readNetworkFile(settings.networkFile);
  const blocks = new BlockStore(folder);
  const mirror = new Mirror(blocks, payloads, keys.findOrCreate(OPERATOR_KEY));
  const channel = new LazyChannel(() => openChannel(settings, network));
  const follower = new BlockFollower({ source: channel, mirror, chaincode: network.chaincode, onTrouble: onFault });
  const identities = new Identities(network);
  const ledger = new FabricLedger({ ...options, blocks, mirror, channel, follower, identities, operator: settings.operator });
  follower.start();
  return { ledger, network };
}

/** Opens a channel by the client that is asked for; only that one is loaded. */
export async function openChannel(settings: FabricSettings, network: FabricNetwork): Promise<FabricChannel> {
  const { certificate, privateKey } = await enrol(network, settings.mspId, FOLLOWER);
  const reader: FabricIdentity = {
    mspId: settings.mspId,
    organisation: FOLLOWER,
    certificate,
    key: createPrivateKey(privateKey),
  };
  if (settings.client === 'fabric-gateway') {
    const { GatewayChannel } = await import('./gateway-channel.js');
    return new GatewayChannel(network, reader);
  }

  throw new Error('fabric-network: not here yet');
}
