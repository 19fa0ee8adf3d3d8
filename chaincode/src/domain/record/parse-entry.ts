import { GRANT_RIGHTS } from '../access/grant';
import { CATALOGUE_FORMS } from '../catalogue/catalogue-forms';
import { GRANT_FACT_FORMS, SHARING_FORMS } from '../access/sharing-entries';
import { parseDigest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { readObject, refuseUnknown } from '../encoding/reader';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import { LIFE_FORMS } from '../life/life-entries';
import { isOfflineFacts, OFFLINE_FORMS } from '../offline/offline-entries';
import { PROVENANCE_FORMS } from '../provenance/provenance-entries';
import { isNumberPrefix } from '../range/number-range';
import { USAGE_FORMS } from '../usage/usage-entries';
import { ROLES, type Entry, type EntryType } from './entry';

type Check = (value: unknown) => boolean;

const isDigest: Check = (value) => parseDigest(value) !== undefined;
const isSequence: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** One line of a checkpoint. */
const isOrigin: Check = (value) => typeof value === 'string' && /^[!-~]{1,200}$/.test(value);
const isTime: Check = (value) => parseTime(value) !== undefined;
const isPublicKey: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{80,200}={0,2}$/.test(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const COMMON: Readonly<Record<string, Check>> = {
  type: (value) => typeof value === 'string',
  time: (value) => parseTime(value) !== undefined,
  commitment: isDigest,
};

/** The form of every entry type: one row a type, one check a field. */
const FORMS: Readonly<Record<EntryType, Readonly<Record<string, Check>>>> = {
  'organisation.registered': {
    organisation: isIdentifier,
    role: (value) => ROLES.includes(value as (typeof ROLES)[number]),
    sandbox: (value) => typeof value === 'boolean',
    publicKey: isPublicKey,
    party: isDigest,
    taxpayer: optional(isDigest),
    quota: optional(isSequence),
  },
  'till.registered': { till: isIdentifier, seller: isIdentifier },
  'delegation.granted': { seller: isIdentifier, agent: isIdentifier },
  'delegation.revoked': { seller: isIdentifier, agent: isIdentifier },
  'range.allotted': { seller: isIdentifier, prefix: isNumberPrefix, from: isSequence, to: isSequence },
  'range.assigned': { till: isIdentifier, prefix: isNumberPrefix, from: isSequence, to: isSequence },
  'invoice.issued': {
    number: (value) => typeof value === 'string' && /^\d{20}$/.test(value),
    till: isIdentifier,
    counter: isSequence,
    previous: isDigest,
    reference: isDigest,
    offline: optional(isOfflineFacts),
  },
  'act.recorded': {
    act: (value) => typeof value === 'string' && /^[a-z-]{1,40}\.[a-z-]{1,40}$/.test(value),
    subject: (value) => typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value),
  },
  ...PROVENANCE_FORMS,
  ...CATALOGUE_FORMS,
  ...SHARING_FORMS,
  'resource.registered': {
    resource: isIdentifier,
    owner: isIdentifier,
    controller: isIdentifier,
    personal: optional((value) => value === true),
  },
  ...LIFE_FORMS,
  ...OFFLINE_FORMS,
  'resource.transferred': { resource: isIdentifier, owner: isIdentifier, controller: isIdentifier },
  'grant.granted': {
    grant: isIdentifier,
    resource: isIdentifier,
    provider: isIdentifier,
    consumer: isIdentifier,
    right: (value) => GRANT_RIGHTS.includes(value as (typeof GRANT_RIGHTS)[number]),
    parent: optional(isIdentifier),
    from: isTime,
    until: isTime,
    ...GRANT_FACT_FORMS,
  },
  'grant.paused': { grant: isIdentifier },
  'grant.resumed': { grant: isIdentifier },
  'grant.revoked': { grant: isIdentifier },
  'audit.sealed': { first: isCount, count: isSequence, root: isDigest },
  'status.sealed': { number: isSequence, covers: isCount, changes: isCount, root: isDigest },
  ...USAGE_FORMS,
  'ledger.handed-over': { origin: isOrigin, size: isSequence, root: isDigest, lastBlock: isDigest },
  'ledger.taken-over': { pages: isSequence, digest: isDigest, erased: isCount },
};

const KNOWN = new Map(
  Object.entries(FORMS).map(([type, form]) => [type, new Set([...Object.keys(COMMON), ...Object.keys(form)])]),
);

/**
 * Reads the form of an entry; what it means is for its rule to check.
 * @throws LedgerError FIELD_MISSING, FIELD_INVALID or FIELD_UNKNOWN.
 */
export function parseEntry(value: unknown): Entry {
  const object = readObject(value, '');
  const form = typeof object['type'] === 'string' ? FORMS[object['type'] as EntryType] : undefined;
  const known = KNOWN.get(object['type'] as string);
  if (form === undefined || known === undefined)
    throw new LedgerError('FIELD_INVALID', { path: '/type', wanted: 'a type of entry' });
  refuseUnknown(object, known, '');
  for (const [field, check] of [...Object.entries(COMMON), ...Object.entries(form)]) {
    if (!check(object[field]))
      throw new LedgerError(object[field] === undefined ? 'FIELD_MISSING' : 'FIELD_INVALID', { path: `/${field}` });
  }
  return object as unknown as Entry;
}
