import type { Digest } from '../encoding/digest';
import type { Role } from '../record/entry';

/** Values of the ledger's state, as type aliases so that they are JSON values. */
export type OrganisationState = {
  readonly role: Role;
  readonly sandbox: boolean;
  readonly publicKey: string;
  readonly party: Digest;
  /** Numbers a seller may still be allotted, by two-digit year; absent for whoever does not sell. */
  readonly quota?: number;
  readonly allotted?: Readonly<Record<string, number>>;
};

/** An Ed25519 key of a till: its 32 bytes in base64, and the id by which slips name it. */
export type DeviceKey = { readonly id: string; readonly key: string };

export type TillState = {
  readonly seller: string;
  /** The key with which the till issues by itself, and the one before with the time until which it counted. */
  readonly device?: DeviceKey & { readonly former?: DeviceKey & { readonly until: string } };
};

/** Consecutive numbers: prefix (year, region, channel: 5 digits) and a sequence of 15 digits. */
export type NumberRange = { readonly prefix: string; readonly next: number; readonly to: number };

export type TillHead = {
  /** How many entries the till's chain has. */
  readonly counter: number;
  /** RFC 6962 leaf hash of the text of the till's last entry; of one issued offline, of the till's statement. */
  readonly last: Digest;
  /** The numbers the till may use, the first range first. */
  readonly ranges: readonly NumberRange[];
  /**
   * Of a till that has issued offline: the till's time of its last invoice, and where the reports began that no collective
   * record has closed.
   */
  readonly offline?: { readonly time: string; readonly from?: number; readonly first?: Digest };
};

export type PoolState = { readonly ranges: readonly NumberRange[] };
