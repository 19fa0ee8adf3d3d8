import { LedgerError, STATUS_AXIS_NAMES, type StatusAsk, type StatusAxis, type WantedState } from '@lianpiao/chaincode/domain';

/** What the command line asks of an invoice's status. */
export interface StatusOptions {
  /** Such as `24h`, `30m`, `90s`, `7d`. */
  readonly maxAge?: string;
  /** Such as `document=issued,claim!=settled`. */
  readonly status?: string;
}

const AGE = /^(\d{1,9})([smhd])$/;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const WANTED = /^([a-z]+)(!?)=([a-z0-9-]{1,32})$/;

/**
 * Undefined when nothing is asked.
 * @param now milliseconds since 1970: the age of a status is counted up to here.
 * @throws LedgerError FIELD_INVALID for what cannot be read.
 */
export function parseStatusAsk({ maxAge, status }: StatusOptions, now: number): StatusAsk | undefined {
  if (maxAge === undefined && status === undefined) return undefined;
  return {
    now,
    ...(maxAge === undefined ? {} : { maxAgeSeconds: parseAge(maxAge) }),
    ...(status === undefined ? {} : { wanted: status.split(',').map(parseWanted) }),
  };
}

function parseAge(text: string): number {
  const [, count, unit = ''] = AGE.exec(text) ?? [];
  if (count === undefined)
    throw new LedgerError('FIELD_INVALID', { path: '--max-age', wanted: '90s, 30m, 24h, 7d', found: text });
  return Number(count) * (SECONDS[unit] ?? 1);
}

function parseWanted(text: string): WantedState {
  const [, axis, not, state] = WANTED.exec(text) ?? [];
  if (state === undefined || !STATUS_AXIS_NAMES.includes(axis as StatusAxis))
    throw new LedgerError('FIELD_INVALID', { path: '--status', wanted: 'document=issued,claim!=settled', found: text });
  return { axis: axis as StatusAxis, is: not === '', state };
}
