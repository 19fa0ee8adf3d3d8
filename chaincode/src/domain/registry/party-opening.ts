import type { Digest } from '../encoding/digest';
import { invariant } from '../errors';
import { fieldDigest } from '../record/commitment';

/** A registered party with the salt that opens its digest on the ledger. */
export interface PartyOpening {
  /** RFC 8785 text of the party. */
  readonly text: string;
  readonly salt: string;
}

/** Digest of a party as the ledger keeps it. */
export function partyDigest(opening: PartyOpening): Digest {
  return fieldDigest(opening.salt, 'party', opening.text);
}

// A till opens the same seller for every invoice; an opening is immutable, so its digest is computed once.
const known = new WeakMap<PartyOpening, Digest>();

/** States that an opening is that of the registered party: our payload store gave it, so a mismatch is our fault. */
export function checkParty(opening: PartyOpening, registered: Digest): void {
  let digest = known.get(opening);
  if (digest === undefined) known.set(opening, (digest = partyDigest(opening)));
  invariant(digest === registered, 'the opened seller is the registered one');
}
