import { optionalText, readObject, refuseUnknown, requiredText } from '../encoding/reader';
import { LedgerError } from '../errors';
import { checkTaxpayerId } from '../registry/taxpayer-id';
import type { Party } from './invoice-request';

const PARTY_KEYS: ReadonlySet<string> = new Set(['name', 'taxId', 'address', 'phone', 'bank', 'account', 'country']);
const COUNTRY = /^[A-Z]{2}$/;

/**
 * Reads a party. A Chinese taxpayer id (country absent or CN) must have a right check character; ids of other countries
 * are taken as they are. Members come out in the order of RFC 8785.
 */
export function parseParty(value: unknown, path: string): Party {
  const object = readObject(value, path);
  refuseUnknown(object, PARTY_KEYS, path);
  const party: Record<string, string> = {};
  for (const key of ['account', 'address', 'bank'] as const) {
    const text = optionalText(object, key, 300, path);
    if (text !== undefined) party[key] = text;
  }
  const country = optionalText(object, 'country', 2, path);
  if (country !== undefined) {
    if (!COUNTRY.test(country))
      throw new LedgerError('FIELD_INVALID', { path: `${path}/country`, wanted: 'a code of ISO 3166-1' });
    party['country'] = country;
  }
  party['name'] = requiredText(object, 'name', 300, path);
  const phone = optionalText(object, 'phone', 50, path);
  if (phone !== undefined) party['phone'] = phone;
  const taxId = optionalText(object, 'taxId', 50, path);
  if (taxId !== undefined) {
    if (country === undefined || country === 'CN') refuseWrongTaxpayerId(taxId, `${path}/taxId`);
    party['taxId'] = taxId;
  }
  return party as unknown as Party;
}

/** @throws LedgerError TAXPAYER_ID_MALFORMED or TAXPAYER_ID_CHECK. */
export function refuseWrongTaxpayerId(taxId: string, path: string): void {
  const verdict = checkTaxpayerId(taxId);
  if (verdict === 'malformed') throw new LedgerError('TAXPAYER_ID_MALFORMED', { path, rule: 'GB 32100-2015' });
  if (verdict === 'wrong-check') throw new LedgerError('TAXPAYER_ID_CHECK', { path, rule: 'GB 32100-2015' });
}
