import { LedgerError } from '../errors';
import { fieldText, type SealedRecord } from '../record/commitment';
import type { GrantGranted } from '../record/entry';
import { BASIS_NAMES, basisRule, MODES, PERIODS, type Basis, type Mode, type Period } from './conditions';
import type { DeletionAttested, StandingOpened } from './sharing-entries';

const MAX_COUNT = 1_000_000_000;

/**
 * Checks the private record of what a grant rests on: purpose, fields, a statement of liability, and the basis with all that
 * it requires. Run before anything is recorded, by every endorser on Fabric.
 * @throws LedgerError GRANT_CONDITIONS_MISSING with the JSON Pointer of what is missing.
 */
export function checkGrantRecord(entry: DeletionAttested | GrantGranted | StandingOpened, record: SealedRecord): void {
  const field = (name: string): unknown => fieldOf(record, name);
  if (entry.type === 'grant.deletion-attested') {
    if (!isText(field('statement'))) throw missing('/statement');
    return;
  }
  // What is drawn from a standing grant has the terms that were signed then.
  if (entry.type === 'grant.granted' && (entry.version !== 2 || entry.standing !== undefined)) return;
  if (!isText(membersOf(field('purpose'))['code'])) throw missing('/purpose');
  const fields = field('fields');
  if (!Array.isArray(fields) || fields.length === 0) throw missing('/fields');
  if (!isText(field('liability'))) throw missing('/liability');
  const conditions = membersOf(field('conditions'));
  checkBasis(membersOf(conditions['basis']), entry.basis);
  checkModes(conditions['modes']);
  checkFrequency(conditions['frequency']);
}

function checkBasis(basis: Readonly<Record<string, unknown>>, wanted: Basis | undefined): void {
  const kind = basis['kind'];
  if (!BASIS_NAMES.includes(kind as Basis) || kind !== wanted) throw missing('/conditions/basis/kind');
  for (const name of basisRule(kind as Basis).required) {
    if (!isText(basis[name])) throw missing(`/conditions/basis/${name}`);
  }
}

function checkModes(modes: unknown): void {
  if (!Array.isArray(modes) || modes.length === 0 || !modes.every((mode) => MODES.includes(mode as Mode)))
    throw missing('/conditions/modes');
}

function checkFrequency(frequency: unknown): void {
  if (frequency === null) return;
  const { count, per } = membersOf(frequency);
  const counted = Number.isSafeInteger(count) && (count as number) >= 1 && (count as number) <= MAX_COUNT;
  if (!counted || !PERIODS.includes(per as Period)) throw missing('/conditions/frequency');
}

function fieldOf(record: SealedRecord, name: string): unknown {
  const text = fieldText(record, name);
  if (text === undefined) throw missing(`/${name}`);
  return JSON.parse(text) as unknown;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function missing(path: string): LedgerError {
  return new LedgerError('GRANT_CONDITIONS_MISSING', { path });
}
