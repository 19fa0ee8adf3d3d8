import { hasher, type Digest } from '../encoding/digest';
import { stateKeys } from '../ports/state-keys';
import type { JsonValue } from '../encoding/canonical-json';

/** Where the heads of tills stand. */
export const HEAD_KEY_PREFIX = stateKeys.head('');
/** Where pages of used order references stand in the state of a Fabric channel. */
export const PAGE_KEY_PREFIX = 'references/';

const PAGE_NAME_LENGTH = 32;
const NAME_IN_PAGE_LENGTH = 16;
const BUCKET_LENGTH = 2;
const COUNTED = /\d\d$/;

/** What the references of a page have in common: the seller, and all but the last two digits. */
export function referenceStem(seller: string, orderReference: string): string {
  return `${seller}\0${COUNTED.test(orderReference) ? orderReference.slice(0, -2) : orderReference}`;
}

/** Key of the page of a stem. */
export function referencePageKey(stem: string): string {
  return PAGE_KEY_PREFIX + hasher().sha256(stem).slice(0, PAGE_NAME_LENGTH);
}

/**
 * Key of the page for a reference of which only the fingerprint is known: its invoice's content was erased before a
 * hand-over. 256 pages a seller.
 */
export function erasedPageKey(seller: string, fingerprint: Digest): string {
  return `${PAGE_KEY_PREFIX}erased/${hasher().sha256(seller).slice(0, PAGE_NAME_LENGTH)}/${fingerprint.slice(0, BUCKET_LENGTH)}`;
}

/** How a page names a reference: the first 8 bytes of its fingerprint. */
export function nameOnPage(fingerprint: Digest): string {
  return fingerprint.slice(0, NAME_IN_PAGE_LENGTH);
}

/** Fingerprints of used references, each with its invoice's number. */
export type ReferenceNames = Readonly<Record<string, string>>;

/** A page whose names lie beside the head of the till that fills it. */
export type OpenPage = { readonly key: string; readonly names: ReferenceNames };

/** True for the key of a till's head. */
export function isHeadKey(key: string): boolean {
  return key.startsWith(HEAD_KEY_PREFIX);
}

/** Divides a till's head as a channel stores it: what the rules know of it, and the page that lies beside it. */
export function headAndPage(stored: JsonValue): { readonly head: JsonValue; readonly page: OpenPage | undefined } {
  const { page, ...head } = stored as Readonly<Record<string, JsonValue>>;
  return { head, page: page as OpenPage | undefined };
}
