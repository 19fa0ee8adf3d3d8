import { GRANT_RIGHTS, GRANT_STATUSES } from '../access/grant';
import { parseDigest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { parseTime } from '../encoding/time';
import { isNumberPrefix } from '../range/number-range';
import { ROLES } from '../record/entry';

type Check = (value: unknown) => boolean;

const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const digest: Check = (value) => parseDigest(value) !== undefined;
const isTrue: Check = (value) => value === true;
const bool: Check = (value) => typeof value === 'boolean';
const time: Check = (value) => parseTime(value) !== undefined;
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object with exactly these members. */
function object(members: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(members);
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => names.includes(name)) &&
    names.every((name) => members[name]?.(value[name]));
}

function mapOf(key: RegExp, check: Check): Check {
  return (value) => isObject(value) && Object.entries(value).every(([name, each]) => key.test(name) && check(each));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const publicKey: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{80,200}={0,2}$/.test(value);
const invoiceNumber: Check = (value) => typeof value === 'string' && /^\d{20}$/.test(value);
const range = object({ prefix: isNumberPrefix, next: count, to: count });
const organisation = object({
  role: oneOf(ROLES),
  sandbox: bool,
  publicKey,
  party: digest,
  quota: optional(count),
  allotted: optional(mapOf(/^\d{2}$/, count)),
});
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
});

const ID = '[a-z0-9][a-z0-9-]*';
const CONTENT = 'sha256:[0-9a-f]{64}';

/** The form of every value of a ledger's state, by the form of its key (`stateKeys`). */
const FORMS: readonly (readonly [key: RegExp, check: Check])[] = [
  [/^genesis$/, isIdentifier],
  [new RegExp(`^organisation/${ID}$`), organisation],
  [/^taxpayer\/[0-9a-f]{64}$/, isIdentifier],
  [new RegExp(`^till/${ID}$`), object({ seller: isIdentifier })],
  [new RegExp(`^head/${ID}$`), object({ counter: count, last: digest, ranges: listOf(range) })],
  [new RegExp(`^pool/${ID}$`), object({ ranges: listOf(range) })],
  [/^prefix\/\d{5}$/, count],
  [new RegExp(`^delegation/${ID}/${ID}$`), bool],
  [new RegExp(`^provenance/${CONTENT}$`), object({ first: isIdentifier, holder: isIdentifier, order: count })],
  [new RegExp(`^registration/${CONTENT}/${ID}$`), isTrue],
  [new RegExp(`^licence/${CONTENT}/${ID}$`), isTrue],
  [new RegExp(`^resource/${ID}$`), object({ owner: isIdentifier, controller: isIdentifier })],
  [new RegExp(`^grant/${ID}$`), grant],
  [/^audit$/, object({ sealed: count })],
  [/^references\/(?:[0-9a-f]{32}|erased\/[0-9a-f]{32}\/[0-9a-f]{2})$/, mapOf(/^[0-9a-f]{16}$/, invoiceNumber)],
];

/** Whether a key is one of the ledger's state, and its value has that key's form: what may come in with a hand-over. */
export function isHandoverValue(key: string, value: unknown): boolean {
  return FORMS.some(([form, check]) => form.test(key) && check(value));
}
