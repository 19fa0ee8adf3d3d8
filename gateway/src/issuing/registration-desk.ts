import { randomBytes } from 'node:crypto';
import {
  parseIdentifier,
  parseParty,
  partyDigest,
  canonicalJson,
  LedgerError,
  type Digest,
  type JsonValue,
  type Role,
} from '@lianpiao/chaincode/domain';
import type { PlacedEntry } from '../ledger/ledger';
import type { Actor, ActRecorder } from './act-recorder';
import type { Enrolment } from './enrolment';
import { OPENING_FIELD } from './registry-reader';
import { sells } from './sells';
import type { TaxpayerDirectory } from './taxpayer-directory';

/** What the bureau says of an organisation it registers. */
export interface Registration {
  readonly organisation: string;
  readonly role: Role;
  readonly sandbox: boolean;
  readonly party: unknown;
  /** Numbers a year, for whoever sells. */
  readonly quota?: number;
}

/** Where the bureau registers organisations, tills and number ranges, and sellers delegate. */
export class RegistrationDesk {
  readonly #acts: ActRecorder;
  readonly #enrolment: Enrolment;
  readonly #taxpayers: TaxpayerDirectory;

  constructor(acts: ActRecorder, enrolment: Enrolment, taxpayers: TaxpayerDirectory) {
    this.#acts = acts;
    this.#enrolment = enrolment;
    this.#taxpayers = taxpayers;
  }

  /** Registers an organisation; on an empty ledger the bureau registers itself. */
  async organisation(caller: string, registration: Registration, actor: Actor): Promise<PlacedEntry> {
    const organisation = parseIdentifier(registration.organisation, '/organisation');
    const party = parseParty(registration.party, '/party');
    const { role } = registration;
    if (sells(role) && party.taxId === undefined) throw new LedgerError('FIELD_MISSING', { path: '/party/taxId' });
    const salt = randomBytes(16).toString('hex');
    const details: Record<string, JsonValue> = { [OPENING_FIELD]: { party: { ...party }, salt } };
    const placed = await this.#acts.record(
      caller,
      {
        type: 'organisation.registered',
        organisation,
        role,
        sandbox: registration.sandbox,
        publicKey: await this.#enrolment.publicKeyOf(organisation, role),
        party: partyDigest({ text: canonicalJson({ ...party }), salt }),
        ...(party.taxId === undefined ? undefined : { taxpayer: this.#taxpayers.fingerprint(party.taxId, registration.sandbox) }),
        ...(sells(role) ? { quota: registration.quota ?? DEFAULT_QUOTA } : undefined),
      },
      actor,
      details,
    );
    await this.#enrolment.registered(organisation, role, actor);
    return placed;
  }

  till(caller: string, till: unknown, seller: unknown, actor: Actor): Promise<PlacedEntry> {
    const facts = { till: parseIdentifier(till, '/till'), seller: parseIdentifier(seller, '/seller') };
    return this.#acts.record(caller, { type: 'till.registered', ...facts }, actor);
  }

  /** Under which fingerprints a taxpayer may be registered: for real, and in the sandbox. */
  fingerprintsOf(taxId: string): readonly Digest[] {
    return [this.#taxpayers.fingerprint(taxId, false), this.#taxpayers.fingerprint(taxId, true)];
  }
}

/** Numbers a year for a seller when the bureau names no other quota. */
const DEFAULT_QUOTA = 1_000_000_000;
