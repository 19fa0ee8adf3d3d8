import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSecret } from '../../crypto/keys';

const endpoint = z.object({ endpoint: z.string(), tlsName: z.string(), tlsCaFile: z.string() });

const network = z.object({
  channel: z.string(),
  chaincode: z.string(),
  organisations: z.record(
    z.string(),
    z.object({ mspId: z.string(), peer: endpoint, identitiesFolder: z.string(), caFolder: z.string() }),
  ),
  orderers: z.array(endpoint),
});

/** A host and port with the certificate of whoever signs its TLS certificate. */
export type FabricEndpoint = z.infer<typeof endpoint>;

/** What `./scripts/fabric up` says of a network: where its parts are, and where identities lie. */
export type FabricNetwork = z.infer<typeof network>;
export type FabricOrganisation = FabricNetwork['organisations'][string];

/** @throws Error when the file cannot be read, is open to others, or is no description of a network. */
export function readNetworkFile(path: string): FabricNetwork {
  const parsed = network.safeParse(JSON.parse(readSecret(path).toString('utf8')));
  if (!parsed.success) throw new Error(`${path} describes no Fabric network: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
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
