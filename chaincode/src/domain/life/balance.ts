import { canonicalJson } from '../encoding/canonical-json';
import { formatUnits, parseDecimal, unitsAt } from '../encoding/decimal';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { sealOfShown, type RecordField, type SealedRecord } from '../record/commitment';
import type { RefundLine } from '../sale/check-refund';
import { requireClaim } from './apply-claim';
import { requireCorrection } from './apply-correction';
import { claimStatus, correctionStatus, type LifeState } from './life-state';

/**
 * The amounts that hang on an invoice. They are private: each entry that changes them commits to the new ones in its record,
 * and the next one must show that record. So nobody reads an amount on the ledger, and nobody can leave one out.
 */
export interface Balance {
  /** What completed corrections took back, a row a line. */
  readonly red: readonly RefundLine[];
  /** What the last correction would take back. */
  readonly pending: { readonly correction: string; readonly lines: readonly RefundLine[] } | null;
  /** Amounts with tax, by claim. */
  readonly held: Readonly<Record<string, string>>;
}

const EMPTY: Balance = { red: [], pending: null, held: {} };
const SCALE = 2;

/** Name of the field of a record that holds an invoice's balance. */
export function balanceField(invoice: string): string {
  return `balance/${invoice}`;
}

/**
 * The balance of an invoice at a time, without what has ended since it was written: void corrections, leases that ran out.
 * @param record the one to which the ledger's `balance` commits; absent where nothing rests on amounts yet.
 * @throws LedgerError LIFE_MOVED when another entry has come in between.
 */
export function readBalance(
  state: Pick<LedgerState, 'get'>,
  invoice: string,
  life: LifeState | undefined,
  record: SealedRecord | undefined,
  now: number,
): Balance {
  if (life?.balance === undefined) return EMPTY;
  if (record === undefined || sealOfShown(record) !== life.balance) throw new LedgerError('LIFE_MOVED', { path: '/invoice' });
  const field = record.fields.find(({ name }) => name === balanceField(invoice));
  invariant(field !== undefined, 'a record that changed a balance holds it');
  return current(state, JSON.parse(field.text) as Balance, now);
}

function current(state: Pick<LedgerState, 'get'>, { red, pending, held }: Balance, now: number): Balance {
  const counts = Object.entries(held).filter(([claim]) => {
    const status = claimStatus(requireClaim(state, claim), now);
    return status === 'reserved' || status === 'settled';
  });
  const status = pending === null ? 'none' : correctionStatus(requireCorrection(state, pending.correction), now);
  return {
    red: status === 'completed' && pending !== null ? addLines(red, pending.lines) : red,
    pending: status === '01' || status === '02' || status === '03' || status === '04' ? pending : null,
    held: Object.fromEntries(counts),
  };
}

/** The field by which a record commits to a balance. */
export function balanceOf(invoice: string, { red, pending, held }: Balance): RecordField {
  const lines = (list: readonly RefundLine[]): object[] => list.map((line) => ({ ...line }));
  const text = canonicalJson({
    red: lines(red) as never,
    pending: pending === null ? null : { correction: pending.correction, lines: lines(pending.lines) as never },
    held: { ...held },
  });
  return { name: balanceField(invoice), text };
}

function addLines(before: readonly RefundLine[], more: readonly RefundLine[]): RefundLine[] {
  const sums = new Map<number, RefundLine>();
  for (const line of [...before, ...more]) sums.set(line.line, addLine(sums.get(line.line), line));
  return [...sums.values()].sort((left, right) => left.line - right.line);
}

function addLine(sum: RefundLine | undefined, line: RefundLine): RefundLine {
  if (sum === undefined) return line;
  const net = text(fen(sum.net) + fen(line.net));
  const tax = line.tax === undefined ? undefined : text(fen(sum.tax ?? '0') + fen(line.tax));
  return { line: line.line, net, ...(tax === undefined ? undefined : { tax }) };
}

/** The sum with tax of a list of lines, in the currency's minor units. */
export function grossOf(lines: readonly RefundLine[]): bigint {
  return lines.reduce((sum, { net, tax }) => sum + fen(net) + fen(tax ?? '0'), 0n);
}

/** The sum of all that claims hold. */
export function heldOf({ held }: Balance): bigint {
  return Object.values(held).reduce((sum, amount) => sum + fen(amount), 0n);
}

/** Minor units of a text that was read before. */
export function fen(amount: string): bigint {
  const decimal = parseDecimal(amount, SCALE);
  invariant(decimal !== undefined, 'amounts were read before');
  return unitsAt(decimal, SCALE);
}

export function text(amount: bigint): string {
  return formatUnits(amount, SCALE);
}
