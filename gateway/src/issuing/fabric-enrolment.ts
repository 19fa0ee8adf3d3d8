import { X509Certificate } from 'node:crypto';
import { LedgerError, mspOfRole, stateKeys, type Role } from '@lianpiao/chaincode/domain';
import { organisationIn } from '../ledger/fabric/certificate-organisation';
import { certificateOf, heldKeyOf, type EnrolmentNetwork } from '../ledger/fabric/enrolment';
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

/**
 * On Fabric an organisation has a certificate of its MSP, and a seller lets the operator issue for it. Where one operator holds
 * the seller's key, the delegation comes with the registration; otherwise the seller grants it at a gateway of its own side.
 */
export class FabricEnrolment implements Enrolment {
  readonly #parts: FabricEnrolmentParts;

  constructor(parts: FabricEnrolmentParts) {
    this.#parts = parts;
  }

  /**
   * @throws LedgerError IDENTITY_ELSEWHERE when another side's organisation has not handed its certificate over,
   * CERTIFICATE_REFUSED when that one names another organisation, ORGANISATION_UNKNOWN for a seller while the operator to
   * which it would delegate is not registered.
   */
  async publicKeyOf(organisation: string, role: Role): Promise<string> {
    const { network, ledger, operator } = this.#parts;
    const certificate = await certificateOf(network, mspOfRole(role), organisation);
    const named = organisationIn(certificate);
    if (named !== organisation) {
      throw new LedgerError('CERTIFICATE_REFUSED', {
        rule: 'certificate-of-this-organisation',
        found: named,
        wanted: organisation,
      });
    }
    if (this.#delegates(organisation, role) && ledger.state(stateKeys.organisation(operator)) === undefined) {
      throw new LedgerError('ORGANISATION_UNKNOWN', { rule: 'operator-first', found: operator });
    }
    return new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  async registered(organisation: string, role: Role, actor: Actor): Promise<void> {
    const agent = this.#parts.operator;
    if (!this.#delegates(organisation, role)) return;
    await this.#parts.acts.record(organisation, { type: 'delegation.granted', seller: organisation, agent }, actor);
  }

  /** True for a seller in whose name this gateway can delegate. */
  #delegates(organisation: string, role: Role): boolean {
    const { network, operator } = this.#parts;
    return sells(role) && organisation !== operator && heldKeyOf(network, mspOfRole(role), organisation) !== undefined;
  }
}
