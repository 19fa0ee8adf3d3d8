import { LedgerError } from '../errors';

const LENGTH_BYTES = 2;
/** A leaf's length is a uint16 (C2SP tlog-tiles, "Log entries"). */
export const MAX_ENTRY_BYTES = 65_535;

/**
 * The leaves of one level-0 tile, each after its length as a big-endian uint16.
 * @throws LedgerError LOG_BROKEN for a leaf that is too long.
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((total, entry) => total + LENGTH_BYTES + entry.length, 0));
  const view = new DataView(bundle.buffer);
  let offset = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) throw new LedgerError('LOG_BROKEN', { found: 'a leaf of more than 65,535 bytes' });
    view.setUint16(offset, entry.length);
    bundle.set(entry, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + entry.length;
  }
  return bundle;
}

/**
 * The leaves of a bundle, which ends with its last leaf.
 * @throws LedgerError LOG_BROKEN
 */
export function decodeEntryBundle(bundle: Uint8Array): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  for (let offset = 0; offset < bundle.length;) {
    const start = offset + LENGTH_BYTES;
    const end = start <= bundle.length ? start + view.getUint16(offset) : Infinity;
    if (end > bundle.length) throw new LedgerError('LOG_BROKEN', { found: 'an entry bundle that is cut off' });
    entries.push(bundle.slice(start, end));
    offset = end;
  }
  return entries;
}
