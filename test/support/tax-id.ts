import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A well-formed taxpayer id (GB 32100-2015) that is always the same for a name. */
export function taxIdOf(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  const middle = Array.from({ length: 9 }, (_, index) => ALPHABET.charAt((digest[index] ?? 0) % 31)).join('');
  const body = `91440300${middle}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET.charAt((31 - (sum % 31)) % 31);
}
