import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { readSecret } from '../../crypto/keys';
import type { FabricIdentity } from './fabric-channel';
import { organisationOf, type FabricNetwork } from './network-file';

/** The identities in whose name this operator signs: a folder with `cert.pem` and `key.pem` for each organisation. */
export class Identities {
  readonly #network: FabricNetwork;
  readonly #known = new Map<string, FabricIdentity>();

  constructor(network: FabricNetwork) {
    this.#network = network;
  }

  /** @throws LedgerError ACTION_FORBIDDEN when this operator does not hold the organisation's identity. */
  require(mspId: string, organisation: string): FabricIdentity {
    const name = `${mspId}/${organisation}`;
    let identity = this.#known.get(name);
    if (identity === undefined) {
      identity = this.#read(mspId, organisation);
      this.#known.set(name, identity);
    }
    return identity;
  }

  #read(mspId: string, organisation: string): FabricIdentity {
    const folder = join(organisationOf(this.#network, mspId).identitiesFolder, organisation);
    if (!isIdentifier(organisation) || !existsSync(folder)) {
      throw new LedgerError('ACTION_FORBIDDEN', { rule: 'identity-held-here', wanted: `an identity of ${organisation}` });
    }
    return {
      mspId,
      organisation,
      certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
      key: createPrivateKey(readSecret(join(folder, 'key.pem'))),
    };
  }
}
