import type { Role } from '@lianpiao/chaincode/domain';
import type { KeyFolder } from '../crypto/keys';
import type { Actor } from './act-recorder';

/** What an organisation needs beside its entry on the ledger so that this operator can act for it. */
export interface Enrolment {
  /** The key by which the ledger knows the organisation (SPKI, base64); made when there is none. */
  publicKeyOf(organisation: string, role: Role): Promise<string>;
  /** What follows from a registration, in the organisation's own name. */
  registered(organisation: string, role: Role, actor: Actor): Promise<void>;
}

/** On an embedded ledger the operator keeps a key for each organisation, and that is all. */
export class KeyFolderEnrolment implements Enrolment {
  readonly #keys: KeyFolder;

  constructor(keys: KeyFolder) {
    this.#keys = keys;
  }

  async publicKeyOf(organisation: string): Promise<string> {
    return this.#keys.findOrCreate(organisation).publicKey;
  }

  async registered(): Promise<void> {
    // Nothing follows.
  }
}
