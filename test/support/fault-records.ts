import { appendFileSync } from 'node:fs';

/** One fault that a run made and found, as `./scripts/faults all` puts it into docs/fault-table.md. */
export interface FaultRecord {
  readonly fault: string;
  /** On which ledger; `any`: what it happens to is the same with both. */
  readonly ledger: 'embedded' | 'fabric' | 'any';
  /** Stable code by which it was told. */
  readonly code: string;
  readonly part: string;
  /** Class of the cause. */
  readonly cause: string;
  readonly place: string;
  readonly repair: string;
  /** From the first look to the alarm. */
  readonly ms: number;
}

/** Keeps a record for the table when `LIANPIAO_FAULT_RECORDS` names a file. */
export function recordFault(record: FaultRecord): void {
  const file = process.env['LIANPIAO_FAULT_RECORDS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ ...record, ms: Number(record.ms.toFixed(1)) })}\n`);
}

/** A control: nothing was wrong, and nothing was told. */
export function recordSilence(control: string, ledger: FaultRecord['ledger']): void {
  const file = process.env['LIANPIAO_FAULT_RECORDS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ control, ledger })}\n`);
}

/** Members of a place in words. */
export function placeText(place: Readonly<Record<string, unknown>>): string {
  return Object.entries(place)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
