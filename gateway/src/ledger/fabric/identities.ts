import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTime, isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { readSecret } from '../../crypto/keys';
import type { FabricIdentity } from './fabric-channel';
import { organisationOf, type FabricNetwork } from './network-file';

interface DatedIdentity {
  readonly identity: FabricIdentity;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** The identities in whose name this operator signs: a folder with `cert.pem` and `key.pem` for each organisation. */
export class Identities {
  readonly #network: FabricNetwork;
  readonly #known = new Map<string, DatedIdentity>();

  constructor(network: FabricNetwork) {
    this.#network = network;
  }

  /**
   * A certificate that has run out is read again: a renewed one in its place counts from then on.
   * @throws LedgerError ACTION_FORBIDDEN when this operator does not hold the organisation's identity, CERTIFICATE_REFUSED when
   * its certificate does not count today: peers refuse such a one without a reason.
   */
  require(mspId: string, organisation: string): FabricIdentity {
    const name = `${mspId}/${organisation}`;
    let dated = this.#known.get(name);
    if (dated === undefined || !isValidAt(dated, Date.now())) {
      dated = withDates(this.#read(mspId, organisation));
      if (!isValidAt(dated, Date.now())) {
        const found = `valid from ${formatTime(dated.from)} to ${formatTime(dated.until)}`;
        throw new LedgerError('CERTIFICATE_REFUSED', { rule: 'certificate-of-today', found });
      }
      this.#known.set(name, dated);
    }
    return dated.identity;
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

function withDates(identity: FabricIdentity): DatedIdentity {
  const { validFrom, validTo } = new X509Certificate(identity.certificate);
  return { identity, from: Date.parse(validFrom), until: Date.parse(validTo) };
}

function isValidAt({ from, until }: DatedIdentity, now: number): boolean {
  return from <= now && now <= until;
}
