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
import type { KeyFolder } from '../crypto/keys';
import type { PlacedEntry } from '../ledger/ledger';
import type { Actor, ActRecorder } from './act-recorder';
import { OPENING_FIELD } from './registry-reader';
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
  readonly #keys: KeyFolder;
  readonly #taxpayers: TaxpayerDirectory;

  constructor(acts: ActRecorder, keys: KeyFolder, taxpayers: TaxpayerDirectory) {
    this.#acts = acts;
    this.#keys = keys;
    this.#taxpayers = taxpayers;
  }

  /** Registers an organisation; on an empty ledger the bureau registers itself. */
  async organisation(caller: string, registration: Registration, actor: Actor): Promise<PlacedEntry> {
    const organisation = parseIdentifier(registration.organisation, '/organisation');
    const party = parseParty(registration.party, '/party');
    const sells = registration.role === 'merchant' || registration.role === 'platform';
    if (sells && party.taxId === undefined) throw new LedgerError('FIELD_MISSING', { path: '/party/taxId' });
    const salt = randomBytes(16).toString('hex');
    const details: Record<string, JsonValue> = { [OPENING_FIELD]: { party: { ...party }, salt } };
    return this.#acts.record(
      caller,
      {
        type: 'organisation.registered',
        organisation,
        role: registration.role,
        sandbox: registration.sandbox,
        publicKey: this.#keys.findOrCreate(organisation).publicKey,
        party: partyDigest({ text: canonicalJson({ ...party }), salt }),
        ...(party.taxId === undefined ? undefined : { taxpayer: this.#taxpayers.fingerprint(party.taxId, registration.sandbox) }),
        ...(sells ? { quota: registration.quota ?? DEFAULT_QUOTA } : undefined),
      },
      actor,
      details,
    );
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
