import { canonicalJson, type JsonValue } from '../encoding/canonical-json';
import { hasher } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import type { SealedRecord } from '../record/commitment';

/** The axes of an invoice that a status tells, with the state of an invoice of which nothing but its issue is known. */
export const STATUS_AXES = {
  document: 'issued',
  correction: 'none',
  use: 'unused',
  booking: 'not-booked',
  claim: 'free',
  pledge: 'free',
} as const;
export type StatusAxis = keyof typeof STATUS_AXES;
export const STATUS_AXIS_NAMES = Object.keys(STATUS_AXES) as readonly StatusAxis[];

/** A state, and until when it lasts where time ends it. */
export interface AxisStatus {
  readonly state: string;
  /** RFC 3339 UTC; the state has ended at that time. */
  readonly until?: string;
}

/** The amounts that rest on an invoice, as the ledger knows them: a commitment. */
export interface StatusAmounts {
  /** True when more was settled than a correction has left. */
  readonly clawback: boolean;
  /** `sha256:` and the commitment of the record that holds the balance; null where nothing rests on amounts. */
  readonly record: string | null;
}

/** What the map commits to for one invoice. */
export type InvoiceStatus = Readonly<Record<StatusAxis, AxisStatus>> & { readonly amounts: StatusAmounts };

/** Fields of a status in their order. */
export const STATUS_FIELDS: readonly string[] = [...STATUS_AXIS_NAMES, 'amounts'];

const SEED_CONTEXT = 'lianpiao-status-v1';

/**
 * The record of an invoice's status: the map's value is its commitment. Salts come from the invoice's own secret and the
 * status, so whoever keeps the invoice's record can make it again, and nobody else can guess what is withheld.
 * @param seed that of the invoice's record.
 */
export function statusRecord(seed: string, status: InvoiceStatus): SealedRecord {
  const fields = STATUS_FIELDS.map((name) => ({ name, text: canonicalJson(status[name as StatusAxis] as unknown as JsonValue) }));
  const texts = fields.map(({ text }) => text).join('\n');
  return { seed: hasher().sha256(`${SEED_CONTEXT}\n${seed}\n${texts}`), fields };
}

/** What time makes of a state that it ends. */
const ENDED: Readonly<Record<string, string>> = {
  'correction 02': '07',
  'correction 03': '07',
  'claim reserved': 'expired',
};

/** The state of an axis at a time. @param at milliseconds since 1970. */
export function stateAt(axis: StatusAxis, { state, until }: AxisStatus, at: number): string {
  const end = until === undefined ? undefined : parseTime(until);
  return end !== undefined && end <= at ? (ENDED[`${axis} ${state}`] ?? state) : state;
}

const STATE = /^[a-z0-9-]{1,32}$/;

/** Reads the value of an axis as a stranger shows it; undefined when it has not that form. */
export function parseAxisStatus(value: unknown): AxisStatus | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { state, until, ...more } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(more).length > 0 || typeof state !== 'string' || !STATE.test(state)) return undefined;
  if (until === undefined) return 'until' in value ? undefined : { state };
  return parseTime(until) === undefined ? undefined : { state, until: until as string };
}
