import { invariant } from '../errors';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const UNIFIED_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** Older 15-digit and 20-character taxpayer ids still stand on invoices; they carry no check character. */
const OLDER_CODE = /^(?:[0-9A-Z]{15}|[0-9A-Z]{20})$/;

/** Weights 3^i mod 31 (GB 32100-2015, 5.2). */
const WEIGHTS: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type TaxpayerIdVerdict = 'valid' | 'malformed' | 'wrong-check';

/**
 * Checks a Chinese taxpayer id. An 18-character 统一社会信用代码 has a check character (GB 32100-2015, 5.2); the older
 * forms have none. Issuing refuses a wrong one; importing warns, since some early real codes break the rule.
 */
export function checkTaxpayerId(id: string): TaxpayerIdVerdict {
  if (OLDER_CODE.test(id)) return 'valid';
  if (!UNIFIED_CODE.test(id)) return 'malformed';
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) {
    sum += ALPHABET.indexOf(id.charAt(index)) * (WEIGHTS[index] ?? 0);
  }
  const check = ALPHABET.charAt((31 - (sum % 31)) % 31);
  invariant(check !== '', 'a check character is one of 31');
  return check === id.charAt(17) ? 'valid' : 'wrong-check';
}
