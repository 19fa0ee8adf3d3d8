import { hasher, invariant, referenceFingerprint, REFERENCE_KEY_PREFIX, stateKeys } from '../domain';

/** Where pages of used order references stand in the state. */
export const PAGE_KEY_PREFIX = 'references/';

const PAGE_NAME_LENGTH = 32;
const NAME_IN_PAGE_LENGTH = 16;
const COUNTED = /\d\d$/;

/** A page in the state: fingerprints of used references, each with its invoice's number. */
export type ReferencePage = Readonly<Record<string, string>>;

/**
 * Order references that differ in their last two digits only stand on one page of the state: tills count, so a batch of
 * 500 touches six pages instead of 500 keys. A page has at most 101 names, which bounds what one invoice rewrites. Any
 * other reference has a page of its own.
 */
export class ReferencePages {
  readonly #pages = new Map<string, string>();
  readonly #stems = new Map<string, string>();

  /** Learns of a reference that rules may ask for. @returns the key of its page. */
  place(seller: string, orderReference: string): string {
    const stem = `${seller}\0${COUNTED.test(orderReference) ? orderReference.slice(0, -2) : orderReference}`;
    let page = this.#stems.get(stem);
    if (page === undefined) {
      page = PAGE_KEY_PREFIX + hasher().sha256(stem).slice(0, PAGE_NAME_LENGTH);
      this.#stems.set(stem, page);
    }
    this.#pages.set(stateKeys.reference(referenceFingerprint(seller, orderReference)), page);
    return page;
  }

  /** The page on which a reference stands, by the rules' key for it. */
  pageOf(referenceKey: string): string {
    const page = this.#pages.get(referenceKey);
    invariant(page !== undefined, 'a reference is placed before a rule asks for it');
    return page;
  }
}

export function isReferenceKey(key: string): boolean {
  return key.startsWith(REFERENCE_KEY_PREFIX);
}

/** How a page names a reference: the first 8 bytes of its fingerprint. */
export function nameInPage(referenceKey: string): string {
  return referenceKey.slice(REFERENCE_KEY_PREFIX.length, REFERENCE_KEY_PREFIX.length + NAME_IN_PAGE_LENGTH);
}
