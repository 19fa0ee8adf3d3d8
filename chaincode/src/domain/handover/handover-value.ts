import { isIdentifier } from '../encoding/identifier';
import { isDeviceKey, isKeyId } from '../offline/offline-entries';
import { isNumberPrefix } from '../range/number-range';
import { ROLES } from '../record/entry';
import {
  bool,
  count,
  digest,
  ID,
  invoiceNumber,
  isTrue,
  listOf,
  mapOf,
  object,
  oneOf,
  optional,
  time,
  type Check,
  type Form,
} from './checks';
import { DIRECTORY_FORMS } from './directory-forms';
import { LIFE_FORMS } from './life-forms';
import { SHARING_FORMS } from './sharing-forms';

const publicKey: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{80,200}={0,2}$/.test(value);
const range = object({ prefix: isNumberPrefix, next: count, to: count });
const organisation = object({
  role: oneOf(ROLES),
  sandbox: bool,
  publicKey,
  party: digest,
  quota: optional(count),
  allotted: optional(mapOf(/^\d{2}$/, count)),
});
const deviceKey = { id: isKeyId, key: isDeviceKey };
const device = object({ ...deviceKey, former: optional(object({ ...deviceKey, until: time })) });
const offline = object({ time, from: optional(count), first: optional(digest) });
const head = object({ counter: count, last: digest, ranges: listOf(range), offline: optional(offline) });
const CONTENT = 'sha256:[0-9a-f]{64}';

/** The form of every value of a ledger's state, by the form of its key (`stateKeys`). */
const FORMS: readonly Form[] = [
  [/^genesis$/, isIdentifier],
  [new RegExp(`^organisation/${ID}$`), organisation],
  [/^taxpayer\/[0-9a-f]{64}$/, isIdentifier],
  [new RegExp(`^till/${ID}$`), object({ seller: isIdentifier, device: optional(device) })],
  [new RegExp(`^head/${ID}$`), head],
  [new RegExp(`^pool/${ID}$`), object({ ranges: listOf(range) })],
  [/^prefix\/\d{5}$/, count],
  [new RegExp(`^delegation/${ID}/${ID}$`), bool],
  [new RegExp(`^provenance/${CONTENT}$`), object({ first: isIdentifier, holder: isIdentifier, order: count })],
  [new RegExp(`^registration/${CONTENT}/${ID}$`), isTrue],
  [new RegExp(`^licence/${CONTENT}/${ID}$`), isTrue],
  [/^references\/(?:[0-9a-f]{32}|erased\/[0-9a-f]{32}\/[0-9a-f]{2})$/, mapOf(/^[0-9a-f]{16}$/, invoiceNumber)],
  ...LIFE_FORMS,
  ...DIRECTORY_FORMS,
  ...SHARING_FORMS,
];

/** Whether a key is one of the ledger's state, and its value has that key's form: what may come in with a hand-over. */
export function isHandoverValue(key: string, value: unknown): boolean {
  return FORMS.some(([form, check]) => form.test(key) && check(value));
}
