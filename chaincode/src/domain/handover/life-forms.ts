import { isIdentifier } from '../encoding/identifier';
import { AXIS_STATES, CORRECTION_REASONS } from '../life/axes';
import { bool, count, digest, ID, invoiceNumber, listOf, object, oneOf, optional, time, type Check, type Form } from './checks';

const text: Check = (value) => typeof value === 'string';
const life = object({
  seller: isIdentifier,
  balance: optional(digest),
  document: oneOf(AXIS_STATES.document),
  use: oneOf(AXIS_STATES.use),
  booking: oneOf(AXIS_STATES.booking),
  correction: optional(isIdentifier),
  pledge: optional(isIdentifier),
  claims: listOf(isIdentifier),
  fence: count,
  clawback: optional(bool),
});
const correction = object({
  invoice: invoiceNumber,
  by: oneOf(['buyer', 'seller']),
  reason: oneOf(Object.keys(CORRECTION_REASONS)),
  status: oneOf(AXIS_STATES.correction),
  until: optional(time),
  commitment: digest,
  red: optional(invoiceNumber),
});
const claim = object({
  invoices: listOf(invoiceNumber),
  holder: digest,
  until: time,
  fence: count,
  status: oneOf(['released', 'reserved', 'settled']),
});
const rules = object({ version: text, digest, text });

/** What became of invoices, the rule sets, and the seal of the map of statuses. */
export const LIFE_FORMS: readonly Form[] = [
  [/^life\/\d{20}$/, life],
  [new RegExp(`^correction/${ID}$`), correction],
  [new RegExp(`^claim/${ID}$`), claim],
  [new RegExp(`^pledge/${ID}$`), object({ invoice: invoiceNumber, financier: digest, status: oneOf(['pledged', 'released']) })],
  [/^rules\/[a-z]+(?:\/[0-9A-Za-z.-]{1,32})?$/, rules],
  [/^status$/, object({ number: count, covers: count, root: digest, time })],
];
