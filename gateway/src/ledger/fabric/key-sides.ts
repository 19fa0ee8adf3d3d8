import { mspOfRole, stateKeys, type JsonValue, type OrganisationState } from '@lianpiao/chaincode/domain';

type ReadState = (key: string) => JsonValue | undefined;

/** Keys that decide over invoices: the sellers' side endorses their changes (the chaincode's key-level policies). */
const SELLERS_KEY = /^(?:head|pool|delegation|life|correction|claim|pledge)\//;

/**
 * MSPs whose peers must endorse a change of these keys, beside the bureau's: those of the values that stand there, and
 * those of the values that come. To ask one too few is no danger: the peers mark such a transaction as not valid.
 */
export function sidesOf(written: ReadonlyMap<string, JsonValue>, committed: ReadState): Set<string> {
  const sides = new Set<string>();
  for (const [key, value] of written) {
    if (SELLERS_KEY.test(key)) sides.add('Merchants');
    for (const one of [value, committed(key)]) {
      const side = sideOfHolder(holderOf(key, one), written, committed);
      if (side !== undefined) sides.add(side);
    }
  }
  return sides;
}

/** Who controls a resource, owns a catalogue entry, or has granted. */
function holderOf(key: string, value: JsonValue | undefined): unknown {
  const { controller, owner, provider } = (value ?? {}) as Readonly<
    Partial<Record<'controller' | 'owner' | 'provider', unknown>>
  >;
  if (key.startsWith('resource/')) return controller;
  if (key.startsWith('catalogue/')) return owner;
  return key.startsWith('grant/') ? provider : undefined;
}

function sideOfHolder(holder: unknown, written: ReadonlyMap<string, JsonValue>, committed: ReadState): string | undefined {
  if (typeof holder !== 'string') return undefined;
  const key = stateKeys.organisation(holder);
  const organisation = (written.get(key) ?? committed(key)) as OrganisationState | undefined;
  return organisation === undefined ? undefined : mspOfRole(organisation.role);
}
