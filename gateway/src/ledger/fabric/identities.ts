import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatTime, LedgerError } from '@lianpiao/chaincode/domain';
import { readSecret } from '../../crypto/keys';
import { requireHeldKey } from './enrolment';
import type { FabricIdentity } from './fabric-channel';
import type { FabricNetwork } from './network-file';

interface DatedIdentity {
  readonly identity: FabricIdentity;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/**
 * The identities in whose name this operator signs: a folder with `cert.pem` and `key.pem` for each organisation. Of the
 * organisations of other sides it needs none.
 */
export class Identities {
  readonly #network: FabricNetwork;
  readonly #known = new Map<string, DatedIdentity>();

  constructor(network: FabricNetwork) {
    this.#network = network;
  }

  /**
   * A certificate that has run out is read again: a renewed one in its place counts from then on.
   * @throws LedgerError IDENTITY_ELSEWHERE when this operator does not hold the organisation's key, CERTIFICATE_REFUSED when its
   * certificate does not count today: peers refuse such a one without a reason.
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
    const keyFile = requireHeldKey(this.#network, mspId, organisation);
    return {
      mspId,
      organisation,
      certificate: readFileSync(join(dirname(keyFile), 'cert.pem'), 'utf8'),
      key: createPrivateKey(readSecret(keyFile)),
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
