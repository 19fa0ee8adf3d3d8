import {
  erasedPageKey,
  invariant,
  nameOnPage,
  referenceFingerprint,
  referencePageKey,
  referenceStem,
  REFERENCE_KEY_PREFIX,
  stateKeys,
  type Digest,
} from '../domain';

/** A page in the state: fingerprints of used references, each with its invoice's number. */
export type ReferencePage = Readonly<Record<string, string>>;

/**
 * Order references that differ in their last two digits only stand on one page of the state: tills count, so a batch of
 * 500 touches six pages instead of 500 keys. A page has at most 101 names, which bounds what one invoice rewrites. Any
 * other reference has a page of its own.
 */
export class ReferencePages {
  readonly #pages = new Map<string, readonly [page: string, ...erased: string[]]>();
  readonly #stems = new Map<string, string>();
  /** True on a ledger that took over references of erased invoices: those stand on pages of their own, which are read too. */
  hasErased = false;

  /** Learns of a reference that rules may ask for. @returns the keys of the pages on which it may stand; new ones go on the first. */
  place(seller: string, orderReference: string): readonly string[] {
    const stem = referenceStem(seller, orderReference);
    let page = this.#stems.get(stem);
    if (page === undefined) {
      page = referencePageKey(stem);
      this.#stems.set(stem, page);
    }
    const fingerprint = referenceFingerprint(seller, orderReference);
    const pages: readonly [string, ...string[]] = this.hasErased ? [page, erasedPageKey(seller, fingerprint)] : [page];
    this.#pages.set(stateKeys.reference(fingerprint), pages);
    return pages;
  }

  /** The pages on which a reference may stand, by the rules' key for it; new ones go on the first. */
  pagesOf(referenceKey: string): readonly [page: string, ...erased: string[]] {
    const pages = this.#pages.get(referenceKey);
    invariant(pages !== undefined, 'a reference is placed before a rule asks for it');
    return pages;
  }
}

export function isReferenceKey(key: string): boolean {
  return key.startsWith(REFERENCE_KEY_PREFIX);
}

/** How a page names a reference. */
export function nameInPage(referenceKey: string): string {
  return nameOnPage(referenceKey.slice(REFERENCE_KEY_PREFIX.length) as Digest);
}
