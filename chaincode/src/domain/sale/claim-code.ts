/**
 * Digits and capitals without those that look alike (0 O, 1 I L): 31, a prime, so that the weighted sum below finds every
 * wrong character and every exchange of two.
 */
export const CLAIM_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RANDOM_CHARACTERS = 19;
/** Nineteen characters drawn at random (94 bits) and a check character. */
export const CLAIM_CODE_LENGTH = RANDOM_CHARACTERS + 1;
const FORM = new RegExp(`^[${CLAIM_ALPHABET}]{${String(CLAIM_CODE_LENGTH)}}$`);
/** A primitive root of 31: its powers are distinct over 30 places. */
const ROOT = 3;
const GROUP = 4;

/** A claim code from 19 values below 31. */
export function makeClaimCode(values: readonly number[]): string {
  const body = values.slice(0, RANDOM_CHARACTERS).map((value) => CLAIM_ALPHABET.charAt(value));
  return body.join('') + checkCharacter(body.join(''));
}

/** Reads a code as people type it: letter case, spaces and hyphens do not count. Undefined when it is no code of ours. */
export function parseClaimCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (!FORM.test(code)) return undefined;
  return checkCharacter(code.slice(0, RANDOM_CHARACTERS)) === code.charAt(RANDOM_CHARACTERS) ? code : undefined;
}

/** A code in groups of four, as it is printed. */
export function printedClaimCode(code: string): string {
  return (code.match(new RegExp(`.{1,${String(GROUP)}}`, 'g')) ?? []).join('-');
}

/** The character that makes the sum of value × 3^place (from 1) over all places zero, modulo 31. */
function checkCharacter(body: string): string {
  const prime = CLAIM_ALPHABET.length;
  let [sum, weight] = [0, 1];
  for (const character of body) {
    weight = (weight * ROOT) % prime;
    sum += CLAIM_ALPHABET.indexOf(character) * weight;
  }
  weight = (weight * ROOT) % prime;
  for (let value = 0; value < prime; value += 1) {
    if ((sum + value * weight) % prime === 0) return CLAIM_ALPHABET.charAt(value);
  }
  return '';
}
