import { BASIS_NAMES } from '../access/conditions';
import { GRANT_RIGHTS, GRANT_STATUSES } from '../access/grant';
import { isIdentifier } from '../encoding/identifier';
import { bool, count, digest, ID, isTrue, object, oneOf, optional, time, type Check, type Form } from './checks';

const region: Check = (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const basis = oneOf(BASIS_NAMES);
const resource = object({ owner: isIdentifier, controller: isIdentifier, personal: optional(isTrue) });
const grant = object({
  resource: isIdentifier,
  provider: isIdentifier,
  consumer: isIdentifier,
  right: oneOf(GRANT_RIGHTS),
  parent: optional(isIdentifier),
  from: time,
  until: time,
  status: oneOf(GRANT_STATUSES),
  pausedBy: optional(isIdentifier),
  version: optional((value) => value === 2),
  basis: optional(basis),
  keepDays: optional(count),
  region: optional(region),
  reviewBy: optional(time),
  consent: optional(isIdentifier),
  approval: optional(isIdentifier),
  standing: optional(isIdentifier),
  reviewed: optional(bool),
  revocation: optional(object({ by: oneOf(['consumer', 'provider']), signed: bool })),
  endedAt: optional(time),
  deletedAt: optional(time),
});
const consent = object({
  resource: isIdentifier,
  subject: digest,
  text: digest,
  textVersion: (value) => typeof value === 'string' && /^[A-Za-z0-9._-]{1,40}$/.test(value),
  collector: isIdentifier,
  consumer: optional(isIdentifier),
  until: optional(time),
  withdrawn: bool,
});
const crossing = object({ resource: isIdentifier, consumer: isIdentifier, region, until: time, withdrawn: bool });
const request = object({
  resource: isIdentifier,
  consumer: isIdentifier,
  basis,
  due: time,
  status: oneOf(['escalated', 'granted', 'open', 'refused']),
  grant: optional(isIdentifier),
});
const standing = object({
  resource: isIdentifier,
  provider: isIdentifier,
  consumer: isIdentifier,
  days: count,
  until: time,
  basis,
  keepDays: count,
  closed: bool,
});
const receiptBatch = object({ count, root: digest, answer: optional(oneOf(['acknowledged', 'disputed'])) });
const template = object({ resource: isIdentifier, version: count, status: oneOf(['approved', 'withdrawn']) });

/** Resources, grants of both versions, what grants rest on, and what was signed of their use. */
export const SHARING_FORMS: readonly Form[] = [
  [new RegExp(`^resource/${ID}$`), resource],
  [new RegExp(`^grant/${ID}$`), grant],
  [new RegExp(`^consent/${ID}$`), consent],
  [new RegExp(`^crossing/${ID}$`), crossing],
  [new RegExp(`^request/${ID}$`), request],
  [new RegExp(`^standing/${ID}$`), standing],
  // Empty once it was reviewed.
  [new RegExp(`^emergency/${ID}/${ID}$`), (value) => value === '' || isIdentifier(value)],
  [new RegExp(`^receipts/${ID}$`), object({ provided: count, answered: count })],
  [new RegExp(`^receipts/${ID}/\\d+$`), receiptBatch],
  [new RegExp(`^template/${ID}$`), template],
  [new RegExp(`^export/${ID}$`), object({ grant: isIdentifier, result: digest, refused: optional(isTrue) })],
  [/^audit$/, object({ sealed: count })],
];
