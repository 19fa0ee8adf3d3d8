import { createPrivateKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { BlockStore } from '../embedded/block-store';
import { OPERATOR_KEY } from '../embedded/build-blocks';
import type { LedgerOptions } from '../ledger-options';
import type { FabricSettings } from '../ledger-settings';
import { BlockFollower } from './block-follower';
import { enrol } from './enrolment';
import type { FabricChannel, FabricIdentity } from './fabric-channel';
import { FabricLedger } from './fabric-ledger';
import type * as MaintainedClient from './gateway-channel';
import { Identities } from './identities';
import { LazyChannel } from './lazy-channel';
import { Mirror } from './mirror';
import type * as OlderClient from './network-channel';
import { readNetworkFile, requireSide, type FabricNetwork } from './network-file';

/** In whose name blocks are read: a certificate of the organisation's MSP that stands for nobody on the ledger. */
const FOLLOWER = 'block-follower';

export interface OpenedFabricLedger {
  readonly ledger: FabricLedger;
  readonly network: FabricNetwork;
}

/**
 * Opens the mirror in a folder and starts following the peer's blocks; the network may still be away.
 * @throws Error when the network's file cannot be read, or is for the gateway of another organisation.
 */
export function openFabricLedger(settings: FabricSettings, options: LedgerOptions): OpenedFabricLedger {
  const { folder, keys, payloads, onFault } = options;
  const network = readNetworkFile(settings.networkFile);
  requireSide(network, settings.mspId);
  const blocks = new BlockStore(folder);
  const mirror = new Mirror(blocks, payloads, keys.findOrCreate(OPERATOR_KEY));
  const channel = new LazyChannel(() => openChannel(settings, network));
  const follower = new BlockFollower({ source: channel, mirror, chaincode: network.chaincode, onTrouble: onFault });
  const identities = new Identities(network);
  const { operator, batch } = settings;
  const ledger = new FabricLedger({ ...options, blocks, mirror, channel, follower, identities, operator, batch });
  follower.start();
  return { ledger, network };
}

/** Opens a channel by the client that is asked for; only that one is loaded. */
export async function openChannel(
  settings: Pick<FabricSettings, 'client' | 'mspId'>,
  network: FabricNetwork,
): Promise<FabricChannel> {
  const { certificate, privateKey } = await enrol(network, settings.mspId, FOLLOWER);
  const reader: FabricIdentity = {
    mspId: settings.mspId,
    organisation: FOLLOWER,
    certificate,
    key: createPrivateKey(privateKey),
  };
  if (settings.client === 'fabric-gateway') {
    const { GatewayChannel } = load('./gateway-channel') as typeof MaintainedClient;
    return new GatewayChannel(network, reader);
  }
  const { openNetworkChannel } = load('./network-channel') as typeof OlderClient;
  return openNetworkChannel(network, reader);
}

/** Each client brings some megabytes and its own gRPC: a process has the one that it uses. */
const load = createRequire(__filename);
