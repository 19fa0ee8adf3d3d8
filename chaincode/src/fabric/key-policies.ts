import { KeyEndorsementPolicy } from 'fabric-shim';
import { PAGE_KEY_PREFIX, type JsonValue, type Msp } from '../domain';

/** Whose peers must all endorse a change of a key: the bureau and one other, or the one that an organisation belongs to. */
export type KeyEndorsers = { readonly msp: Msp } | { readonly mspOf: string };

const SELLERS_KEY = new RegExp(`^(?:head|pool|delegation|life|correction|claim|pledge|${PAGE_KEY_PREFIX.slice(0, -1)})/`);

/**
 * The key-level policy of a key; undefined where the chaincode's own policy is enough. What decides over invoices takes
 * the sellers' side beside the bureau; a resource takes the side of its controller, a grant that of its provider, a catalogue entry that of its owner.
 */
export function keyEndorsers(key: string, value: JsonValue): KeyEndorsers | undefined {
  if (SELLERS_KEY.test(key)) return { msp: 'Merchants' };
  if (key.startsWith('resource/')) return { mspOf: (value as { readonly controller: string }).controller };
  if (key.startsWith('catalogue/')) return { mspOf: (value as { readonly owner: string }).owner };
  if (key.startsWith('grant/')) return { mspOf: (value as { readonly provider: string }).provider };
  return undefined;
}

const policies = new Map<Msp, Uint8Array>();

/** Bytes of the policy that asks for a peer of the bureau and a peer of this organisation; the same on every endorser. */
export function keyPolicy(msp: Msp): Uint8Array {
  let bytes = policies.get(msp);
  if (bytes === undefined) {
    const policy = new KeyEndorsementPolicy();
    policy.addOrgs('PEER', ...new Set<Msp>(['TaxBureau', msp]));
    bytes = policy.getPolicy();
    policies.set(msp, bytes);
  }
  return bytes;
}
