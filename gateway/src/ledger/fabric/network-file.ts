import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readSecret } from '../../crypto/keys';

const endpoint = z.object({ endpoint: z.string(), tlsName: z.string(), tlsCaFile: z.string() });

const organisation = z.object({
  mspId: z.string(),
  peer: endpoint,
  identitiesFolder: z.string(),
  /** The development authority of this side; absent where that is elsewhere (Fabric CA), or another side's. */
  caFolder: z.string().optional(),
});

const network = z.object({
  channel: z.string(),
  chaincode: z.string(),
  /** MSP id of the one organisation whose gateway the folder is for; absent where one operator holds every side's keys. */
  organisation: z.string().optional(),
  organisations: z.record(z.string(), organisation),
  orderers: z.array(endpoint),
});

/** A host and port with the certificate of whoever signs its TLS certificate. */
export type FabricEndpoint = z.infer<typeof endpoint>;

/**
 * What `./scripts/fabric up`, or `./scripts/fabric gateway` for one organisation, says of a network: where its parts are, and
 * where identities lie. Paths are absolute once it is read.
 */
export type FabricNetwork = z.infer<typeof network>;
export type FabricOrganisation = FabricNetwork['organisations'][string];

/**
 * Relative paths begin at the file's own folder, so a gateway's folder may be moved to its machine.
 * @throws Error when the file cannot be read, is open to others, or is no description of a network.
 */
export function readNetworkFile(path: string): FabricNetwork {
  const parsed = network.safeParse(JSON.parse(readSecret(path).toString('utf8')));
  if (!parsed.success) throw new Error(`${path} describes no Fabric network: ${z.prettifyError(parsed.error)}`);
  return placed(parsed.data, dirname(path));
}

/** @throws Error when the folder was made for the gateway of another organisation. */
export function requireSide({ organisation: own }: FabricNetwork, mspId: string): void {
  if (own !== undefined && own !== mspId)
    throw new Error(`this network.json is for the gateway of ${own}: LIANPIAO_FABRIC_ORGANISATION is ${mspId}`);
}

function placed(found: FabricNetwork, folder: string): FabricNetwork {
  const at = (path: string): string => resolve(folder, path);
  const endpointAt = (one: FabricEndpoint): FabricEndpoint => ({ ...one, tlsCaFile: at(one.tlsCaFile) });
  const organisations = Object.entries(found.organisations).map(([mspId, { peer, identitiesFolder, caFolder, ...rest }]) => {
    const authority = caFolder === undefined ? {} : { caFolder: at(caFolder) };
    return [mspId, { ...rest, peer: endpointAt(peer), identitiesFolder: at(identitiesFolder), ...authority }] as const;
  });
  return { ...found, organisations: Object.fromEntries(organisations), orderers: found.orderers.map(endpointAt) };
}

/** @throws Error naming the MSP that the network does not have. */
export function organisationOf(network: FabricNetwork, mspId: string): FabricOrganisation {
  const organisation = network.organisations[mspId];
  if (organisation === undefined) throw new Error(`the network has no organisation ${mspId}`);
  return organisation;
}

/** PEM of the authority that an endpoint's TLS certificate comes from. */
export function tlsCaOf({ tlsCaFile }: FabricEndpoint): Buffer {
  return readFileSync(tlsCaFile);
}
