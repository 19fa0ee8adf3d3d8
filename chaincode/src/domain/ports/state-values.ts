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

export type TillState = { readonly seller: string };

/** Consecutive numbers: prefix (year, region, channel: 5 digits) and a sequence of 15 digits. */
export type NumberRange = { readonly prefix: string; readonly next: number; readonly to: number };

export type TillHead = {
  /** How many entries the till's chain has. */
  readonly counter: number;
  /** RFC 6962 leaf hash of the text of the till's last entry. */
  readonly last: Digest;
  /** The numbers the till may use, the first range first. */
  readonly ranges: readonly NumberRange[];
};

export type PoolState = { readonly ranges: readonly NumberRange[] };
