import { GRANT_RIGHTS } from '../access/grant';
import { parseDigest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { parseTime } from '../encoding/time';
import type { CatalogueEntry } from './catalogue-entries';
import {
  DATA_CLASSES,
  DATA_GRADES,
  FEEDBACK_KINDS,
  FEEDBACK_OUTCOMES,
  MAX_SUPERVISION_DAYS,
  OPENNESS,
  SECTORS,
  STAGES,
  SUPERVISION_FINDINGS,
  SUPERVISION_METHODS,
} from './vocabulary';

type Check = (value: unknown) => boolean;

const among =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isVersion: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
/** 0 ends what was stated. */
const isInterval: Check = (value) => value === 0 || (isVersion(value) && (value as number) <= MAX_SUPERVISION_DAYS);
const isDigest: Check = (value) => parseDigest(value) !== undefined;

/** A code of GB/T 2260: six digits. */
export function isDivision(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9]{6}$/.test(value);
}

/** The form of the directory's entries, as `record/parse-entry.ts` reads them. */
export const CATALOGUE_FORMS: Readonly<Record<CatalogueEntry['type'], Readonly<Record<string, Check>>>> = {
  'division.registered': { division: isDivision, parent: optional(isDivision) },
  'organisation.placed': { organisation: isIdentifier, division: isDivision, superior: optional(isIdentifier) },
  'duty.assigned': { duty: isIdentifier, version: isVersion, organisation: isIdentifier },
  'schema.registered': { schema: isIdentifier, version: isVersion, owner: isIdentifier, digest: isDigest },
  'catalogue.published': {
    entry: isIdentifier,
    version: isVersion,
    duty: isIdentifier,
    owner: isIdentifier,
    steward: isIdentifier,
    datum: isDigest,
    source: optional(isIdentifier),
    grade: among(DATA_GRADES),
    class: among(DATA_CLASSES),
    openness: among(OPENNESS),
    sector: among(SECTORS),
    stage: among(STAGES),
    schema: optional(isIdentifier),
    schemaVersion: optional(isVersion),
    evidence: optional(isDigest),
  },
  'catalogue.regraded': { entry: isIdentifier, version: isVersion, grade: among(DATA_GRADES), class: among(DATA_CLASSES) },
  'catalogue.transferred': {
    entry: isIdentifier,
    version: isVersion,
    duty: isIdentifier,
    owner: isIdentifier,
    steward: isIdentifier,
  },
  'catalogue.approved': {
    entry: isIdentifier,
    consumer: isIdentifier,
    right: among(GRANT_RIGHTS),
    until: (value) => parseTime(value) !== undefined,
  },
  'catalogue.placed': { resource: isIdentifier, entry: isIdentifier },
  'catalogue.quarantined': { resource: isIdentifier, schema: isIdentifier, version: isVersion },
  'catalogue.released': { resource: isIdentifier },
  'feedback.given': { feedback: isIdentifier, entry: isIdentifier, from: isIdentifier, kind: among(FEEDBACK_KINDS) },
  'feedback.answered': { feedback: isIdentifier, outcome: among(FEEDBACK_OUTCOMES) },
  'feedback.closed': { feedback: isIdentifier },
  'supervision.stated': {
    authority: isIdentifier,
    object: isIdentifier,
    method: among(SUPERVISION_METHODS),
    intervalDays: isInterval,
  },
  'supervision.looked': {
    authority: isIdentifier,
    object: isIdentifier,
    method: among(SUPERVISION_METHODS),
    number: isVersion,
    finding: among(SUPERVISION_FINDINGS),
  },
};
