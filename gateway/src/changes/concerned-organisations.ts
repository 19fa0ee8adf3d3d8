import type { Entry, EntryType } from '@lianpiao/chaincode/domain';

type SellerOf = (till: string) => string;
type Concern<Type extends EntryType> = (entry: Extract<Entry, { type: Type }>, sellerOf: SellerOf) => readonly string[];

/** Whom each type of entry concerns: one line a type, and the compiler asks for it. */
const CONCERNS: { readonly [Type in EntryType]: Concern<Type> } = {
  'organisation.registered': ({ organisation }) => [organisation],
  'till.registered': ({ seller }) => [seller],
  'delegation.granted': ({ seller, agent }) => [seller, agent],
  'delegation.revoked': ({ seller, agent }) => [seller, agent],
  'range.allotted': ({ seller }) => [seller],
  'range.assigned': ({ till }, sellerOf) => [sellerOf(till)],
  'provenance.registered': ({ registrant }) => [registrant],
  'provenance.event': ({ organisation, to }) => (to === undefined ? [organisation] : [organisation, to]),
  // Its parties stand in the index's row of the invoice.
  'invoice.issued': () => [],
  // Who acted stands in its record alone; supervisors see it.
  'act.recorded': () => [],
};

/** Every type of entry that the feed can show. */
export const CHANGE_TYPES = Object.keys(CONCERNS) as [EntryType, ...EntryType[]];

/**
 * The organisations, beside bureau and auditor, whose feed shows an entry that is no invoice.
 * @param sellerOf the seller of a till: for entries that name the till alone.
 */
export function concernedOrganisations(entry: Entry, sellerOf: SellerOf): readonly string[] {
  // A ledger may hold types of a newer version: they concern nobody that we know of.
  const concern = CONCERNS[entry.type] as ((one: never, sellerOf: SellerOf) => readonly string[]) | undefined;
  return [...new Set(concern?.(entry as never, sellerOf))];
}
