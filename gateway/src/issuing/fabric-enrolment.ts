import { X509Certificate } from 'node:crypto';
import { LedgerError, mspOfRole, stateKeys, type Role } from '@lianpiao/chaincode/domain';
import { enrol, type EnrolmentNetwork } from '../ledger/fabric/enrolment';
import type { LedgerReader } from '../ledger/ledger';
import type { ActRecorder, Actor } from './act-recorder';
import type { Enrolment } from './enrolment';
import { sells } from './sells';

export interface FabricEnrolmentParts {
  readonly network: EnrolmentNetwork;
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  /** The organisation that issues for the sellers. */
  readonly operator: string;
}

/** On Fabric an organisation has a certificate of its MSP, and a seller lets the operator issue for it. */
export class FabricEnrolment implements Enrolment {
  readonly #parts: FabricEnrolmentParts;

  constructor(parts: FabricEnrolmentParts) {
    this.#parts = parts;
  }

  /** @throws LedgerError ORGANISATION_UNKNOWN for a seller while the operator itself is not registered. */
  async publicKeyOf(organisation: string, role: Role): Promise<string> {
    const { network, ledger, operator } = this.#parts;
    if (this.#delegates(organisation, role) && ledger.state(stateKeys.organisation(operator)) === undefined) {
      throw new LedgerError('ORGANISATION_UNKNOWN', { rule: 'operator-first', found: operator });
    }
    const { certificate } = await enrol(network, mspOfRole(role), organisation);
    return new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  async registered(organisation: string, role: Role, actor: Actor): Promise<void> {
    const agent = this.#parts.operator;
    if (!this.#delegates(organisation, role)) return;
    await this.#parts.acts.record(organisation, { type: 'delegation.granted', seller: organisation, agent }, actor);
  }

  #delegates(organisation: string, role: Role): boolean {
    return sells(role) && organisation !== this.#parts.operator;
  }
}
